import {
  BOBS_ORDER,
  DEMO_DISHES,
  DEMO_ORDERS,
  PERSONAS,
  type InputOf,
  type OperationName,
  type PageInput,
  type PersonaName,
} from '@rungs/application';
import { RefusedError, type StyleClient, type StyleEntry } from '@rungs/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStyle, type ServedStyle, type StyleModule } from '../serve-style.ts';
import { ACTOR_NAMES, actorOf, nameOf, type Who } from './actors.ts';
import { question } from './ask.ts';
import { databaseDigest, orderCount } from './database-digest.ts';
import { askAndCompare } from './expectation.ts';
import { forgedTokens, tokenLike } from './forged-tokens.ts';
import { seededModel } from './model-seed.ts';
import { stepsOffered } from './model-steps.ts';
import { NOBODYS_ID } from './nobody.ts';
import type { StyleProbes } from './probes.ts';
import { everyRead, furnish, WALKS, type Walk } from './reads.ts';
import { Scene } from './scene.ts';
import { Snapshot } from './snapshot.ts';
import { DIRECT_PLACING, STORIES } from './stories.ts';
import { readsOfTouched } from './touched.ts';

export interface ConformanceSubject {
  readonly entry: StyleEntry;
  /** The style's Nest module. */
  readonly module: StyleModule;
  readonly probes: StyleProbes;
}

/** One served style as it was first, and a client of the style for each actor. */
class Bench extends Scene {
  private readonly clients = new Map<string, StyleClient>();

  constructor(
    readonly subject: ConformanceSubject,
    readonly served: ServedStyle,
  ) {
    super(seededModel());
  }

  async client(who: Who): Promise<StyleClient> {
    const name = nameOf(who);
    const client = this.clients.get(name) ?? (await this.connect(who, fetch));
    this.clients.set(name, client);
    return client;
  }

  /** A client of its own, which sends through this fetch. */
  async connect(who: Who, through: typeof fetch): Promise<StyleClient> {
    const actor = actorOf(who);
    const accessToken = actor.role === 'anonymous' ? undefined : await this.served.tokenFor(actor);
    return this.subject.entry.connect({ baseUrl: this.served.baseUrl, fetch: through, accessToken });
  }

  override async ask<N extends OperationName>(as: Who, operation: N, input: InputOf<N>): Promise<void> {
    const offers = this.subject.entry.style === 'rest-level-3';
    const told = { offers, who: nameOf(as) };
    await askAndCompare(await this.client(as), this.model, actorOf(as), question(operation, input), told);
  }

