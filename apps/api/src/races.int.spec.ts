import { DEMO_DISHES } from '@rungs/application';
import { STYLE_CLIENTS } from '@rungs/clients';
import { RefusedError, type StyleClient, type StyleEntry } from '@rungs/scenarios';
import {
  CAST,
  FixtureDatabase,
  fixtureModel,
  ForgetfulPayments,
  serveStyle,
  StartingGate,
  violations,
  type CastName,
  type ServedStyle,
} from '@rungs/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

// Real clients that ask at the same time, again and again, in every style and across styles. Nobody says who must win;
// what is said is that never two do, that losers are told so, and what must hold afterwards.

const ROUNDS = 60;
const RACE = { timeout: 120_000 };

const { ann, luigi, dana, cleo } = CAST;
const KEY = { consumerId: ann.consumerId, restaurantId: luigi.restaurantId };

let served: ServedStyle;
let database: FixtureDatabase;
const payments = new ForgetfulPayments();
const tokens = new Map<CastName, string>();

beforeAll(async () => {
  served = await serveStyle(
    STYLE_SERVERS.map(({ module }) => module),
    { payments },
  );
  const quiet = fixtureModel();
  quiet.cases.clear();
  // One courier on duty, dana: whoever comes second waits.
  quiet.couriers.forEach((courier, id) => quiet.couriers.set(id, { ...courier, onDuty: id === dana.courierId }));
  database = await FixtureDatabase.in(served.dataSource, quiet);
  for (const name of ['ann', 'luigi', 'dana', 'cleo', 'sam'] as const)
    tokens.set(name, await served.tokenFor(CAST[name]));
});

afterAll(async () => {
  await served.close();
  expect(served.defects, 'defects of ours').toEqual([]);
});

interface Entrant {
  readonly as: CastName;
  readonly asks: (client: StyleClient) => Promise<unknown>;
}

/** What came of it for one entrant: the outcome, or the code of the refusal. */
type Finish = { readonly won: unknown } | { readonly lost: string };

function connect(entry: StyleEntry, as: CastName, through: typeof fetch = fetch): StyleClient {
  return entry.connect({ baseUrl: served.baseUrl, fetch: through, accessToken: tokens.get(as) });
}

/** All in one style, and in the next five rounds each in another. */
function styleOf(round: number, entrant: number): StyleEntry {
  const apart = Math.floor(round / STYLE_CLIENTS.length) % 2;
  return STYLE_CLIENTS[(round + apart * entrant) % STYLE_CLIENTS.length] as StyleEntry;
}

async function race(round: number, ...entrants: readonly Entrant[]): Promise<readonly Finish[]> {
  const gate = new StartingGate(entrants.length);
  return Promise.all(
    entrants.map(({ as, asks }, at) =>
      gate.enter(async (through): Promise<Finish> => {
        try {
          return { won: await asks(connect(styleOf(round, at), as, through)) };
        } catch (error) {
          if (error instanceof RefusedError) return { lost: error.refusal.code };
          throw error;
        }
      }),
    ),
  );
}

const endOf = (finish: Finish | undefined): string => (finish && 'lost' in finish ? finish.lost : 'won');
const ends = (finishes: readonly Finish[]): string => finishes.map(endOf).join(', ');

/** Each round from the same beginning; after each, everything that must hold does. */
async function rounds(play: (round: number, hands: Hands) => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await database.reset();
    payments.forget();
    await play(round, new Hands());
    const held = payments.authorizations.flatMap(({ code, voided }) => (voided ? [] : [code]));
    const broken = await violations(served.dataSource, held);
    expect(broken, `after round ${round}`).toEqual([]);
  }
}

/** Sets the scene of a round, one step after the other. */
class Hands {
  private readonly entry = STYLE_CLIENTS[0] as StyleEntry;
  readonly ann = connect(this.entry, 'ann');
  readonly luigi = connect(this.entry, 'luigi');

  fillBasket(): Promise<{ readonly version: number }> {
    return this.ann.addToBasket({ ...KEY, menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 });
  }

  async order(): Promise<string> {
    const { version } = await this.fillBasket();
    return (await this.ann.checkoutBasket({ ...KEY, expectedVersion: version, paymentToken: 'tok_visa' })).id;
  }

  async acceptedOrder(): Promise<string> {
    const orderId = await this.order();
    await accepting(orderId).asks(this.luigi);
    return orderId;
  }
}

const HALF_AN_HOUR_MS = 30 * 60_000;

function accepting(orderId: string): Entrant {
  const readyBy = new Date(Date.now() + HALF_AN_HOUR_MS).toISOString();
  return { as: 'luigi', asks: (client) => client.acceptTicket({ orderId, expectedVersion: 1, readyBy }) };
}

