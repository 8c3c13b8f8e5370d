import {
  encodingText,
  isMeasured,
  styleHead,
  type Cell,
  type Chosen,
  type Comparison,
  type Run,
  type RunExchange,
  type SeenExchange,
  type Spread,
} from '@rungs/measure';
import { SCENARIOS, type AnswerShape } from '@rungs/scenarios';
import { failureText, partialText } from './failures.ts';
import { fieldsTable, unreadText } from './fields.ts';
import { counted, grouped, indented, printable, wrap } from './lines.ts';
import { statementsText } from './statements.ts';
import { styleMark } from './style-mark.ts';
import { voidNotes } from './void-notes.ts';
import { longestChain, waterfall } from './waterfall.ts';

export interface ExplanationOptions {
  /** The style's. */
  readonly answers: AnswerShape;
  /** Nothing is shortened. */
  readonly isFull: boolean;
  readonly colourDepth: number;
}

const WIDTH = 80;
const INDENT = 3;

/** One program of one style, exchange by exchange: what was asked, when, what it cost, and what of it was read. */
export function renderExplanation(comparison: Comparison, chosen: Chosen, options: ExplanationOptions): string {
  const { cell } = chosen;
  if (!cell) throw new Error('The program was not run.');
  const { title, question } = SCENARIOS[comparison.scenario];
  const how = `${cell.client} on ${cell.server}, ${cell.visit} visit, as ${comparison.persona}`;
  const blocks = [
    `${styleMark(cell.style, options.colourDepth)}${styleHead(cell)}, ${how}`,
    wrap(`${title}. ${question}`, WIDTH),
    ...(chosen.insteadOf
      ? [
          wrap(
            `There is no ${chosen.insteadOf.client} way: ${chosen.insteadOf.reason}. It asks ${cell.client} instead.`,
            WIDTH,
          ),
        ]
      : []),
    ...(isMeasured(cell) ? measuredBlocks(comparison, cell, options) : missingBlocks(cell)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function measuredBlocks(
  comparison: Comparison,
  cell: Extract<Cell, { run: Run }>,
  { answers, isFull }: ExplanationOptions,
): readonly string[] {
  const { run } = cell;
  const { exchanges, totals, timing } = run;
  const partial =
    cell.outcome === 'partial' ? [wrap(`* ${partialText(cell.failure, run.repeats, comparison.repeats)}`, WIDTH)] : [];
  return [
    wrap(
      `${counted(totals.exchanges, 'exchange')} with the server, ${counted(totals.roundTripsCritical, 'dependent round trip')}; ` +
        `${grouped(totals.bytesUp)} B up, ${grouped(totals.bytesDown)} B down; ${counted(totals.sql, 'SQL statement')}; ` +
        `server ${spread(timing.serverMs)}, elapsed ${spread(timing.elapsedMs)}` +
        `${timing.noticedMs ? `, noticed after ${spread(timing.noticedMs)}` : ''} (median, least to most, n = ${run.repeats}).` +
        `${run.outcome === undefined ? '' : ` It ended with “${printable(run.outcome)}”.`}`,
      WIDTH,
    ),
    ...partial,
    ...(comparison.valid ? [] : voidNotes(comparison).map((note) => wrap(`Void: ${note}`, WIDTH))),
    [
      'Exchanges. Times are localhost’s; █ waiting for the answer, ░ its body,',
      '* what kept the screen waiting to its end, by the clock of this run;',
      `bytes are heads and bodies on the wire, bodies ${printable(encodingText(run.env.encoding))}.`,
      '',
      waterfall(exchanges),
      ...chainLines(exchanges),
    ].join('\n'),
    [
      'Fields of the answers, and what of their bodies nobody read (by our own gzip):',
      '',
      fieldsTable(exchanges, totals.fields),
    ].join('\n'),
    ['Delivered, and read by nobody ([] any index):', '', unreadText(exchanges, answers, isFull)].join('\n'),
    [
      `SQL: ${counted(totals.sql, 'statement')}, ${counted(totals.sqlRows, 'row')}.${isFull ? '' : ' Whole texts: --full.'}`,
      '',
      statementsText(exchanges, isFull),
    ].join('\n'),
    ['Told by the answers, what may be done next:', '', told(exchanges)].join('\n'),
    ['Known beforehand, in the client’s code:', '', knowledge(run)].join('\n'),
  ];
}

/** Why the client had to wait as often as it did, which the clock of one run cannot tell. */
function chainLines(exchanges: readonly RunExchange[]): readonly string[] {
  const chain = longestChain(exchanges);
  if (!chain) return [];
  const names = chain.map(({ n, label }) => `${n} ${printable(label)}`).join(' → ');
  return ['', wrap(`Longest chain: ${names}. Each needed the answer of the one before.`, WIDTH)];
}

/** Of a program that has no figures: why, and how far it came. */
function missingBlocks(cell: Exclude<Cell, { run: Run }>): readonly string[] {
  if (cell.outcome === 'not-applicable') return [wrap(`– ${printable(cell.reason)}`, WIDTH)];
  const why = wrap(failureText(cell.failure), WIDTH);
  return cell.exchanges.length === 0 ? [why] : [why, ['It had asked:', '', ...cell.exchanges.map(seenLine)].join('\n')];
}

function seenLine({ n, label, method, url, status }: SeenExchange): string {
  const answer = status === 0 ? 'no answer' : String(status);
  return indented(`${n} ${printable(label)}: ${method} ${printable(url)} → ${answer}`, WIDTH, INDENT);
}

function told(exchanges: readonly RunExchange[]): string {
  const lines = exchanges
    .filter(({ actions }) => actions.length > 0)
    .map(({ n, label, actions }) => {
      const bySource = Map.groupBy(actions, ({ source }) => source);
      const names = [...bySource].map(
        ([source, some]) =>
          `${[...new Set(some.map(({ name }) => printable(name)))].join(', ')} (${printable(source)})`,
      );
      return listLine(`${n} ${printable(label)}`, names.join('; '));
    });
  return lines.length === 0 ? indented('nothing: the client has to know', WIDTH, INDENT) : lines.join('\n');
}

function knowledge({ knowledge: { addresses, names, rules } }: Run): string {
  return [
    listLine(`${addresses.length} ${addresses.length === 1 ? 'address' : 'addresses'}`, addresses.join('  ')),
    listLine(counted(names.length, 'name'), names.join(', ')),
    listLine(counted(rules.length, 'rule'), rules.join('; ')),
  ].join('\n');
}

function listLine(head: string, list: string): string {
  return indented(`${head}${list === '' ? '' : `: ${printable(list)}`}`, WIDTH, INDENT);
}

function spread({ median, min, max }: Spread): string {
  return `${grouped(median, 1)} ms (${grouped(min, 1)} to ${grouped(max, 1)})`;
}
