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

/** It is our own file: held against its schema when it is recorded, and here only for what the page would break at. */
function isComparison(document: unknown): document is Comparison {
  const { schema, env, views, mismatches, cells } = membersOf(document);
  return (
    schema === 'rungs.comparison/1' &&
    typeof membersOf(env)['measuredAt'] === 'string' &&
    Array.isArray(views) &&
    Array.isArray(mismatches) &&
    Array.isArray(cells) &&
    cells.every(isCell)
  );
}

function isCell(cell: unknown): boolean {
  const { outcome, run, exchanges, failure, reason } = membersOf(cell);
  switch (outcome) {
    case 'measured':
    case 'partial':
      return Array.isArray(membersOf(run)['exchanges']) && typeof membersOf(run)['totals'] === 'object';
    case 'failed':
      return Array.isArray(exchanges) && typeof failure === 'object';
    case 'not-applicable':
      return typeof reason === 'string';
    default:
      return false;
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>;
}
