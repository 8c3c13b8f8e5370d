import { DEMO_DISHES, DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStyle, type ServedStyle, type StyleModule } from '../serve-style.ts';
import { askerOf, type Ask } from './asker.ts';

export interface ConditionalSubject {
  readonly module: StyleModule;
  /** `/level2`. */
  readonly prefix: string;
  /** In which media type a change of some members is sent. */
  readonly changeType: string;
}

const MENU = `/restaurants/${PERSONAS.luigi.restaurantId}/menu`;
const DISH = `${MENU}/${DEMO_DISHES.tonnarelli}`;
const ORDER = `/orders/${DEMO_ORDERS.PICKED_UP}`;
const BASKET = `/consumers/${PERSONAS.ann.consumerId}/baskets/${PERSONAS.luigi.restaurantId}`;

/** Everything that can be read, and by whom. */
const READS: readonly (readonly [path: string, as: PersonaName])[] = [
  [`/consumers/${PERSONAS.ann.consumerId}`, 'ann'],
  ['/consumers', 'sam'],
  [`/consumers/${PERSONAS.ann.consumerId}/order-history`, 'ann'],
  [BASKET, 'ann'],
  ['/restaurants', 'ann'],
  [`/restaurants/${PERSONAS.luigi.restaurantId}`, 'luigi'],
  [MENU, 'ann'],
  [DISH, 'luigi'],
  [`${DISH}/photo`, 'ann'],
  ['/orders?limit=3', 'ann'],
  [ORDER, 'ann'],
  [`${ORDER}/details`, 'ann'],
  [`${ORDER}/bill`, 'ann'],
  [`/tickets/${DEMO_ORDERS.PICKED_UP}`, 'luigi'],
  ['/tickets', 'luigi'],
  [`/deliveries/${DEMO_ORDERS.PICKED_UP}`, 'dana'],
  ['/deliveries', 'dana'],
  [`/deliveries/${DEMO_ORDERS.PICKED_UP}/track`, 'ann'],
  [`/couriers/${PERSONAS.dana.courierId}`, 'dana'],
  ['/couriers', 'sam'],
];

/** What a 304 says again: RFC 9110 §15.4.5. */
const SAID_AGAIN = ['etag', 'cache-control', 'vary', 'content-location'];

