import type { Comparison, MeasuredCell } from './comparison.ts';
import { measuredCells } from './comparison.ts';
import type { Run, Spread } from './run.ts';

export const METRIC_IDS = [
  'roundTrips',
  'exchanges',
  'bytesUp',
  'bytesDown',
  'neverRead',
  'sql',
  'serverMs',
  'elapsedMs',
  'noticedMs',
  'secondVisitBytes',
  'actionsTold',
  'knownBeforehand',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** One figure of a run, as tables show it. */
export interface Metric {
  readonly id: MetricId;
  readonly title: string;
  /** For narrow columns. */
  readonly short: string;
  readonly unit: '' | 'B' | '%' | 'ms';
  /** Behind the point. */
  readonly digits: 0 | 1;
  readonly better: 'less' | 'more';
  /** False where the best of one comparison decides nothing: times of a shared machine. */
  readonly isRanked: boolean;
  /** What it counts. */
  readonly about: string;
  /**
   * Undefined where the run has no such figure.
   *
   * @param among the comparison that the run is part of, for figures that need another run beside it
   */
  value(run: Run, among?: Comparison): number | undefined;
  /** Of what differs from repeat to repeat. */
  spread?(run: Run): Spread | undefined;
}

/** In the order in which tables show them. */
export const METRICS: readonly Metric[] = [
  {
    id: 'roundTrips',
    title: 'Dependent round trips',
    short: 'Round trips',
    unit: '',
    digits: 0,
    better: 'less',
    isRanked: true,
    about: 'how often the client had to wait for an answer before it could ask on',
    value: ({ totals }) => totals.roundTripsCritical,
  },
  {
    id: 'exchanges',
    title: 'Exchanges',
    short: 'Exchanges',
    unit: '',
    digits: 0,
    better: 'less',
    isRanked: true,
    about: 'requests that went to the server',
    value: ({ totals }) => totals.exchanges,
  },
  {
    id: 'bytesUp',
    title: 'Sent',
    short: 'Sent',
    unit: 'B',
    digits: 0,
    better: 'less',
    isRanked: true,
    about: 'bytes on the wire, heads and bodies of requests, without the meter’s own fields',
    value: ({ totals }) => totals.bytesUp,
  },
  {
    id: 'bytesDown',
    title: 'Received',
    short: 'Received',
    unit: 'B',
    digits: 0,
    better: 'less',
    isRanked: true,
    about: 'bytes on the wire, heads and bodies of responses, without the meter’s own fields',
    value: ({ totals }) => totals.bytesDown,
  },
  {
    id: 'neverRead',
    title: 'Delivered, never read',
    short: 'Never read',
    unit: '%',
    digits: 0,
    better: 'less',
    isRanked: true,
    about: 'the part of the bodies, compressed, that goes when all fields are left out that nobody read',
    value: ({ totals }) => neverReadPercent(totals.bytesCompressed, totals.bytesPruned),
  },
  {
    id: 'sql',
    title: 'SQL statements',
    short: 'SQL',
    unit: '',
    digits: 0,
    better: 'less',
    isRanked: true,
    about: 'statements that the server ran, transaction control included',
    value: ({ totals }) => totals.sql,
  },
  {
    id: 'serverMs',
    title: 'Server time',
    short: 'Server',
    unit: 'ms',
    digits: 1,
    better: 'less',
    isRanked: false,
    about: 'added up over all exchanges, also those at the same time',
    value: ({ timing }) => timing.serverMs.median,
    spread: ({ timing }) => timing.serverMs,
  },
  {
    id: 'elapsedMs',
    title: 'Time on localhost',
    short: 'Elapsed',
    unit: 'ms',
    digits: 1,
    better: 'less',
    isRanked: false,
    about: 'from the first request to the view model, on this machine, where a round trip costs next to nothing',
    value: ({ timing }) => timing.elapsedMs.median,
    spread: ({ timing }) => timing.elapsedMs,
  },
  {
    id: 'noticedMs',
    title: 'Noticed after',
    short: 'Noticed',
    unit: 'ms',
    digits: 0,
    better: 'less',
    isRanked: false,
    about: 'from the change to the end of the exchange that showed it',
    value: ({ timing }) => timing.noticedMs?.median,
    spread: ({ timing }) => timing.noticedMs,
  },
  {
    id: 'secondVisitBytes',
    title: 'Second visit',
    short: '2nd visit',
    unit: 'B',
    digits: 0,
    better: 'less',
    isRanked: true,
    about: 'bytes on the wire, both ways, when the same is done again with what the first visit left in the cache',
    value: (run, among) => (run.visit === 'first' ? secondVisitOf(run, among) : run)?.totals.bytesWire,
  },
  {
    id: 'actionsTold',
    title: 'Actions told',
    short: 'Told',
    unit: '',
    digits: 0,
    better: 'more',
    isRanked: true,
    about: 'different steps that the answers themselves said their reader may take next',
    value: ({ totals }) => totals.actionsTold,
  },
  {
    id: 'knownBeforehand',
    title: 'Known beforehand',
    short: 'Known',
    unit: '',
    digits: 0,
    better: 'less',
    isRanked: true,
    about:
      'addresses, names and rules that the client has in its code, the members that it reads among them: what breaks it when the server changes',
    value: ({ knowledge: { addresses, names, rules } }) => addresses.length + names.length + rules.length,
  },
];

export function metric(id: MetricId): Metric {
  const found = METRICS.find((one) => one.id === id);
  if (!found) throw new RangeError(`There is no metric ${id}.`);
  return found;
}

/** Those that at least one of the runs has a figure for. */
export function metricsOf(cells: readonly MeasuredCell[], among: Comparison): readonly Metric[] {
  return METRICS.filter(({ value }) => cells.some(({ run }) => value(run, among) !== undefined));
}

/** The best figure of a metric where the cells differ in it; undefined where nothing is ranked. */
export function bestFigure(
  { isRanked, better, value }: Metric,
  cells: readonly MeasuredCell[],
  among: Comparison,
): number | undefined {
  if (!isRanked || !among.valid) return undefined;
  const figures = cells.flatMap(({ run }) => value(run, among) ?? []);
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  if (figures.length < 2 || least === most) return undefined;
  return better === 'less' ? least : most;
}

/** The part of a compressed body, in percent, that nobody read; 0 where there was no body. */
export function neverReadPercent(compressedBytes: number, prunedBytes: number): number {
  return compressedBytes === 0 ? 0 : (100 * (compressedBytes - prunedBytes)) / compressedBytes;
}

function secondVisitOf(run: Run, among: Comparison | undefined): Run | undefined {
  if (!among) return undefined;
  return measuredCells(among).find(
    ({ style, client, server, visit }) =>
      visit === 'second' && style === run.style && client === run.client && server === run.server,
  )?.run;
}
