import {
  bestFigure,
  isMeasured,
  measuredCells,
  metricsOf,
  styleHead,
  type Cell,
  type Comparison,
  type MeasuredCell,
  type Metric,
  type MetricId,
} from '@rungs/measure';
import { SCENARIOS } from '@rungs/scenarios';
import Table from 'cli-table3';
import { failureText } from './failures.ts';
import { grouped, printable, withoutTrailingSpaces, wrap } from './lines.ts';
import { styleMark } from './style-mark.ts';
import { viewLetter } from './void-notes.ts';

export interface TableOptions {
  /** Undefined where it may be as wide as it needs. */
  readonly columns?: number | undefined;
  readonly colourDepth: number;
}

export interface ComparisonTable {
  readonly text: string;
  readonly widthCharacters: number;
  /** What there was no room for. */
  readonly leftOut: readonly Metric[];
}

type Axis = 'client' | 'server' | 'visit';
type Row = { readonly cell: Exclude<Cell, { outcome: 'not-applicable' }> } | { readonly cell: Cell; reason: string };

const AXES: readonly Axis[] = ['client', 'server', 'visit'];
const AXIS_HEADS: Readonly<Record<Axis, string>> = { client: 'Client', server: 'Server', visit: 'Visit' };
/** What a narrow terminal does without, the first first. */
const LEFT_OUT_FIRST: readonly MetricId[] = [
  'elapsedMs',
  'knownBeforehand',
  'actionsTold',
  'secondVisitBytes',
  'noticedMs',
  'exchanges',
  'neverRead',
  'serverMs',
];
const GAP = 2;
const LEAST_REASON_WIDTH = 40;
/** Hairlines between styles, and nothing else. */
const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid']
    .flatMap((line) => [line, `${line}-mid`, `${line}-left`, `${line}-right`])
    .concat('middle')
    .map((name) => [name, '']),
);

/** A row per program, or per reason why there is none; figures as the metrics say. */
export function comparisonTable(comparison: Comparison, { columns, colourDepth }: TableOptions): ComparisonTable {
  const rows = rowsOf(comparison);
  const axes = AXES.filter((axis) => axis === 'client' || new Set(comparison.cells.map((cell) => cell[axis])).size > 1);
  const all = metricsOf(measuredCells(comparison), comparison);
  const isSplit = comparison.views.length > 1;
  const leading = [
    { head: 'Style', texts: rows.map(({ cell }) => styleHead(cell)) },
    ...axes.map((axis) => ({ head: AXIS_HEADS[axis], texts: rows.map(({ cell }) => cell[axis]) })),
  ];
  const leadingWidths = leading.map(({ head, texts }) => widest([head, ...texts]) + GAP);
  const widthOf = (metric: Metric): number =>
    widest([
      ...headOf(metric).split('\n'),
      ...measuredCells(comparison).map((cell) => figureText(metric, cell, comparison)),
    ]) + GAP;
  const viewWidths = isSplit ? ['View'.length + GAP] : [];
  const fixed = sum(leadingWidths) + sum(viewWidths);
  const shown = columns === undefined ? all : fitting(all, widthOf, columns - fixed);
  const figureWidths = [...shown.map(widthOf), ...viewWidths];
  if (figureWidths.length > 0) {
    // A reason has the figures' place, and where those are few it would be a column of single words.
    const missing = LEAST_REASON_WIDTH - sum(figureWidths);
    if (missing > 0 && rows.some((row) => !isFigures(row))) figureWidths[figureWidths.length - 1]! += missing;
  } else {
    figureWidths.push(LEAST_REASON_WIDTH);
  }
  const widths = [...leadingWidths, ...figureWidths];
  const widthCharacters = sum(widths);
  const table = new Table({
    head: [
      ...leading.map(({ head }) => head),
      ...shown.map(headOf),
      ...(isSplit ? ['View'] : []),
      ...(shown.length === 0 && !isSplit ? [''] : []),
    ],
    colWidths: widths,
    colAligns: [...leading.map(() => 'left' as const), ...figureWidths.map(() => 'right' as const)],
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    wordWrap: true,
  });
  const hairline: Table.Cell[] = [{ content: '─'.repeat(widthCharacters), colSpan: widths.length, hAlign: 'left' }];
  for (const [index, row] of rows.entries()) {
    const { cell } = row;
    if (cell.style !== rows[index - 1]?.cell.style) table.push(hairline);
    const style = `${styleMark(cell.style, colourDepth)}${styleHead(cell)}`;
    if (isFigures(row)) {
      const figures = shown.map((metric) => figureText(metric, row.cell, comparison));
      const view = isSplit ? [viewLetter(row.cell.view)] : [];
      table.push([style, ...axes.map((axis) => axisText(row.cell, axis)), ...figures, ...view]);
      continue;
    }
    // Why there is nothing is the same wherever the server loads from, and so named by style and client alone.
    const named = 'reason' in row ? axes.slice(0, 1) : axes;
    const spanned = widths.slice(1 + named.length);
    const why = 'reason' in row ? `– ${printable(row.reason)}` : failureText(failureOf(row.cell));
    const content = wrap(why, sum(spanned));
    table.push([style, ...named.map((axis) => cell[axis]), { content, colSpan: spanned.length, hAlign: 'left' }]);
  }
  table.push(hairline);
  return {
    text: withoutTrailingSpaces(table.toString()),
    widthCharacters,
    leftOut: all.filter((metric) => !shown.includes(metric)),
  };
}

