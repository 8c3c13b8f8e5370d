import type { ClientMode, StyleId } from '@rungs/scenarios';
import { choose, chosenRuns, type Choice, type Chosen } from './choice.ts';
import { isMeasured, type Comparison, type MeasuredCell } from './comparison.ts';
import { bestFigure, metric, type Metric } from './metrics.ts';
import { bytesText, countOf, namedStyles, text, pathsText, type Part, type Said } from './wording.ts';
import { mostBytesSentence, statementsSentence, stepsSentence } from './why.ts';

/** Words that follow from the figures alone. */
export interface Sentence {
  /** Who needs least and most; why; where it turns out otherwise; what stands in for what; why nothing is said. */
  readonly kind: 'answer' | 'why' | 'otherwise' | 'stand-in' | 'void';
  readonly parts: readonly Part[];
}

/** What a comparison says about the chosen runs, most telling first; of a void one only why it says nothing. */
export function sentencesOf(comparison: Comparison, choice: Choice): readonly Sentence[] {
  if (!comparison.valid) return [sentence('void', voidWords(comparison))];
  const chosen = choose(comparison, choice);
  const cells = chosenRuns(chosen);
  if (cells.length < 2) return [];
  return [
    sentence('answer', roundTripWords(cells, comparison)),
    sentence('answer', bytesWords(cells)),
    sentence('answer', statementWords(cells, comparison)),
    ...[stepsSentence(cells), mostBytesSentence(cells), statementsSentence(cells)].flatMap((words) =>
      words ? [sentence('why', words)] : [],
    ),
    ...[otherClientWords(comparison, choice, cells), secondVisitWords(comparison, choice, cells)].flatMap((words) =>
      words ? [sentence('otherwise', words)] : [],
    ),
    ...standInSentences(chosen),
  ];
}

/** For a terminal, a document, a screen reader. */
export function plainText({ parts }: Sentence): string {
  return parts.map((part) => part.text).join('');
}

function sentence(kind: Sentence['kind'], words: Said): Sentence {
  const [first, ...others] = words;
  if (!first) return { kind, parts: [] };
  return { kind, parts: [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...others] };
}

/** `GraphQL needs 1 dependent round trip; level 0, level 1 and level 2 need 2, level 3 needs 3.` */
function roundTripWords(cells: readonly MeasuredCell[], comparison: Comparison): Said {
  const groups = groupsOf(metric('roundTrips'), cells, comparison);
  const [first, ...others] = groups;
  if (!first) return [];
  const need = (count: number): string => (count === 1 ? ' needs ' : ' need ');
  const [figure, best] = first;
  if (others.length === 0) {
    return [text(`${all(cells.length)} styles need `), ...countOf(figure, 'dependent round trip'), text('.')];
  }
  return [
    ...namedStyles(best, true),
    text(need(best.length)),
    ...countOf(figure, 'dependent round trip'),
    ...others.flatMap(([more, some], index) => [
      text(index === 0 ? '; ' : ', '),
      ...namedStyles(some, false),
      text(`${need(some.length)}${more}`),
    ]),
    text('.'),
  ];
}

/** `Fewest bytes: GraphQL with 2.1 kB; most: level 3 with 12.3 kB, 5.9 times as many.` */
function bytesWords(cells: readonly MeasuredCell[]): Said {
  const of = ({ run }: MeasuredCell): number => run.totals.bytesWire;
  const [least, most] = [Math.min(...cells.map(of)), Math.max(...cells.map(of))];
  if (least === most) return [text(`all move ${bytesText(least)}.`)];
  const at = (figure: number) => cells.filter((cell) => of(cell) === figure);
  const times = least > 0 ? `, ${(most / least).toFixed(1)} times as many` : '';
  return [
    text('fewest bytes: '),
    ...namedStyles(at(least), true),
    text(' with '),
    text(bytesText(least), { strong: true }),
    text('; most: '),
    ...namedStyles(at(most), false),
    text(` with ${bytesText(most)}${times}.`),
  ];
}

/** `Fewest SQL statements: 7 (GraphQL); most: 25 (level 1, level 2 and level 3).` */
function statementWords(cells: readonly MeasuredCell[], comparison: Comparison): Said {
  const groups = groupsOf(metric('sql'), cells, comparison);
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last) return [];
  if (first === last) return [text('all cause '), ...countOf(first[0], 'SQL statement'), text('.')];
  return [
    text('fewest SQL statements: '),
    ...namedStyles(first[1], true),
    text(' with '),
    text(String(first[0]), { strong: true }),
    text('; most: '),
    ...namedStyles(last[1], false),
    text(` with ${last[0]}.`),
  ];
}

/** Cells by their figure, the best first. */
function groupsOf(
  { value, better }: Metric,
  cells: readonly MeasuredCell[],
  comparison: Comparison,
): readonly (readonly [figure: number, cells: readonly MeasuredCell[]])[] {
  const byFigure = new Map<number, MeasuredCell[]>();
  for (const cell of cells) {
    const figure = value(cell.run, comparison);
    if (figure !== undefined) byFigure.set(figure, [...(byFigure.get(figure) ?? []), cell]);
  }
  return [...byFigure].sort(([one], [other]) => (better === 'less' ? one - other : other - one));
}

