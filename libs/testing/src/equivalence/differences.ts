const MOST = 12;

/** Where two things of JSON differ, path by path; what is undefined is not there. */
export function differences(found: unknown, expected: unknown): readonly string[] {
  const told = [...differing(found, expected, '')];
  return told.length > MOST ? [...told.slice(0, MOST), `… and ${told.length - MOST} more`] : told;
}

function* differing(found: unknown, expected: unknown, path: string): IterableIterator<string> {
  if (isComposed(found) && isComposed(expected) && Array.isArray(found) === Array.isArray(expected)) {
    for (const member of new Set([...Object.keys(found), ...Object.keys(expected)])) {
      yield* differing(found[member], expected[member], `${path}/${member}`);
    }
  } else if (found !== expected) {
    yield `${path || '(whole)'}: ${shown(found)}, where the model says ${shown(expected)}`;
  }
}

function isComposed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
