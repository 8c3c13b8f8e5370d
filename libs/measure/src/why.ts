import type { MeasuredCell } from './comparison.ts';
import { depthsOf } from './critical-path.ts';
import { neverReadPercent } from './metrics.ts';
import type { RunExchange } from './run.ts';
import { bytesText, counted, listText, namedStyles, text, type Said } from './wording.ts';

// What lies behind the extremes, read from the exchanges of the run that has them.

/** `Level 3 asks for order, then for ticket and delivery, and then for courier: each step needs the answer before it.` */
export function stepsSentence(cells: readonly MeasuredCell[]): Said | undefined {
  const slowest = extreme(cells, ({ run }) => run.totals.roundTripsCritical);
  if (!slowest || slowest.run.totals.roundTripsCritical < 2) return undefined;
  const sent = slowest.run.exchanges.filter(({ cache }) => cache !== 'fresh');
  const depths = depthsOf(slowest.run.exchanges);
  const steps = [...new Set(sent.map(({ n }) => depths.get(n) ?? 0))]
    .toSorted((one, other) => one - other)
    .map((depth) => sent.filter(({ n }) => depths.get(n) === depth).map(({ label }) => label));
  const [first = ''] = steps.map(listText);
  if (steps.every((labels) => listText(labels) === first)) {
    return [...namedStyles([slowest], false), text(` asks for ${first} ${steps.length} times, one after the other.`)];
  }
  const told = steps.map(
    (labels, index) =>
      `${index === 0 ? '' : index === steps.length - 1 && index > 1 ? ', and then for ' : ', then for '}${listText(labels)}`,
  );
  return [
    ...namedStyles([slowest], false),
    text(` asks for ${told.join('')}: each step needs an answer of the one before.`),
  ];
}

/** Which part of the largest transfer is what: heads, bodies, and of the bodies what nobody reads. */
export function mostBytesSentence(cells: readonly MeasuredCell[]): Said | undefined {
  const largest = extreme(cells, ({ run }) => run.totals.bytesWire);
  if (!largest) return undefined;
  const { exchanges, totals } = largest.run;
  const sum = (figure: (exchange: RunExchange) => number): number =>
    exchanges.reduce((subtotal, exchange) => subtotal + figure(exchange), 0);
  const heads = sum(({ bytes }) => bytes.requestHead + bytes.responseHead);
  const bodies = sum(({ bytes }) => bytes.responseBodyWire);
  const unread = neverReadPercent(totals.bytesCompressed, totals.bytesPruned);
  const { used, unused, control, envelope } = totals.fields;
  const leaves = used + unused + control + envelope;
  return [
    text('of what '),
    ...namedStyles([largest], false),
    text(
      ` moves, ${bytesText(heads)} are heads of ${counted(totals.exchanges, 'exchange')} and ${bytesText(bodies)} ` +
        `bodies of answers, ${unread.toFixed(0)} % of which this screen never reads`,
    ),
    text(control > 0 && leaves > 0 ? `; ${control} of ${counted(leaves, 'field')} are links and forms.` : '.'),
  ];
}

/** `For each of level 2’s 7 exchanges the server ran 1 to 5 statements, for the one of GraphQL 7.` */
export function statementsSentence(cells: readonly MeasuredCell[]): Said | undefined {
  const most = extreme(cells, ({ run }) => run.totals.sql);
  const least = extreme(cells, ({ run }) => -run.totals.sql);
  if (!most || !least || most.run.totals.sql === least.run.totals.sql) return undefined;
  return [
    text('for '),
    ...exchangesOf(most),
    text(` the server ran ${statementsOf(most)}, for `),
    ...exchangesOf(least),
    text(` ${statementsOf(least)}.`),
  ];
}

function exchangesOf(cell: MeasuredCell): Said {
  const { exchanges } = cell.run.totals;
  return [
    text(exchanges === 1 ? 'the one exchange of ' : `each of the ${exchanges} exchanges of `),
    ...namedStyles([cell], false),
  ];
}

function statementsOf({ run }: MeasuredCell): string {
  const counts = run.exchanges.filter(({ cache }) => cache !== 'fresh').map(({ sql }) => sql.count);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? counted(least, 'statement') : `${least} to ${counted(most, 'statement')}`;
}

/** The cell with the largest figure; the first of several. */
function extreme(cells: readonly MeasuredCell[], figure: (cell: MeasuredCell) => number): MeasuredCell | undefined {
  return cells.reduce<MeasuredCell | undefined>(
    (found, cell) => (found === undefined || figure(cell) > figure(found) ? cell : found),
    undefined,
  );
}
