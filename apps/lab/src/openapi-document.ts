/** Where level 2 describes itself: generated from its code, and every answer of the tests is held against it. */
export const OPENAPI_PATH = '/level2/openapi.json';

interface Parameter {
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly examples?: unknown;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly parameters?: Readonly<Record<string, Parameter>> };
}

/** Fetches the document, as a page shows it. Rejects with a sentence that says what happened. */
export async function loadDocument(signal: AbortSignal): Promise<object> {
  const response = await fetch(OPENAPI_PATH, { signal }).catch(() => undefined);
  if (!response) throw new Error('The server did not answer.');
  if (!response.ok) throw new Error(`The server answered ${response.status} and no document.`);
  return documentToShow((await response.json()) as Document);
}

/**
 * Without what says the same for every path (HEAD, OPTIONS), and without the examples of conditions: a page that fills
 * them in would send an `If-Match` that nobody holds.
 */
export function documentToShow(document: Document): object {
  const paths = Object.entries(document.paths).map(([path, { head: _head, options: _options, ...item }]) => [
    path,
    Object.fromEntries(Object.entries(item).map(([key, value]) => [key, withoutConditions(value)])),
  ]);
  const { parameters = {}, ...components } = document.components ?? {};
  return {
    ...document,
    paths: Object.fromEntries(paths) as object,
    components: {
      ...components,
      parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, unfilled(value)])),
    },
  };
}

function withoutConditions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((parameter) => unfilled(parameter as Parameter));
  const operation = value as { readonly parameters?: readonly Parameter[] } | null;
  if (typeof operation !== 'object' || !operation?.parameters) return value;
  return { ...operation, parameters: operation.parameters.map(unfilled) };
}

function unfilled(parameter: Parameter): Parameter {
  if (parameter.in === 'path' || parameter.required || '$ref' in parameter) return parameter;
  const { example: _example, examples: _examples, ...rest } = parameter;
  return rest;
}