/** A style that uses HTTP as it is meant, held to RFC 9110 §13 clause by clause. */
export function describeConditionalRequests({ module, prefix, changeType }: ConditionalSubject): void {
  describe('conditional requests', () => {
    let served: ServedStyle;
    let ask: Ask;
    beforeAll(async () => {
      served = await serveStyle([module]);
      ask = askerOf(served, prefix);
    });
    afterAll(async () => {
      expect(served.defects).toEqual([]);
      await served.close();
    });

    describe.each(READS)('GET %s as %s', (path, as) => {
      it('RFC 9110 §8.8.3: has a strong validator, the same as long as nothing changes', async () => {
        const [first, second] = [await ask('GET', path, { as }), await ask('GET', path, { as })];
        expect(first.status).toBe(200);
        expect(first.headers.get('etag')).toMatch(/^"[^"]+"$/);
        expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
      });

      it('RFC 9110 §13.1.2: If-None-Match with the current validator, alone, listed, weak or *, is 304', async () => {
        const got = await ask('GET', path, { as });
        const etag = got.headers.get('etag') as string;
        for (const field of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
          for (const method of ['GET', 'HEAD']) {
            const answer = await ask(method, path, { as, headers: { 'if-none-match': field } });
            expect([answer.status, await answer.text()], `${method} ${field}`).toEqual([304, '']);
            // RFC 9110 §15.4.5.
            for (const name of SAID_AGAIN) expect(answer.headers.get(name), name).toBe(got.headers.get(name));
            expect(answer.headers.get('content-type')).toBe(null);
          }
        }
      });

      it('RFC 9110 §13.1.2: If-None-Match with another validator is answered in full', async () => {
        const answer = await ask('GET', path, { as, headers: { 'if-none-match': '"other", W/"another"' } });
        expect(answer.status).toBe(200);
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
      });

      it('RFC 9110 §13.1.1: If-Match of a read compares strongly, and is 412 where what is held is not current', async () => {
        const etag = (await ask('GET', path, { as })).headers.get('etag') as string;
        const statusOf = async (field: string) =>
          (await ask('GET', path, { as, headers: { 'if-match': field } })).status;
        expect(await statusOf(etag)).toBe(200);
        expect(await statusOf(`"other", ${etag}`)).toBe(200);
        expect(await statusOf('*')).toBe(200);
        expect(await statusOf(`W/${etag}`)).toBe(412);
        expect(await statusOf('"other"')).toBe(412);
      });
    });

    it('RFC 9110 §13.1.2: a malformed If-None-Match is unreadable, and so is a malformed If-Match', async () => {
      for (const name of ['if-none-match', 'if-match']) {
        for (const field of ['3', '"3', 'w/"3"', '"3" "4"', ',']) {
          const answer = await ask('GET', ORDER, { headers: { [name]: field } });
          expect([answer.status, await codeIn(answer)], `${name}: ${field}`).toEqual([400, 'unreadable']);
        }
      }
    });

    it('RFC 9110 §13.2.1: conditions do not count where the answer would be no success without them', async () => {
      const nobodys = '/orders/01900000-0000-7000-8000-00000000ffff';
      const conditions: Record<string, string>[] = [{ 'if-none-match': '*' }, { 'if-match': '"3"' }];
      for (const headers of conditions) {
        expect((await ask('GET', nobodys, { headers })).status).toBe(404);
      }
    });

    it('RFC 9110 §13.2.2: If-Match is looked at before If-None-Match, and If-None-Match before dates', async () => {
      const etag = (await ask('GET', ORDER)).headers.get('etag') as string;
      const statusWith = async (headers: Record<string, string>) => (await ask('GET', ORDER, { headers })).status;
      const [longAgo, later] = ['Sun, 22 Nov 2015 18:00:00 GMT', 'Fri, 22 Nov 2115 18:00:00 GMT'];
      expect(await statusWith({ 'if-match': '"other"', 'if-none-match': etag })).toBe(412);
      expect(await statusWith({ 'if-match': etag, 'if-none-match': etag })).toBe(304);
      expect(await statusWith({ 'if-none-match': '"other"', 'if-modified-since': later })).toBe(200);
      expect(await statusWith({ 'if-none-match': etag, 'if-modified-since': longAgo })).toBe(304);
    });

    it('RFC 9110 §13.1.3, §13.1.4: dates are ignored for what has no date of its own', async () => {
      for (const name of ['if-modified-since', 'if-unmodified-since']) {
        for (const date of ['Sun, 22 Nov 2015 18:00:00 GMT', 'Fri, 22 Nov 2115 18:00:00 GMT', 'yesterday']) {
          expect((await ask('GET', ORDER, { headers: { [name]: date } })).status, `${name}: ${date}`).toBe(200);
        }
      }
    });

    describe('of a change', () => {
      /** A dish of its own for each test, and its validator. */
      const dishes = [DEMO_DISHES.tonnarelli, DEMO_DISHES.tiramisu, DEMO_DISHES.soldOut].map((id) => `${MENU}/${id}`);
      const etagOf = async (path: string) => (await ask('GET', path, { as: 'luigi' })).headers.get('etag') as string;
      let renamed = 0;
      const change = async (path: string, headers: Record<string, string>) =>
        ask('PATCH', path, {
          as: 'luigi',
          headers: { 'content-type': changeType, ...headers },
          body: { description: `Another ${++renamed}` },
        });
      const [dish = ''] = dishes;

      it('RFC 9110 §13.1.1: If-Match with the current validator is done, with an older one it is 412', async () => {
        const etag = await etagOf(dish);
        const done = await change(dish, { 'if-match': etag });
        expect([done.status, done.headers.get('etag')]).toEqual([200, await etagOf(dish)]);
        const late = await change(dish, { 'if-match': etag });
        expect([late.status, await codeIn(late)]).toEqual([412, 'stale-version']);
      });

      it('RFC 6585 §3: without If-Match it is 428', async () => {
        const answer = await change(dish, {});
        expect([answer.status, await codeIn(answer)]).toEqual([428, 'version-required']);
      });

      it('RFC 9110 §8.8.3.2: a weak validator is no match, even if it is the current one', async () => {
        expect((await change(dish, { 'if-match': `W/${await etagOf(dish)}` })).status).toBe(412);
      });

      it('RFC 9110 §13.1.1: of several listed any may be the current one', async () => {
        expect((await change(dish, { 'if-match': `"999", W/"1", ${await etagOf(dish)}` })).status).toBe(200);
        expect((await change(dish, { 'if-match': '"999", "998", "never-ours"' })).status).toBe(412);
      });

      it('RFC 9110 §13.1.1: * is whatever is current', async () => {
        expect((await change(dish, { 'if-match': '*' })).status).toBe(200);
        expect((await change(`${MENU}/01900000-0000-7000-8000-00000000ffff`, { 'if-match': '*' })).status).toBe(404);
      });

      it('RFC 9110 §13.1.1: the validator of any coding of the thing is one of its validators', async () => {
        const coded = await ask('GET', dish, { as: 'luigi', headers: { 'accept-encoding': 'br' } });
        const etag = coded.headers.get('etag') as string;
        expect(etag).not.toBe(await etagOf(dish));
        expect((await change(dish, { 'if-match': etag })).status).toBe(200);
      });

      it('RFC 9110 §13.1.2: If-None-Match with the current validator, or *, is 412', async () => {
        const etag = await etagOf(dish);
        for (const field of ['*', etag, `W/${etag}`, `"999", ${etag}`]) {
          const answer = await change(dish, { 'if-match': etag, 'if-none-match': field });
          expect([answer.status, await codeIn(answer)], field).toEqual([412, 'stale-version']);
        }
        expect((await change(dish, { 'if-match': etag, 'if-none-match': '"999"' })).status).toBe(200);
      });

      it('RFC 9110 §13.2.2: a malformed field is 400, and nothing is changed', async () => {
        const etag = await etagOf(dish);
        expect((await change(dish, { 'if-match': etag, 'if-none-match': '999' })).status).toBe(400);
        expect((await change(dish, { 'if-match': 'etag' })).status).toBe(400);
        expect(await etagOf(dish)).toBe(etag);
      });

      it('RFC 9110 §13.1.2: If-None-Match: * makes a photo where there is none, and replaces none', async () => {
        const path = `${MENU}/${DEMO_DISHES.soldOut}/photo`;
        const body = Buffer.from('\x89PNG\r\n\x1a\n the first', 'latin1');
        const headers = { 'content-type': 'image/png', 'if-none-match': '*' };
        const made = await ask('PUT', path, { as: 'luigi', headers, body });
        expect(made.status).toBe(201);
        const again = await ask('PUT', path, { as: 'luigi', headers, body });
        expect([again.status, await codeIn(again)]).toEqual([412, 'stale-version']);
      });
    });
  });
}

async function codeIn(answer: Response): Promise<unknown> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return ((await answer.json()) as { readonly code?: unknown }).code;
}
