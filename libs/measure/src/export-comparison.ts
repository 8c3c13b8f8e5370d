import type { Comparison } from './comparison.ts';
import { exportCsv } from './export-csv.ts';
import { exportHar } from './export-har.ts';
import { exportJson, isSeveral } from './export-json.ts';
import { exportMarkdown } from './export-markdown.ts';

export const EXPORT_FORMATS = ['json', 'csv', 'markdown', 'har'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FILES: Readonly<Record<ExportFormat, { readonly extension: string; readonly mediaType: string }>> = {
  json: { extension: 'json', mediaType: 'application/json' },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  markdown: { extension: 'md', mediaType: 'text/markdown; charset=utf-8; variant=GFM' },
  har: { extension: 'har', mediaType: 'application/json' },
};

/** The comparison, or several, as a text that may be given away: no credential is in it. */
export function exportComparison(comparisons: Comparison | readonly Comparison[], format: ExportFormat): string {
  switch (format) {
    case 'json':
      return exportJson(comparisons);
    case 'csv':
      return exportCsv(comparisons);
    case 'markdown':
      return exportMarkdown(comparisons);
    case 'har':
      return exportHar(comparisons);
  }
}

/** `rungs-order-details-ann-2026-11-22T150000Z.csv`: sorts by scenario and time, and is allowed everywhere. */
export function exportFileName(comparisons: Comparison | readonly Comparison[], format: ExportFormat): string {
  const [first, ...others] = isSeveral(comparisons) ? comparisons : [comparisons];
  if (!first) throw new RangeError('Nothing to export.');
  const what = others.length > 0 ? 'all' : `${first.scenario}-${first.persona}`;
  const when = first.env.measuredAt.replace(/\.\d+(?=Z|[+-])/u, '').replaceAll(':', '');
  return `rungs-${what}-${when}.${FILES[format].extension}`;
}

export function exportMediaType(format: ExportFormat): string {
  return FILES[format].mediaType;
}