/** Who is best when clients ask otherwise, where that is somebody else. */
function otherClientWords(comparison: Comparison, choice: Choice, cells: readonly MeasuredCell[]): Said | undefined {
  const roundTrips = metric('roundTrips');
  for (const client of ['purpose-built', 'composed', 'granular'] satisfies ClientMode[]) {
    if (client === choice.client) continue;
    const others = choose(comparison, { ...choice, client }).flatMap(({ cell, insteadOf }) =>
      cell && isMeasured(cell) && !insteadOf ? [cell] : [],
    );
    const [first, ...rest] = groupsOf(roundTrips, others, comparison);
    if (!first || others.length < 2) continue;
    const [figure, best] = first;
    if (sameStyles(best, bestOf(roundTrips, cells, comparison))) continue;
    const who = rest.length === 0 ? `${all(best.length)} styles that have such a client` : undefined;
    return [
      text(`asked ${client}, `),
      ...(who === undefined ? namedStyles(best, true) : [text(who)]),
      text(best.length === 1 ? ' needs ' : ' need '),
      ...countOf(figure, 'round trip'),
      text(rest.length === 0 ? '.' : ', fewer than all others.'),
    ];
  }
  return undefined;
}

/** What a second visit moves, where it has been measured. */
function secondVisitWords(comparison: Comparison, choice: Choice, cells: readonly MeasuredCell[]): Said | undefined {
  if (choice.visit !== 'first') return undefined;
  const again = chosenRuns(choose(comparison, { ...choice, visit: 'second' }));
  if (again.length < 2) return undefined;
  const saved = again.filter((cell) => {
    const before = cells.find(({ style }) => style === cell.style);
    return before !== undefined && cell.run.totals.bytesWire < before.run.totals.bytesWire;
  });
  if (saved.length === 0) return [text('a second visit saves nobody anything: all of it travels again.')];
  return [
    text('on a second visit '),
    ...saved.flatMap((cell, index): Said => [
      ...(index === 0 ? [] : [text(', ')]),
      ...namedStyles([cell], true),
      text(` moves ${bytesText(cell.run.totals.bytesWire)}`),
    ]),
    text(saved.length === again.length ? '.' : ', and the others all of it again.'),
  ];
}

/** `Level 1, level 2 and level 3 ask granular here, since they have no composed way.` and each reason. */
function standInSentences(chosen: readonly Chosen[]): readonly Sentence[] {
  const byMode = new Map<string, { readonly cells: MeasuredCell[]; readonly asked: ClientMode; used: ClientMode }>();
  for (const { cell, insteadOf } of chosen) {
    if (!cell || !isMeasured(cell) || !insteadOf) continue;
    const key = `${insteadOf.client} ${cell.client}`;
    const group = byMode.get(key) ?? { cells: [], asked: insteadOf.client, used: cell.client };
    group.cells.push(cell);
    byMode.set(key, group);
  }
  return [...byMode.values()].map(({ cells, asked, used }) =>
    sentence('stand-in', [
      ...namedStyles(cells, false),
      text(cells.length === 1 ? ' asks ' : ' ask '),
      text(`${used} here: there is no ${asked} way to ask for this.`),
    ]),
  );
}

function bestOf(one: Metric, cells: readonly MeasuredCell[], comparison: Comparison): readonly MeasuredCell[] {
  const best = bestFigure(one, cells, comparison);
  return best === undefined ? cells : cells.filter(({ run }) => one.value(run, comparison) === best);
}

const all = (count: number): string => (count === 2 ? 'both' : `all ${count}`);

function sameStyles(some: readonly MeasuredCell[], others: readonly MeasuredCell[]): boolean {
  const ids = (cells: readonly MeasuredCell[]): readonly StyleId[] => cells.map(({ style }) => style);
  return ids(some).join() === ids(others).join();
}

/** Why a comparison that is not valid says nothing. */
function voidWords({ views, mismatches }: Comparison): Said {
  const [agreed, other] = views;
  const [mismatch] = mismatches;
  if (!agreed) return [text('nothing to compare: no program came to its end.')];
  if (!other && mismatch) {
    return [
      text('void: ', { strong: true }),
      text(`a program ended with “${mismatch.got}” where “${mismatch.declared}” is declared for its style.`),
    ];
  }
  const paths = other ? differingPaths(agreed.viewModel, other.viewModel) : [];
  return [
    text('void: ', { strong: true }),
    text(
      `the programs built ${views.length} different views, so that nothing here is ranked. They differ at ` +
        `${pathsText(paths)}.`,
    ),
  ];
}

/** JSON Pointers (RFC 6901) of the leaves in which two view models differ. */
export function differingPaths(one: unknown, other: unknown, path = ''): readonly string[] {
  if (isObject(one) && isObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].flatMap((name) =>
      differingPaths(one[name], other[name], `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  }
  return one === other ? [] : [path];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
