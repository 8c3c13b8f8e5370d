import { BOBS_ORDER, DEMO_DISHES, DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import { RefusedError, type StyleClient, type StyleEntry } from '@rungs/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStyle, type ServedStyle, type StyleModule } from '../serve-style.ts';
import { ACTOR_NAMES, type ActorName } from './actors.ts';
import type { Ask } from './ask.ts';
import { BASKETS, cancelling, KEYED, NOBODYS_ID, PLACING, READS } from './cases.ts';
import { databaseDigest, orderCount } from './database-digest.ts';
import { askAndCompare } from './expectation.ts';
import { forgedTokens, tokenLike } from './forged-tokens.ts';
import type { ModelState } from './model-state.ts';
import { seededModel } from './model-seed.ts';
import type { StyleProbes } from './probes.ts';

export interface ConformanceSubject {
  readonly entry: StyleEntry;
  /** The style's Nest module. */
  readonly module: StyleModule;
  readonly probes: StyleProbes;
}

/** One served style with a database of its own, and a client of the style for each actor. */
class Bench {
  private readonly clients = new Map<ActorName, StyleClient>();

  private constructor(
    readonly subject: ConformanceSubject,
    readonly served: ServedStyle,
    readonly model: ModelState,
  ) {}

  static async open(subject: ConformanceSubject): Promise<Bench> {
    return new Bench(subject, await serveStyle([subject.module]), seededModel());
  }

  async client(name: ActorName): Promise<StyleClient> {
    const client = this.clients.get(name) ?? (await this.connect(name, fetch));
    this.clients.set(name, client);
    return client;
  }

  /** A client of its own, which sends through this fetch. */
  async connect(name: ActorName, through: typeof fetch): Promise<StyleClient> {
    const accessToken = name === 'anonymous' ? undefined : await this.served.tokenFor(name);
    return this.subject.entry.connect({ baseUrl: this.served.baseUrl, fetch: through, accessToken });
  }

  /** Asks through the style's client, and holds the answer against the model's. */
  async ask(ask: Ask): Promise<void> {
    await askAndCompare(await this.client(ask.as), this.model, ask, this.subject.entry.style === 'rest-level-3');
  }

  async target(name: PersonaName): Promise<{ baseUrl: string; authorization: string }> {
    return { baseUrl: this.served.baseUrl, authorization: `Bearer ${await this.served.tokenFor(name)}` };
  }

  close(): Promise<void> {
    return this.served.close();
  }
}

const valid = {
  restaurantId: PERSONAS.luigi.restaurantId,
  consumerId: PERSONAS.ann.consumerId,
  lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 }],
  paymentToken: 'tok_visa',
};

/** In JSON, because `__proto__` in a literal would be no member. */
const UNINVITED = [
  ['state', '{"state":"DELIVERED"}'],
  ['total', '{"total":{"amount":1,"currency":"EUR"}}'],
  ['id', `{"id":"${NOBODYS_ID}"}`],
  ["another's consumerId", `{"consumerId":"${PERSONAS.bob.consumerId}"}`],
  ['__proto__', '{"__proto__":{"role":"support"}}'],
  ['constructor', '{"constructor":{"prototype":{"role":"support"}}}'],
] as const;

