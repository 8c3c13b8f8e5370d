import { DEMO_DISHES, PERSONAS, type PersonaName } from '@rungs/application';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStyle, type ServedStyle, type StyleModule } from '../serve-style.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { askerOf, type Ask, type Asked } from './asker.ts';

export interface ReplaySubject {
  readonly module: StyleModule;
  /** `/level2`. */
  readonly prefix: string;
  /** In which media type a change of some members is sent. */
  readonly changeType: string;
  /** What to take, so that the same thing twice is the same text twice. */
  readonly accept: string;
}

const { consumerId } = PERSONAS.ann;
const { restaurantId } = PERSONAS.luigi;
const BASKET = `/consumers/${consumerId}/baskets/${restaurantId}`;
const DISH = `/restaurants/${restaurantId}/menu/${DEMO_DISHES.tonnarelli}`;
const PNG = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1');

const IN_PARALLEL = 20;

/** One request, ready to be sent again and again. */
interface Prepared extends Asked {
  readonly as: PersonaName;
  readonly method: string;
  readonly path: string;
}

interface Answered {
  readonly status: number;
  readonly location: string | null;
  readonly etag: string | null;
  readonly body: string;
}

/** A style that uses HTTP as it is meant, held to what it says of requests that are sent again. */
export function describeReplays({ module, prefix, changeType, accept }: ReplaySubject): void {
  describe('requests that are sent again', () => {
    let database: TestDatabase;
    let served: ServedStyle;
    let ask: Ask;
    beforeAll(async () => {
      database = await createTestDatabase();
      served = await serveStyle([module], { databaseUrl: database.url });
      ask = askerOf(served, prefix);
    });
    afterAll(async () => {
      expect(served.defects).toEqual([]);
      await served.close();
      await database.drop();
    });

    let keys = 0;
    const newKey = (): string => `replay-${++keys}`;

    const send = async ({ method, path, headers, ...asked }: Prepared): Promise<Answered> => {
      const answer = await ask(method, path, { ...asked, headers: { accept, ...headers } });
      const field = (name: string) => answer.headers.get(name);
      return { status: answer.status, location: field('location'), etag: field('etag'), body: await answer.text() };
    };

    const etagOf = async (path: string, as: PersonaName): Promise<string> => {
      const answer = await ask('GET', path, { as });
      expect(answer.status, path).toBe(200);
      return answer.headers.get('etag') as string;
    };

    const held = async (path: string, as: PersonaName): Promise<Record<string, string>> => ({
      'if-match': await etagOf(path, as),
    });

    const fillBasket = async (quantity = 1): Promise<void> => {
      const line = { menuItemId: DEMO_DISHES.tiramisu, quantity };
      expect((await ask('POST', `${BASKET}/lines`, { body: line })).status).toBe(200);
    };

    const placeOrder = async (): Promise<string> => {
      await fillBasket();
      const headers = await held(BASKET, 'ann');
      const placed = await ask('POST', `${BASKET}/checkout`, { headers, body: { paymentToken: 'tok_visa' } });
      expect(placed.status).toBe(201);
      return (placed.headers.get('location') as string).split('/').at(-1) as string;
    };

    /** Each with the `If-Match` of the first time; a function of how many have been made, so that each is a new one. */
    const REQUESTS: Readonly<Record<string, () => Promise<Prepared>>> = {
      'PUT of a cancellation': async () => {
        const order = `/orders/${await placeOrder()}`;
        return { as: 'ann', method: 'PUT', path: `${order}/cancellation`, headers: await held(order, 'ann') };
      },
      'PUT of an acceptance': async () => {
        const ticket = `/tickets/${await placeOrder()}`;
        const body = { readyBy: new Date(Date.now() + 3_600_000).toISOString() };
        const headers = await held(ticket, 'luigi');
        return { as: 'luigi', method: 'PUT', path: `${ticket}/acceptance`, headers, body };
      },
      'PUT of a basket’s line': async () => {
        await fillBasket();
        const path = `${BASKET}/lines/${DEMO_DISHES.tiramisu}`;
        return { as: 'ann', method: 'PUT', path, headers: await held(BASKET, 'ann'), body: { quantity: 7 } };
      },
      'PUT of a photo with a key': async () => {
        const path = `${DISH}/photo`;
        await ask('DELETE', path, { as: 'luigi', headers: await held(DISH, 'luigi') });
        const headers = {
          'content-type': 'image/png',
          'idempotency-key': newKey(),
          ...(await held(DISH, 'luigi')),
        };
        return { as: 'luigi', method: 'PUT', path, headers, body: PNG };
      },
      'DELETE of a basket': async () => {
        await fillBasket();
        return { as: 'ann', method: 'DELETE', path: BASKET, headers: await held(BASKET, 'ann') };
      },
      'DELETE of a photo': async () => {
        const path = `${DISH}/photo`;
        const headers = { 'content-type': 'image/png', ...(await held(DISH, 'luigi')) };
        await ask('PUT', path, { as: 'luigi', headers, body: Buffer.concat([PNG, Buffer.from(newKey())]) });
        return { as: 'luigi', method: 'DELETE', path, headers: await held(DISH, 'luigi') };
      },
      'POST of a basket’s line with a key': async () => {
        const body = { menuItemId: DEMO_DISHES.tiramisu, quantity: 1 };
        return { as: 'ann', method: 'POST', path: `${BASKET}/lines`, headers: { 'idempotency-key': newKey() }, body };
      },
      'POST of a checkout with a key': async () => {
        await fillBasket();
        const headers = { 'idempotency-key': newKey(), ...(await held(BASKET, 'ann')) };
        return { as: 'ann', method: 'POST', path: `${BASKET}/checkout`, headers, body: { paymentToken: 'tok_visa' } };
      },
      'PATCH of a dish with a key': async () => {
        const key = newKey();
        const headers = { 'content-type': changeType, 'idempotency-key': key, ...(await held(DISH, 'luigi')) };
        return { as: 'luigi', method: 'PATCH', path: DISH, headers, body: { description: `As of ${key}` } };
      },
      'POST that is refused, with a key': async () => {
        const body = { menuItemId: DEMO_DISHES.soldOut, quantity: 1 };
        const headers = { 'idempotency-key': newKey() };
        return Promise.resolve({ as: 'ann', method: 'POST', path: `${BASKET}/lines`, headers, body });
      },
    };

    describe.each(Object.keys(REQUESTS))('%s', (name) => {
      const prepare = REQUESTS[name]!;

      it('RFC 9110 §9.2.2, §13.1.1: is answered as the first time, with the If-Match of the first time', async () => {
        const request = await prepare();
        const first = await send(request);
        expect(await send(request)).toEqual(first);
        expect(await send(request)).toEqual(first);
      });

      it(`is done once when ${IN_PARALLEL} come at the same time, and all are answered alike`, async () => {
        const request = await prepare();
        const answers = await Promise.all(Array.from({ length: IN_PARALLEL }, () => send(request)));
        for (const answer of answers) expect(answer).toEqual(answers[0]);
        expect(await send(request)).toEqual(answers[0]);
      });

      it('is answered as the first time after the server was started anew', async () => {
        const request = await prepare();
        const first = await send(request);
        const { defects } = served;
        await served.close();
        expect(defects).toEqual([]);
        served = await serveStyle([module], { databaseUrl: database.url });
        ask = askerOf(served, prefix);
        expect(await send(request)).toEqual(first);
      });
    });

    it('RFC 9110 §9.3.4: a PUT without a key makes a photo (201), and then finds it made (200)', async () => {
      const { headers: { 'idempotency-key': _key, ...headers } = {}, ...request } =
        await REQUESTS['PUT of a photo with a key']!();
      const [first, second] = [await send({ ...request, headers }), await send({ ...request, headers })];
      expect([first.status, second.status]).toEqual([201, 200]);
      expect([second.body, second.etag]).toEqual([first.body, first.etag]);
    });

    it('makes one order of many checkouts with one key, and another of another key', async () => {
      const rows = async () =>
        Number(((await served.dataSource.query('SELECT count(*) AS n FROM orders')) as { n: string }[])[0]?.n);
      const before = await rows();
      const request = await REQUESTS['POST of a checkout with a key']!();
      await Promise.all(Array.from({ length: IN_PARALLEL }, () => send(request)));
      expect(await rows()).toBe(before + 1);
      await send(await REQUESTS['POST of a checkout with a key']!());
      expect(await rows()).toBe(before + 2);
    });

    it('draft-ietf-httpapi-idempotency-key-header §2.7: one key with another request is 422', async () => {
      const request = await REQUESTS['POST of a basket’s line with a key']!();
      expect((await send(request)).status).toBe(200);
      const other = await send({ ...request, body: { menuItemId: DEMO_DISHES.tiramisu, quantity: 2 } });
      expect([other.status, JSON.parse(other.body)]).toMatchObject([422, { code: 'idempotency-conflict' }]);
      // Another's key of the same name is another key.
      const { headers } = await REQUESTS['PATCH of a dish with a key']!();
      const anothers = { ...headers, 'idempotency-key': request.headers!['idempotency-key']! };
      const dish = await send({
        as: 'luigi',
        method: 'PATCH',
        path: DISH,
        headers: anothers,
        body: { description: 'Another’s' },
      });
      expect(dish.status).toBe(200);
    });

    it('draft-ietf-httpapi-idempotency-key-header §2.1: a key is a quoted text of visible characters, or bare', async () => {
      const line = { menuItemId: DEMO_DISHES.tiramisu, quantity: 1 };
      const statusOf = async (key: string): Promise<number> =>
        (await ask('POST', `${BASKET}/lines`, { headers: { 'idempotency-key': key }, body: line })).status;
      const key = newKey();
      expect([await statusOf(`"${key}"`), await statusOf(key), await statusOf('k'.repeat(255))]).toEqual([
        200, 200, 200,
      ]);
      for (const malformed of ['', '""', 'k'.repeat(256), 'two words', '"two words"']) {
        expect(await statusOf(malformed), malformed).toBe(422);
      }
    });
  });
}