  async target(name: PersonaName): Promise<{ baseUrl: string; authorization: string }> {
    return { baseUrl: this.served.baseUrl, authorization: `Bearer ${await this.served.tokenFor(name)}` };
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
  let served: ServedStyle;
  let snapshot: Snapshot;
  let bench: Bench;

  beforeAll(async () => {
    served = await serveStyle([subject.module]);
    snapshot = await Snapshot.of(served.dataSource);
  });
  afterAll(() => served.close());

  /** In a freshly seeded world. */
  function withBench(name: string, body: () => void): void {
    describe(name, () => {
      let defects = 0;
      beforeAll(async () => {
        defects = served.defects.length;
        await snapshot.restore();
        bench = new Bench(subject, served);
      });
      afterAll(() => expect(served.defects.slice(defects), 'defects of ours').toEqual([]));
      body();
    });
  }

  withBench(`${entry.style} reads`, () => {
    beforeAll(() => furnish(bench));

    for (const as of ACTOR_NAMES) {
      it(`shows ${as} exactly what ${as} may see`, async () => {
        for (const { operation, input } of everyRead(bench)) await bench.ask(as, operation, input);
      });
    }

    it.each(WALKS)(
      'walks $question.operation $question.input page by page, without gap or duplicate, and back',
      async (walked) => {
        await expectWalk(await bench.client(walked.as), walked);
      },
    );

    it.each(WALKS)(
      "refuses cursors of $question.operation $question.input that were altered, and another's",
      async (walked) => {
        const { as, question: list, limit } = walked;
        const cursor = await nextOf(await bench.client(as), list, { limit });
        const altered = `${cursor.startsWith('A') ? 'B' : 'A'}${cursor.slice(1)}`;
        const anotherList = question('listOrders', { sort: 'placedAt', states: ['DELIVERED'] }) as Walk['question'];
        const orders = await nextOf(await bench.client(as), anotherList, { limit });
        const others = await nextOf(await bench.client(COLLEAGUE[as]), list, { limit });
        for (const after of [altered, orders, others]) {
          const failure: unknown = await nextOf(await bench.client(as), list, { limit, after }).catch(
            (error: unknown) => error,
          );
          expect(failure, after).toBeInstanceOf(RefusedError);
          expect((failure as RefusedError).refusal.code).toBe('invalid-input');
        }
      },
    );

    const { offeredSteps } = probes;
    if (offeredSteps) {
      it.each(ACTOR_NAMES.filter((as) => as !== 'anonymous'))(
        'offers %s the steps that state and role allow',
        async (as) => {
          for (const orderId of Object.values(DEMO_ORDERS)) {
            const offered = await offeredSteps(await bench.target(as), orderId);
            const allowed = stepsOffered(bench.case(orderId), actorOf(as));
            expect(offered.toSorted(), orderId).toEqual(allowed.toSorted());
          }
        },
      );
    }
  });

  for (const [name, story] of Object.entries(STORIES)) {
    if (placesByBasket && DIRECT_PLACING.includes(name)) continue;
    withBench(entry.style, () => {
      it(name, async () => {
        await story(bench);
        const touched = readsOfTouched(seededModel(), bench.model);
        for (const { operation, input } of touched) await bench.ask('sam', operation, input);
      });
    });
  }

  withBench(entry.style, () => {
    it('places an order once, when twenty arrive together with one key', async () => {
      const before = await orderCount(bench.served);
      const placeOnce = await oneOfMany(await bench.client('ann'), 'twenty-at-once', placesByBasket);
      const ann = await bench.connect('ann', together(20));
      const placed = await Promise.all(Array.from({ length: 20 }, () => placeOnce(ann)));
      expect(new Set(placed.map(({ id }) => id)).size).toBe(1);
      expect(await orderCount(bench.served)).toBe(before + 1);
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

/** Somebody else who may ask for the same list. */
const COLLEAGUE: Readonly<Record<Walk['as'], Who>> = {
  ann: 'sam',
  luigi: 'sam',
  sam: { role: 'support', supportAgentId: NOBODYS_ID },
};

type PageRead = Awaited<ReturnType<StyleClient['getTrack']>>;

function readPage(client: StyleClient, { operation, input }: Walk['question'], page: PageInput): Promise<PageRead> {
  return client[operation]({ ...input, ...page } as never) as Promise<PageRead>;
}

async function nextOf(client: StyleClient, list: Walk['question'], page: PageInput): Promise<string> {
  return (await readPage(client, list, page)).page.next ?? '';
}

/** The list as one page, and in small pages forwards and back again. */
async function expectWalk(client: StyleClient, { question: list, limit }: Walk): Promise<void> {
  const read = (page: PageInput): Promise<PageRead> => readPage(client, list, page);
  const whole = (await read({ limit: 100 })).items;
  const forwards: unknown[] = [];
  const backwards: unknown[] = [];
  let page = await read({ limit });
  for (;;) {
    forwards.push(...page.items);
    if (page.page.next === undefined || forwards.length >= limit * 6) break;
    page = await read({ limit, after: page.page.next });
  }
  for (;;) {
    backwards.unshift(...page.items);
    if (page.page.previous === undefined) break;
    page = await read({ limit, before: page.page.previous });
  }
  expect(forwards.length, 'more than two pages').toBeGreaterThan(limit * 2);
  expect(forwards).toEqual(whole.slice(0, forwards.length));
  expect(backwards).toEqual(forwards);
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