/** The one suite that every style passes, in terms of operations and outcomes. */
export function describeConformance(subject: ConformanceSubject): void {
  const { entry, probes } = subject;
  const placesByBasket = entry.exceptions.some(({ operation }) => operation === 'placeOrder');
  let bench: Bench;

  function withBench(name: string, body: () => void): void {
    describe(name, () => {
      beforeAll(async () => {
        bench = await Bench.open(subject);
      });
      afterAll(async () => {
        await bench.close();
        expect(bench.served.defects, 'defects of ours').toEqual([]);
      });
      body();
    });
  }

  withBench(`${entry.style} reads`, () => {
    for (const as of ACTOR_NAMES) {
      it(`shows ${as} exactly what ${as} may see`, async () => {
        for (const read of READS) await bench.ask({ as, ...read } as Ask);
      });
    }

    it('walks a list page by page, without gap or duplicate, and back', async () => {
      const client = await bench.client('ann');
      const consumerId = PERSONAS.ann.consumerId;
      const whole = (await client.listOrders({ consumerId, limit: 100 })).items.map(({ id }) => id);
      const forwards: string[] = [];
      const backwards: string[] = [];
      let page = await client.listOrders({ consumerId, limit: 4 });
      for (;;) {
        forwards.push(...page.items.map(({ id }) => id));
        if (page.page.next === undefined || forwards.length >= 24) break;
        page = await client.listOrders({ consumerId, limit: 4, after: page.page.next });
      }
      for (;;) {
        backwards.unshift(...page.items.map(({ id }) => id));
        if (page.page.previous === undefined) break;
        page = await client.listOrders({ consumerId, limit: 4, before: page.page.previous });
      }
      expect(forwards.length).toBeGreaterThan(8);
      expect(forwards).toEqual(whole.slice(0, forwards.length));
      expect(backwards).toEqual(forwards);
    });

    it("refuses a cursor that was altered, and another actor's", async () => {
      const ann = await bench.client('ann');
      const sam = await bench.client('sam');
      const cursor = (await ann.listOrders({ limit: 2 })).page.next as string;
      const altered = `${cursor.startsWith('A') ? 'B' : 'A'}${cursor.slice(1)}`;
      for (const attempt of [
        () => ann.listOrders({ limit: 2, after: altered }),
        () => sam.listOrders({ limit: 2, after: cursor }),
        () => ann.listOrders({ limit: 2, after: cursor, sort: 'placedAt' }),
      ]) {
        const failure: unknown = await attempt().catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(RefusedError);
        expect((failure as RefusedError).refusal.code).toBe('invalid-input');
      }
    });

    it('refuses a page size out of range', async () => {
      for (const limit of [0, 101]) await bench.ask({ as: 'ann', operation: 'listOrders', input: { limit } });
    });
  });

  withBench(`${entry.style} places orders`, () => {
    it('as the domain says, with every refusal', async () => {
      for (const ask of PLACING) await bench.ask(ask);
    });

    if (!placesByBasket) {
      it('once for each idempotency key', async () => {
        for (const ask of KEYED) await bench.ask(ask);
      });
    }

    it('and shows them to all who take part', async () => {
      const seeded = seededModel().cases;
      const fresh = [...bench.model.cases.keys()].filter((id) => !seeded.has(id));
      expect(fresh.length).toBeGreaterThan(1);
      for (const orderId of fresh) {
        for (const as of ACTOR_NAMES) {
          for (const operation of ['getOrder', 'getOrderDetails', 'getTicket', 'getDelivery', 'getBill'] as const) {
            await bench.ask({ as, operation, input: { orderId } });
          }
        }
      }
    });

    it('once, when twenty arrive together with one key', async () => {
      const before = await orderCount(bench.served);
      const placeOnce = await oneOfMany(await bench.client('ann'), 'twenty-at-once', placesByBasket);
      const ann = await bench.connect('ann', together(20));
      const placed = await Promise.all(Array.from({ length: 20 }, () => placeOnce(ann)));
      expect(new Set(placed.map(({ id }) => id)).size).toBe(1);
      expect(await orderCount(bench.served)).toBe(before + 1);
    });
  });

  withBench(`${entry.style} cancels orders`, () => {
    it('while the state allows it, for whom it may, at the version they saw', async () => {
      const versionOf = (orderId: string): number => bench.model.cases.get(orderId)?.order.version ?? 1;
      for (const ask of cancelling(versionOf)) await bench.ask(ask);
    });

    it('with ticket, delivery and bill, and frees the courier', async () => {
      for (const orderId of [DEMO_ORDERS.APPROVED, DEMO_ORDERS.ACCEPTED]) {
        for (const operation of ['getOrder', 'getTicket', 'getDelivery', 'getBill'] as const) {
          await bench.ask({ as: 'sam', operation, input: { orderId } });
        }
      }
      for (const courierId of bench.model.couriers.keys()) {
        await bench.ask({ as: 'sam', operation: 'getCourier', input: { courierId } });
      }
    });
  });

  withBench(`${entry.style} keeps baskets`, () => {
    it('as the domain says, up to the checkout', async () => {
      for (const ask of BASKETS) await bench.ask(ask);
    });
  });

  withBench(`${entry.style} refuses`, () => {
    async function expectRefused(
      probe: (target: { baseUrl: string; authorization: string }) => Promise<Response>,
      code: string,
      as: PersonaName = 'ann',
    ): Promise<Response> {
      const before = await databaseDigest(bench.served);
      const answer = await probe(await bench.target(as));
      expect(answer.status, 'no failure of ours').toBeLessThan(500);
      expect(await probes.refusalOf(answer.clone())).toBe(code);
      expect(await databaseDigest(bench.served), 'nothing is written').toEqual(before);
      return answer;
    }

    it('an unreadable body', () => expectRefused((target) => probes.unreadableBody(target), 'unreadable'));
    it('an unknown operation', () => expectRefused((target) => probes.unknownOperation(target), 'operation-unknown'));
    it('a wrong type', () => expectRefused((target) => probes.wrongType(target), 'invalid-input'));
    it.each(UNINVITED)('a member that the server owns: %s', async (_name, text) => {
      const uninvited = JSON.parse(text) as object;
      await expectRefused((target) => probes.serverOwnedMember(target, valid, uninvited), 'invalid-input');
    });

    it("another's order, with the answer for an order that never was", async () => {
      const foreign = await expectRefused((target) => probes.readOrder(target, BOBS_ORDER), 'order-not-found');
      const never = await expectRefused((target) => probes.readOrder(target, NOBODYS_ID), 'order-not-found');
      expect(foreign.status).toBe(never.status);
      const text = async (answer: Response, id: string): Promise<string> =>
        (await answer.text()).replaceAll(id, '').replaceAll(/[0-9a-f]{32}/g, '(trace)');
      expect(await text(foreign, BOBS_ORDER)).toBe(await text(never, NOBODYS_ID));
    });

    it('a step that the state does not allow', () =>
      expectRefused((target) => probes.cancelApproved(target, DEMO_ORDERS.DELIVERED, 1), 'order-not-cancellable'));
    it('a step without the version it is meant for', () =>
      expectRefused((target) => probes.cancelApproved(target, DEMO_ORDERS.APPROVED, undefined), 'version-required'));
    it('a step with a stale version', () =>
      expectRefused((target) => probes.cancelApproved(target, DEMO_ORDERS.APPROVED, 99), 'stale-version'));
    it('a step of another role', () =>
      expectRefused((target) => probes.cancelApproved(target, DEMO_ORDERS.APPROVED, 1), 'forbidden', 'luigi'));

    it('every forged token, with 401', async () => {
      const { baseUrl, signingKey } = bench.served;
      const good = await bench.served.tokenFor('ann');
      const read = (token: string): Promise<Response> =>
        probes.readOrder({ baseUrl, authorization: `Bearer ${token}` }, DEMO_ORDERS.APPROVED);
      const control = await read(tokenLike(good, signingKey));
      expect(await probes.refusalOf(control), 'the same claims, signed anew').toBeUndefined();
      for (const [forgery, token] of Object.entries(forgedTokens(good, signingKey))) {
        const answer = await read(token);
        expect(answer.status, forgery).toBe(401);
        expect(answer.headers.get('www-authenticate'), forgery).toContain('Bearer');
        expect(await probes.refusalOf(answer), forgery).toBe('unauthenticated');
      }
    });
  });
}

/** The same placing for many clients: directly, or by checking out one basket, which is filled here. */
async function oneOfMany(
  filling: StyleClient,
  idempotencyKey: string,
  byBasket: boolean,
): Promise<(client: StyleClient) => Promise<{ id: string }>> {
  const { consumerId, restaurantId, lines, paymentToken } = valid;
  if (!byBasket) return (client) => client.placeOrder({ restaurantId, lines, paymentToken, idempotencyKey });
  const key = { consumerId, restaurantId };
  const { version } = await filling.addToBasket({ ...key, menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 });
  return (client) => client.checkoutBasket({ ...key, paymentToken, expectedVersion: version, idempotencyKey });
}

/**
 * Sends nothing but reads until so many requests have come together, then all at once. Without it the first may be
 * done before the last has looked for its form, which is then gone.
 */
function together(count: number): typeof fetch {
  let arrived = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return async (target, init) => {
    if ((init?.method ?? 'GET') !== 'GET') {
      arrived += 1;
      if (arrived === count) open();
      await opened;
    }
    return fetch(target, init);
  };
}
