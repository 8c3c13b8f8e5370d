import { measuredCells, plainText, sentencesOf, type Choice, type Comparison } from '@rungs/measure';
import { CLIENT_MODES, SCENARIOS, SERVER_MODES, VISITS } from '@rungs/scenarios';
import { comparisonTable, type TableOptions } from './comparison-table.ts';
import { cellName, isNothingMeasured, isStopped, partialText } from './failures.ts';
import { wrap } from './lines.ts';
import { voidNotes } from './void-notes.ts';

export interface RenderOptions extends TableOptions {
  /** `a server started for this`, or its address. */
  readonly server: string;
}

/** Lines of words are read worse where they are longer, however wide the table is. */
const WIDEST_TEXT = 100;
const LEAST_TEXT = 60;
const NAMED_CELLS = 3;

/** The whole of what people read: the question, the table, what follows from it, and how it was measured. */
export function renderComparison(comparison: Comparison, options: RenderOptions): string {
  const { title, question } = SCENARIOS[comparison.scenario];
  const table = comparisonTable(comparison, options);
  const width = Math.min(Math.max(table.widthCharacters, LEAST_TEXT), options.columns ?? WIDEST_TEXT, WIDEST_TEXT);
  const notes = [
    ...partialNotes(comparison),
    ...saidOf(comparison),
    ...(comparison.valid ? [] : voidNotes(comparison)),
    ...secondVisitNote(comparison),
    method(comparison, options.server),
    ...(table.leftOut.length > 0
      ? [`No room for: ${table.leftOut.map(({ title: name }) => name).join(', ')}. A wider terminal shows them.`]
      : []),
  ];
  const text = [`${title}. ${question}`, ...notes].map((note) => wrap(note, width));
  const [head = '', ...below] = text;
  return `${[head, table.text, ...below].join('\n\n')}\n`;
}

function partialNotes({ cells, repeats }: Comparison): readonly string[] {
  const partial = cells.flatMap((cell) =>
    cell.outcome === 'partial' ? [{ cell, what: partialText(cell.failure, cell.run.repeats, repeats) }] : [],
  );
  // A server that went away ends all of them alike.
  return [...Map.groupBy(partial, ({ what }) => what)].map(([what, some]) => {
    const names = some.map(({ cell }) => cellName(cell));
    return `* ${names.length > NAMED_CELLS ? `${names.length} programs` : names.join('; ')}: ${what}`;
  });
}

/** What the figures say, of the one choice that everybody looks at first, as far as it was run. */
function saidOf(comparison: Comparison): readonly string[] {
  if (isNothingMeasured(comparison)) return [];
  const choice = firstChoice(comparison);
  const byKind = Map.groupBy(sentencesOf(comparison, choice), ({ kind }) => kind);
  const paragraphs = [...byKind.values()].map((sentences) => sentences.map(plainText).join(' '));
  const isOneOfSeveral = (['client', 'server', 'visit'] as const).some(
    (axis) => new Set(comparison.cells.map((cell) => cell[axis])).size > 1,
  );
  const [first, ...others] = paragraphs;
  if (first === undefined || !comparison.valid || !isOneOfSeveral) return paragraphs;
  const { client, server, visit } = choice;
  return [`Clients ${client}, server ${server}, ${visit} visit: ${first}`, ...others];
}

/** Composed, batched, first visit, or what comes nearest of what was run. */
function firstChoice(comparison: Comparison): Choice {
  const cells = measuredCells(comparison);
  const pick = <T extends string>(order: readonly T[], axis: 'client' | 'server' | 'visit', wanted: T): T =>
    [wanted, ...order].find((value) => cells.some((cell) => cell[axis] === value)) ?? wanted;
  return {
    client: pick(CLIENT_MODES, 'client', 'composed'),
    server: pick(SERVER_MODES, 'server', 'batched'),
    visit: pick(VISITS, 'visit', 'first'),
  };
}

function secondVisitNote({ scenario, cells }: Comparison): readonly string[] {
  const { secondVisit } = SCENARIOS[scenario];
  if (secondVisit === true || !cells.some(({ visit }) => visit === 'second')) return [];
  return [`There is no second visit: ${secondVisit.notApplicable}.`];
}

function method(comparison: Comparison, server: string): string {
  const { persona, repeats, valid } = comparison;
  const cells = measuredCells(comparison);
  if (cells.length === 0) return `Asked as ${persona} on ${server}.`;
  const isWhole = comparison.cells.every((cell) => !('failure' in cell));
  const serverModes = new Set(comparison.cells.map((cell) => cell.server));
  return [
    `Each program ${isWhole ? 'ran' : 'was to run'} once to warm up, then ${repeats === 1 ? 'once' : `${repeats} times`}, as ${persona} on ${server}, over HTTP/1.1.`,
    ...(serverModes.size === 1 ? [`Server mode: ${[...serverModes].join()}.`] : []),
    ...(valid && cells.length > 1 ? [`All ${cells.length} programs built the same view.`] : []),
    ...(isStopped(comparison) ? ['It was stopped before it had come to its end.'] : []),
    `Times are localhost’s${repeats === 1 ? '' : ', the median of all repeats'}.`,
    ...(valid && cells.length > 1 ? ['• the best of its column among those that are served alike.'] : []),
    'What the columns count: rungs compare --help.',
  ].join(' ');
}
