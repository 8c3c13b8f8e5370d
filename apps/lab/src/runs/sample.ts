import type { Comparison } from '@rungs/measure';

/** A comparison that was recorded beforehand: the page can be read before anything was run. */
export type Sample =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly comparison: Comparison }
  | { readonly kind: 'missing'; readonly whatHappened: string };

const SAMPLE = '/sample-run.json';

/** Never rejects: without the sample the page is still good for running live. */
export async function loadSample(fetch: typeof globalThis.fetch): Promise<Sample> {
  try {
    const response = await fetch(SAMPLE);
    if (!response.ok) return missing(`the server answered ${response.status}`);
    const document: unknown = await response.json();
    return isComparison(document) ? { kind: 'there', comparison: document } : missing('it is of another schema');
  } catch (error) {
    return missing(error instanceof SyntaxError ? 'it is no JSON' : 'the server did not answer');
  }
}

function missing(why: string): Sample {
  return { kind: 'missing', whatHappened: `The recorded sample cannot be shown: ${why}.` };
}

/** It is our own file: held against its schema when it is recorded, and here only for being that at all. */
function isComparison(document: unknown): document is Comparison {
  const { schema, cells } = Object(document) as Readonly<Record<string, unknown>>;
  return schema === 'rungs.comparison/1' && Array.isArray(cells);
}
