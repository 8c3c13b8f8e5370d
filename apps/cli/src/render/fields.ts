import { leavesOf, neverReadPercent, pointerTo, type FieldCounts, type RunExchange } from '@rungs/measure';
import type { AnswerShape } from '@rungs/scenarios';
import { grouped, indented, printable, withoutTrailingSpaces } from './lines.ts';

const WIDTH = 80;
const LABEL_WIDTH = 22;
const INDENT = 3;
const NAMED_PATHS = 12;

export interface UnreadField {
  /** A JSON Pointer with `[]` for any index: `/lineItems/[]/price`. */
  readonly path: string;
  readonly count: number;
}

/** How many leaves came for what, and the part of the compressed body that nobody read. */
export function fieldsTable(exchanges: readonly RunExchange[], totals: FieldCounts): string {
  const row = (name: string, { used, unused, control, envelope }: FieldCounts, waste: string): string =>
    [
      name.slice(0, LABEL_WIDTH).padEnd(LABEL_WIDTH),
      ...[used, unused, control, envelope].map((count) => grouped(count).padStart(9)),
      waste.padStart(18),
    ].join('');
  const rows = exchanges.map((exchange) => {
    const { n, label, fields } = exchange;
    return row(`${' '.repeat(INDENT)}${n} ${printable(label)}`, fields, wasteOf(exchange));
  });
  const [compressed, pruned] = [sum(exchanges, 'compressed'), sum(exchanges, 'compressedPruned')];
  const head = [''.padEnd(LABEL_WIDTH), ...['used', 'unused', 'control', 'envelope'].map((name) => name.padStart(9))];
  return withoutTrailingSpaces(
    [
      `${head.join('')}${'never read'.padStart(18)}`,
      ...rows,
      ...(exchanges.length > 1 ? [row(`${' '.repeat(INDENT)}all`, totals, percentOf(compressed, pruned))] : []),
    ].join('\n'),
  );
}

/** Of each answer that travelled, the data that nobody read. */
export function unreadText(exchanges: readonly RunExchange[], answers: AnswerShape, isFull: boolean): string {
  const lines = exchanges.flatMap((exchange) => {
    const unread = unreadFields(exchange, answers);
    if (unread.length === 0) return [];
    const shown = isFull ? unread : unread.slice(0, NAMED_PATHS);
    const names = shown.map(({ path, count }) => printable(path) + (count > 1 ? ` ×${count}` : ''));
    const more = unread.length - shown.length;
    const list = [...names, ...(more > 0 ? [`and ${more} more (--full)`] : [])].join(', ');
    return [indented(`${exchange.n} ${printable(exchange.label)}: ${list}`, WIDTH, INDENT)];
  });
  return lines.length === 0 ? indented('nothing', WIDTH, INDENT) : lines.join('\n');
}

/** Data of an answer that came for nothing, grouped by path; controls and envelope are neither. */
export function unreadFields(
  { responseBody, usedPaths, cache }: RunExchange,
  answers: AnswerShape,
): readonly UnreadField[] {
  const body = cache === 'fresh' || cache === 'revalidated' ? undefined : jsonOf(responseBody);
  if (body === undefined) return [];
  const used = new Set(usedPaths);
  const unread = [...leavesOf(body)].filter((path) => answers.kindOf(path) === 'data' && !used.has(pointerTo(path)));
  const paths = Map.groupBy(unread, (path) => pointerTo(withoutIndices(path, body)));
  return [...paths].map(([path, leaves]) => ({ path, count: leaves.length }));
}

function withoutIndices(path: readonly string[], body: unknown): readonly string[] {
  let value = body;
  return path.map((name) => {
    const isIndex = Array.isArray(value);
    value = (value as Readonly<Record<string, unknown>>)[name];
    return isIndex ? '[]' : name;
  });
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wasteOf({ bytes, cache }: RunExchange): string {
  if (cache === 'fresh' || cache === 'revalidated') return 'not sent again';
  return percentOf(bytes.compressed, bytes.compressedPruned);
}

function percentOf(compressed: number, pruned: number): string {
  if (compressed === 0) return 'no body';
  return `${neverReadPercent(compressed, pruned).toFixed(0)} % of ${grouped(compressed)} B`;
}

function sum(exchanges: readonly RunExchange[], member: 'compressed' | 'compressedPruned'): number {
  return exchanges.reduce((total, { bytes }) => total + bytes[member], 0);
}