/** Cells in their order; those of a style and client that are missing for one reason are one row. */
function rowsOf({ scenario, cells }: Comparison): readonly Row[] {
  const { secondVisit } = SCENARIOS[scenario];
  const noSecondVisit = secondVisit === true ? undefined : secondVisit.notApplicable;
  const told = new Set<string>();
  return cells.flatMap((cell): readonly Row[] => {
    if (cell.outcome !== 'not-applicable') return [{ cell }];
    const key = `${cell.style} ${cell.client} ${cell.reason}`;
    // That there is no second visit holds for all of them, and is said once, beneath.
    if (told.has(key) || cell.reason === noSecondVisit) return [];
    told.add(key);
    return [{ cell, reason: cell.reason }];
  });
}

function isFigures(row: Row): row is { readonly cell: MeasuredCell } {
  return isMeasured(row.cell);
}

function failureOf(cell: Cell) {
  if (!('failure' in cell)) throw new Error(`${cell.style} did not fail.`);
  return cell.failure;
}

/** A program that was measured in part is marked where its way of asking stands; what happened stands beneath. */
function axisText(cell: MeasuredCell, axis: Axis): string {
  return axis === 'client' && cell.outcome === 'partial' ? `${cell.client} *` : cell[axis];
}

function headOf({ short, unit }: Metric): string {
  const words = short.split(' ');
  if (unit === '') return words.join('\n');
  return words.length === 1 ? `${short}\n${unit}` : `${words.slice(0, -1).join('\n')}\n${words.at(-1)} ${unit}`;
}

/** The best among those that are served alike and for the same visit is marked. */
function figureText(metric: Metric, cell: MeasuredCell, comparison: Comparison): string {
  const figure = metric.value(cell.run, comparison);
  if (figure === undefined) return '–';
  const rivals = measuredCells(comparison).filter(
    ({ server, visit }) => server === cell.server && visit === cell.visit,
  );
  const isBest = figure === bestFigure(metric, rivals, comparison);
  return `${isBest ? '• ' : ''}${grouped(figure, metric.digits)}`;
}

function fitting(
  metrics: readonly Metric[],
  widthOf: (metric: Metric) => number,
  widthCharacters: number,
): readonly Metric[] {
  let shown = metrics;
  for (const id of LEFT_OUT_FIRST) {
    if (sum(shown.map(widthOf)) <= widthCharacters) break;
    shown = shown.filter((metric) => metric.id !== id);
  }
  return shown;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