function cancelling(as: 'ann' | 'sam', orderId: string, expectedVersion: number): Entrant {
  return { as, asks: (client) => client.cancelOrder({ orderId, expectedVersion }) };
}

function duty(as: 'dana' | 'cleo', onDuty: boolean): Entrant {
  const { courierId } = { dana, cleo }[as];
  const expectedVersion = fixtureModel().couriers.get(courierId)?.version;
  return { as, asks: (client) => client.setOnDuty({ courierId, onDuty, expectedVersion }) };
}

async function deliveryStates(...orderIds: readonly string[]): Promise<readonly string[]> {
  const rows = await served.dataSource.query<{ id: string; state: string }[]>(
    'SELECT order_id AS id, state FROM delivery WHERE order_id = ANY ($1)',
    [orderIds],
  );
  return orderIds.map((orderId) => rows.find(({ id }) => id === orderId)?.state ?? 'missing');
}

it('an order is cancelled or accepted, never both', RACE, async () => {
  await rounds(async (round, hands) => {
    const orderId = await hands.order();
    const finishes = await race(round, cancelling(round % 2 ? 'sam' : 'ann', orderId, 1), accepting(orderId));
    expect(['won, ticket-not-acceptable', 'stale-version, won']).toContain(ends(finishes));
  });
});

it('of two acceptances one gets the only free courier', RACE, async () => {
  await rounds(async (round, hands) => {
    const orderIds = [await hands.order(), await hands.order()];
    const finishes = await race(round, ...orderIds.map(accepting));
    expect(ends(finishes)).toBe('won, won');
    expect((await deliveryStates(...orderIds)).toSorted()).toEqual(['PENDING', 'SCHEDULED']);
  });
});

it('of six revisions of one version one is made', RACE, async () => {
  await rounds(async (round, hands) => {
    const orderId = await hands.order();
    const revising = (quantity: number): Entrant => ({
      as: 'ann',
      asks: (client) =>
        client.reviseOrder({
          orderId,
          expectedVersion: 1,
          lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity }],
        }),
    });
    const finishes = await race(round, ...[2, 3, 4, 5, 6, 7].map(revising));
    const winners = finishes.flatMap((finish) => ('won' in finish ? [finish.won] : []));
    expect(winners).toHaveLength(1);
    expect(finishes.map(endOf).filter((end) => end !== 'won')).toEqual(Array(5).fill('stale-version'));
    expect(await hands.ann.getOrder({ orderId })).toEqual(winners[0]);
  });
});

it('a basket is checked out once, with a key and without', RACE, async () => {
  await rounds(async (round, hands) => {
    const { version: expectedVersion } = await hands.fillBasket();
    const idempotencyKey = round % 2 ? 'once' : undefined;
    const checkout: Entrant = {
      as: 'ann',
      asks: (client) => client.checkoutBasket({ ...KEY, expectedVersion, paymentToken: 'tok_visa', idempotencyKey }),
    };
    const finishes = await race(round, checkout, checkout);
    const orders = (await hands.ann.listOrders({})).items;
    expect(orders).toHaveLength(1);
    if (idempotencyKey !== undefined) {
      expect(finishes).toEqual([{ won: orders[0] }, { won: orders[0] }]);
    } else {
      const [first, second] = finishes.map(endOf).toSorted();
      expect(['basket-empty', 'stale-version']).toContain(first);
      expect(second).toBe('won');
    }
  });
});

it('a courier goes off duty or gets the delivery, never both', RACE, async () => {
  await rounds(async (round, hands) => {
    const orderId = await hands.order();
    const finishes = await race(round, duty('dana', false), accepting(orderId));
    expect(['won, won', 'courier-busy, won']).toContain(ends(finishes));
    const [state] = await deliveryStates(orderId);
    expect(state).toBe(endOf(finishes[0]) === 'won' ? 'PENDING' : 'SCHEDULED');
  });
});

it('a courier who gets free takes what has waited longest, whatever else is accepted meanwhile', RACE, async () => {
  await rounds(async (round, hands) => {
    const delivering = await hands.acceptedOrder();
    const waiting = await hands.acceptedOrder();
    const fresh = await hands.order();
    expect(await deliveryStates(delivering, waiting)).toEqual(['SCHEDULED', 'PENDING']);
    const cleoToo = round % 2 === 1;
    const finishes = await race(
      round,
      cancelling('ann', delivering, 2),
      accepting(fresh),
      ...(cleoToo ? [duty('cleo', true)] : []),
    );
    expect(finishes.map(endOf)).toEqual(finishes.map(() => 'won'));
    expect(await deliveryStates(waiting, fresh)).toEqual(['SCHEDULED', cleoToo ? 'SCHEDULED' : 'PENDING']);
  });
});
