import type { Comparison } from './comparison.ts';
import { withoutCredentials } from './export-redaction.ts';

/** The document itself, as `rungs.comparison-1.schema.json` describes it; an array of them where there are several. */
export function exportJson(comparisons: Comparison | readonly Comparison[]): string {
  const documents = isSeveral(comparisons) ? comparisons.map(withoutCredentials) : withoutCredentials(comparisons);
  return `${JSON.stringify(documents, undefined, 2)}\n`;
}

/** `Array.isArray` does not narrow readonly arrays. */
export function isSeveral(comparisons: Comparison | readonly Comparison[]): comparisons is readonly Comparison[] {
  return Array.isArray(comparisons);
}

export function listOf(comparisons: Comparison | readonly Comparison[]): readonly Comparison[] {
  return (isSeveral(comparisons) ? comparisons : [comparisons]).map(withoutCredentials);
}
