import { isMeasured, type Cell, type Comparison } from './comparison.ts';
import { listOf } from './export-json.ts';
import { neverReadPercent } from './metrics.ts';
import type { Run } from './run.ts';

type Value = string | number | boolean | undefined;

/** Of every cell. */
const CELL_COLUMNS: Readonly<Record<string, (cell: Cell, comparison: Comparison) => Value>> = {
  scenario: (_cell, { scenario }) => scenario,
  persona: (_cell, { persona }) => persona,
  style: ({ style }) => style,
  title: ({ title }) => title,
  client: ({ client }) => client,
  server: ({ server }) => server,
  visit: ({ visit }) => visit,
  outcome: ({ outcome }) => outcome,
  valid: (_cell, { valid }) => valid,
  repeats: (cell) => (isMeasured(cell) ? cell.run.repeats : undefined),
  repeatsAsked: (_cell, { repeats }) => repeats,
  view: (cell) => (isMeasured(cell) ? cell.view : undefined),
  declaredOutcome: (cell) => (isMeasured(cell) ? cell.run.outcome : undefined),
  failure: (cell) => ('failure' in cell ? cell.failure.kind : undefined),
  message: (cell) =>
    cell.outcome === 'not-applicable' ? cell.reason : 'failure' in cell ? cell.failure.message : undefined,
};

/** Of the cells that have a run; names and units are the run document's own. */
const RUN_COLUMNS: Readonly<Record<string, (run: Run) => Value>> = {
  roundTripsCritical: ({ totals }) => totals.roundTripsCritical,
  exchanges: ({ totals }) => totals.exchanges,
  bytesUp: ({ totals }) => totals.bytesUp,
  bytesDown: ({ totals }) => totals.bytesDown,
  bytesWire: ({ totals }) => totals.bytesWire,
  bytesCompressed: ({ totals }) => totals.bytesCompressed,
  bytesPruned: ({ totals }) => totals.bytesPruned,
  neverReadPercent: ({ totals }) => rounded(neverReadPercent(totals.bytesCompressed, totals.bytesPruned)),
  fieldsUsed: ({ totals }) => totals.fields.used,
  fieldsUnused: ({ totals }) => totals.fields.unused,
  fieldsControl: ({ totals }) => totals.fields.control,
  fieldsEnvelope: ({ totals }) => totals.fields.envelope,
  sql: ({ totals }) => totals.sql,
  sqlRows: ({ totals }) => totals.sqlRows,
  serverMsMedian: ({ timing }) => rounded(timing.serverMs.median),
  serverMsMin: ({ timing }) => rounded(timing.serverMs.min),
  serverMsMax: ({ timing }) => rounded(timing.serverMs.max),
  elapsedMsMedian: ({ timing }) => rounded(timing.elapsedMs.median),
  elapsedMsMin: ({ timing }) => rounded(timing.elapsedMs.min),
  elapsedMsMax: ({ timing }) => rounded(timing.elapsedMs.max),
  noticedMsMedian: ({ timing }) => rounded(timing.noticedMs?.median),
  noticedMsMin: ({ timing }) => rounded(timing.noticedMs?.min),
  noticedMsMax: ({ timing }) => rounded(timing.noticedMs?.max),
  actionsTold: ({ totals }) => totals.actionsTold,
  knownAddresses: ({ knowledge }) => knowledge.addresses.length,
  knownNames: ({ knowledge }) => knowledge.names.length,
  knownRules: ({ knowledge }) => knowledge.rules.length,
  viewModelSha256: ({ viewModelSha256 }) => viewModelSha256,
  runId: ({ id }) => id,
};

/** Of where and when it was measured. */
const ENVIRONMENT_COLUMNS: Readonly<Record<string, (comparison: Comparison) => Value>> = {
  measuredAt: ({ env }) => env.measuredAt,
  measuredBy: ({ env }) => env.client,
  protocol: ({ env }) => env.protocol,
  encoding: ({ env }) => env.encoding,
  commit: ({ env }) => env.commit,
  node: ({ env }) => env.node,
  platform: ({ env }) => env.platform,
  cpu: ({ env }) => env.cpu,
  postgres: ({ env }) => env.postgres,
};

export const CSV_COLUMNS: readonly string[] = [CELL_COLUMNS, RUN_COLUMNS, ENVIRONMENT_COLUMNS].flatMap(Object.keys);

/** RFC 4180: a header line, then a line per cell. Times are localhost's. */
export function exportCsv(comparisons: Comparison | readonly Comparison[]): string {
  const rows = listOf(comparisons).flatMap((comparison) => comparison.cells.map((cell) => rowOf(cell, comparison)));
  return [CSV_COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function rowOf(cell: Cell, comparison: Comparison): readonly Value[] {
  return [
    ...Object.values(CELL_COLUMNS).map((value) => value(cell, comparison)),
    ...Object.values(RUN_COLUMNS).map((value) => (isMeasured(cell) ? value(cell.run) : undefined)),
    ...Object.values(ENVIRONMENT_COLUMNS).map((value) => value(comparison)),
  ];
}

function field(value: Value): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  // A spreadsheet takes what begins like this for a formula, and a server's complaint may begin with anything.
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  // RFC 4180 §2.6 and §2.7.
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Microseconds are more than any of these clocks can tell. */
function rounded(figure: number | undefined): number | undefined {
  return figure === undefined ? undefined : Math.round(figure * 1000) / 1000;
}
