import { DEMO_DISHES, DEMO_ORDERS, PERSONAS, type LoadingMode } from '@rungs/application';
import { entry } from '@rungs/graphql-client';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Asking, type Asked, type AskedBy } from '../spec/asking.ts';
import { violationsOf } from '../spec/random-queries/answer-check.ts';
import { Choices } from '../spec/random-queries/choices.ts';
import { KnownValues } from '../spec/random-queries/known-values.ts';
import { QueryWriter, type WrittenQuery } from '../spec/random-queries/query-writer.ts';
import { Reached } from '../spec/random-queries/reached.ts';
import { askingOf } from '../spec/random-queries/selection.ts';
import { statementBound, type PromisingMode } from '../spec/random-queries/statement-bound.ts';
import { GraphqlStyleModule } from './module.ts';
import { SCHEMA_SDL } from './schema.generated.ts';

const QUERIES = 2000;
const SEED = Number(process.env['RANDOM_QUERIES_SEED'] ?? 20_261_122);
/** At most so many of a hundred may be refused as too much: such a query shows nothing else. */
const MOST_REFUSED_PERCENT = 5;
/** Of the fields that queries can reach; and of the values that they are answered, so many are not null. */
const LEAST_COVERED_PERCENT = 95;
const LEAST_PRESENT_PERCENT = 75;
/** One in so many is also asked by somebody who does not choose how it is loaded, and promised the same. */
const UNCHOSEN_EVERY = 4;
/** And row by row, which promises the same answer and no number of statements. */
const PER_ROW_EVERY = 10;
/** Counterexamples that are shown of one run. */
const MOST_SHOWN = 10;
const ACTORS: readonly AskedBy[] = ['ann', 'ann', 'bob', 'luigi', 'mei', 'dana', 'sam', 'sam', 'anonymous'];

const schema = buildSchema(SCHEMA_SDL);

let served: ServedStyle;
let menuImportId: string;
let http: Asking;
beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule]);
  http = new Asking(served);
  await furnish();
});
afterAll(() => served?.close());

/** What the demo data lacks: an import, a basket with something in it, a note, money given back. */
async function furnish(): Promise<void> {
  const connect = async (as: 'ann' | 'luigi' | 'sam') =>
    entry.connect({ baseUrl: served.baseUrl, fetch, accessToken: await served.tokenFor(as) });
  const [ann, luigi, sam] = await Promise.all([connect('ann'), connect('luigi'), connect('sam')]);
  const { restaurantId } = PERSONAS.luigi;
  const { consumerId } = PERSONAS.ann;
  const lines = [{ menuItemId: DEMO_DISHES.tiramisu, quantity: 2 }];
  menuImportId = (await luigi.importMenu({ restaurantId, csv: 'name,price\nPanna cotta,600\nNothing,\n' })).id;
  await ann.addToBasket({ consumerId, restaurantId, menuItemId: DEMO_DISHES.tiramisu, quantity: 2 });
  await ann.placeOrder({ restaurantId, lines, paymentToken: 'tok_visa', deliveryNote: 'Ring twice.' });
  const amount = { amount: 250, currency: 'EUR' };
  await sam.refundBill({ orderId: DEMO_ORDERS.DELIVERED, amount, reason: 'It arrived cold.' });
  await vi.waitFor(async () => expect((await luigi.getMenuImport({ restaurantId, menuImportId })).state).toBe('DONE'), {
    timeout: 20_000,
  });
}

const PROMISING: readonly PromisingMode[] = ['one-statement', 'batched'];

function modesOf(turn: number): readonly (LoadingMode | undefined)[] {
  return [
    ...PROMISING,
    ...(turn % UNCHOSEN_EVERY === 0 ? [undefined] : []),
    ...(turn % PER_ROW_EVERY === 0 ? (['per-row'] as const) : []),
  ];
}

/** An answer as it is whichever way it was loaded: but for trace ids, and the order in which parts failed. */
function comparable({ status, data, errors }: Asked): unknown {
  const told = errors.map(({ message, path, extensions }) => JSON.stringify([path, message, extensions['code']]));
  return { status, data, errors: told.sort() };
}

class Run {
  readonly reached = new Reached(schema);
  private readonly known = new KnownValues({ menuImportId });

  write(choices: Choices, as: AskedBy): WrittenQuery {
    return new QueryWriter(schema, choices, this.known, as).write();
  }

  /** Everything wrong with the answers to one query; nothing for right ones. */
  async wrongWith(query: WrittenQuery, as: AskedBy, turn: number): Promise<readonly string[]> {
    const asks = askingOf(schema, parse(query.text), query.variables);
    const modes = modesOf(turn);
    const { variables } = query;
    const [answer, ...others] = await Promise.all(
      modes.map((loading) => http.ask(query.text, { variables, as, loading })),
    );
    if (!answer) throw new Error('Nothing was asked.');
    this.reached.answer(answer);
    const learner = this.known.learner(as, asks);
    const violations = violationsOf(asks, answer, (type, nodes, value, path) => {
      this.reached.field(type, nodes, value);
      learner(type, nodes, value, path);
    });
    for (const [index, { statements }] of [answer, ...others].entries()) {
      const mode = modes[index] ?? 'one-statement';
      if (mode === 'per-row') continue;
      const bound = statementBound(asks, mode);
      this.reached.statements(mode, statements, bound);
      if (!(statements <= bound)) violations.push(`${mode}: ${statements} statements, ${bound} are allowed`);
    }
    for (const [index, other] of others.entries()) {
      const [said, expected] = [other, answer].map((one) => JSON.stringify(comparable(one)));
      if (said !== expected) violations.push(`${modes[index + 1]}: another answer, ${said?.slice(0, 600)}`);
    }
    return violations;
  }
}

it(
  `answers ${QUERIES} random queries as the schema says, alike however they are loaded, in few statements`,
  { timeout: 600_000 },
  async () => {
    const run = new Run();
    const wrong: string[] = [];
    const turns = Choices.many(SEED, QUERIES).entries();
    for (const [turn, choices] of turns) {
      const as = choices.pick(ACTORS);
      const query = run.write(choices, as);
      const violations = await run.wrongWith(query, as, turn);
      if (violations.length > 0) {
        wrong.push(`query ${turn}, as ${String(as)}: ${violations.slice(0, 5).join('\n  ')}\n${JSON.stringify(query)}`);
      }
      if (wrong.length >= MOST_SHOWN) break;
    }
    process.stdout.write(`Random queries of seed ${SEED}: ${String(run.reached)}\n`);
    expect(wrong.join('\n\n')).toBe('');
    expect(served.defects).toEqual([]);
    expect((100 * run.reached.refusedAsTooMuch) / QUERIES).toBeLessThan(MOST_REFUSED_PERCENT);
    expect(run.reached.coveredPercent, `missed: ${run.reached.missed.join(', ')}`).toBeGreaterThan(
      LEAST_COVERED_PERCENT,
    );
    expect(run.reached.nonNullPercent).toBeGreaterThan(LEAST_PRESENT_PERCENT);
  },
);
