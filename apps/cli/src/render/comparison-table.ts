import { measuredCells, type Cell, type Comparison, type MeasuredCell, type RunTotals } from '@rungs/measure';
import Table from 'cli-table3';
import { styleMark } from './style-mark.ts';
import { shortTitle, verdictSentences, voidSentence } from './sentences.ts';

export interface RenderOptions {
  /** The scenario's. */
  readonly title: string;
  /** As whom and where. */
  readonly asked: string;
  readonly colourDepth: number;
}

interface Column {
  readonly head: string;
  readonly widthCharacters: number;
  readonly figure: (totals: RunTotals) => number;
  readonly digits?: number;
  /** The least is the best; left out where one run decides nothing. */
  readonly isRanked: boolean;
}

const COLUMNS: readonly Column[] = [
  { head: 'Ex-\nchanges', widthCharacters: 9, figure: ({ exchanges }) => exchanges, isRanked: true },
  { head: 'Round\ntrips', widthCharacters: 7, figure: ({ roundTripsCritical }) => roundTripsCritical, isRanked: true },
  { head: 'Bytes\nup', widthCharacters: 8, figure: ({ bytesUp }) => bytesUp, isRanked: true },
  { head: 'Bytes\ndown', widthCharacters: 9, figure: ({ bytesDown }) => bytesDown, isRanked: true },
  { head: 'SQL', widthCharacters: 6, figure: ({ sql }) => sql, isRanked: true },
  { head: 'Server\nms', widthCharacters: 8, figure: ({ serverMs }) => serverMs, digits: 1, isRanked: false },
];
const STYLE_WIDTH = 14;
const CLIENT_WIDTH = 14;
const VIEW_WIDTH = 7;
const WIDTHS = [STYLE_WIDTH, CLIENT_WIDTH, ...COLUMNS.map(({ widthCharacters }) => widthCharacters), VIEW_WIDTH];
const TABLE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);
const REASON_WIDTH = TABLE_WIDTH - STYLE_WIDTH - CLIENT_WIDTH;
/** Hairlines between styles, and nothing else. */
const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid']
    .flatMap((line) => [line, `${line}-mid`, `${line}-left`, `${line}-right`])
    .concat('middle')
    .map((name) => [name, '']),
);
const HAIRLINE: Table.Cell[] = [{ content: '─'.repeat(TABLE_WIDTH), colSpan: WIDTHS.length, hAlign: 'left' }];

/** The whole of what people read: table, verdict and how it was measured. */
export function renderComparison(comparison: Comparison, options: RenderOptions): string {
  const table = new Table({
    head: ['Style', 'Client', ...COLUMNS.map(({ head }) => head), 'Views\nequal'],
    colWidths: WIDTHS,
    colAligns: ['left', 'left', ...COLUMNS.map(() => 'right' as const), 'right'],
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    wordWrap: true,
  });
  const least = leastFigures(comparison);
  for (const [index, cell] of comparison.cells.entries()) {
    if (cell.style !== comparison.cells[index - 1]?.style) table.push(HAIRLINE);
    table.push(row(cell, comparison, least, options.colourDepth));
  }
  table.push(HAIRLINE);
  const notes = [
    ...(comparison.valid ? verdictSentences(comparison) : [voidSentence(comparison)]),
    methodSentences(comparison, options.asked),
  ];
  return `${options.title}\n\n${table.toString().replaceAll(/ +$/gm, '')}\n\n${notes.map((note) => wrap(note, TABLE_WIDTH)).join('\n\n')}\n`;
}

function methodSentences(comparison: Comparison, asked: string): string {
  const [first] = measuredCells(comparison);
  const repeats = first?.run.repeats ?? 0;
  return [
    `Each program ran once to warm up, then ${repeats === 1 ? 'once' : `${repeats} times`}, ${asked}, over HTTP/1.1.`,
    'Round trips: how often it had to wait for an answer before it could ask on.',
    'Bytes: on the wire, heads and bodies, without the meter’s own fields.',
    `Server ms: ${repeats === 1 ? '' : 'the median, '}added up over all exchanges, also those at the same time.`,
    ...(comparison.valid ? ['• the least of its column.'] : []),
  ].join(' ');
}

function row(
  cell: Cell,
  comparison: Comparison,
  least: readonly (number | undefined)[],
  colourDepth: number,
): Table.Cell[] {
  const style = `${styleMark(cell.style, colourDepth)}${shortTitle(cell)}`;
  if (cell.outcome !== 'measured') {
    const why = cell.outcome === 'failed' ? `failed: ${printable(cell.message)}` : `– ${cell.reason}`;
    return [style, cell.client, { content: wrap(why, REASON_WIDTH), colSpan: COLUMNS.length + 1, hAlign: 'left' }];
  }
  const { totals } = cell.run;
  const figures = COLUMNS.map(({ figure, digits = 0 }, index) => {
    const mark = figure(totals) === least[index] ? '• ' : '';
    return `${mark}${figure(totals).toFixed(digits)}`;
  });
  return [style, cell.client, ...figures, equality(cell, comparison)];
}

/** Where views differ, those that most programs agree on say `A`. */
function equality(cell: MeasuredCell, { valid }: Comparison): string {
  return valid ? 'yes' : `no: ${String.fromCharCode('A'.charCodeAt(0) + cell.view)}`;
}

/** Per column the least figure, where there is a choice. */
function leastFigures(comparison: Comparison): readonly (number | undefined)[] {
  return COLUMNS.map(({ figure, isRanked }) => {
    const figures = measuredCells(comparison).map(({ run }) => figure(run.totals));
    const least = Math.min(...figures);
    return comparison.valid && isRanked && least < Math.max(...figures) ? least : undefined;
  });
}

/** What a server says must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ');
}

function wrap(text: string, widthCharacters: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > widthCharacters) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
