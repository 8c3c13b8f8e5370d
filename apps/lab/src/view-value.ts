const SHOWN_CHARACTERS = 80;

/** What a view model has at a JSON Pointer (RFC 6901), as JSON cut short; `nothing` where it has no such member. */
export function viewValue(viewModel: unknown, pointer: string): string {
  const found = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => (Object(value) as Readonly<Record<string, unknown>>)[name], viewModel);
  const text = JSON.stringify(found) ?? 'nothing';
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
