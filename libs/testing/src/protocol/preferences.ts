import { DEMO_DISHES, PERSONAS } from '@rungs/application';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStyle, type ServedStyle, type StyleModule } from '../serve-style.ts';
import { askerOf, type Ask } from './asker.ts';

export interface PreferencesSubject {
  readonly module: StyleModule;
  /** `/level2`. */
  readonly prefix: string;
  /** In which media type a change of some members is sent. */
  readonly changeType: string;
}

const { restaurantId } = PERSONAS.luigi;
const DISH = `/restaurants/${restaurantId}/menu/${DEMO_DISHES.tonnarelli}`;
const BASKET = `/consumers/${PERSONAS.ann.consumerId}/baskets/${restaurantId}`;

/** A style that uses HTTP as it is meant, held to RFC 7240 clause by clause. */
export function describePreferences({ module, prefix, changeType }: PreferencesSubject): void {
  describe('preferences', () => {
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

    let changes = 0;
    const change = async (headers: Record<string, string>, more: object = {}): Promise<Response> => {
      const etag = (await ask('GET', DISH, { as: 'luigi' })).headers.get('etag') as string;
      return ask('PATCH', DISH, {
        as: 'luigi',
        headers: { 'content-type': changeType, 'if-match': etag, ...headers },
        body: { description: `Change ${++changes}`, ...more },
      });
    };
    const addLine = (headers: Record<string, string>, more: object = {}): Promise<Response> =>
      ask('POST', `${BASKET}/lines`, {
        headers,
        body: { menuItemId: DEMO_DISHES.tiramisu, quantity: 1, ...more },
      });

    it('RFC 7240 §4.2: return=minimal of a change is 204, with its new validator and where it is', async () => {
      const answer = await change({ prefer: 'return=minimal' });
      expect([answer.status, await answer.text()]).toEqual([204, '']);
      const field = (name: string) => answer.headers.get(name);
      const now = (await ask('GET', DISH, { as: 'luigi' })).headers.get('etag');
      expect([field('preference-applied'), field('content-location'), field('etag')]).toEqual([
        'return=minimal',
        prefix + DISH,
        now,
      ]);
      expect(field('content-type')).toBe(null);
    });

    it('RFC 7240 §4.2: return=minimal of what is made is 201 with its Location, and no content', async () => {
      await addLine({});
      const etag = (await ask('GET', BASKET)).headers.get('etag') as string;
      const headers = { 'if-match': etag, prefer: 'return=minimal' };
      const answer = await ask('POST', `${BASKET}/checkout`, { headers, body: { paymentToken: 'tok_visa' } });
      expect([answer.status, await answer.text()]).toEqual([201, '']);
      const location = answer.headers.get('location') as string;
      const made = await ask('GET', location);
      expect([made.status, made.headers.get('etag')]).toEqual([200, answer.headers.get('etag')]);
    });

    it('RFC 7240 §4.2: return=representation is what is answered anyway, and said to be so', async () => {
      const answer = await change({ prefer: 'return=representation' });
      expect([answer.status, answer.headers.get('preference-applied')]).toEqual([200, 'return=representation']);
      expect(await answer.json()).toMatchObject({ description: `Change ${changes}` });
    });

    it('RFC 7240 §2: what is unknown or malformed is ignored, and of two that disagree the first counts', async () => {
      for (const prefer of ['respond-async', 'return=everything', 'handling=harsh', ';;=, "', 'x; y=1']) {
        const answer = await change({ prefer });
        expect([answer.status, answer.headers.get('preference-applied')], prefer).toEqual([200, null]);
      }
      const answer = await change({ prefer: 'respond-async, return=minimal; foo="a,b", return=representation' });
      expect([answer.status, answer.headers.get('preference-applied')]).toEqual([204, 'return=minimal']);
    });

    it('RFC 7240 §4.2: a refusal and a read are answered in full whatever is preferred', async () => {
      const headers = { prefer: 'return=minimal' };
      const refused = await ask('GET', `${DISH}x`, { headers });
      expect([refused.status, (await refused.json()) as object]).toMatchObject([404, { status: 404 }]);
      const read = await ask('GET', DISH, { headers });
      expect([read.status, read.headers.get('preference-applied')]).toEqual([200, null]);
      expect(await read.json()).toMatchObject({ name: expect.any(String) as string });
    });

    it('RFC 7240 §4.4: handling=strict refuses members that nobody knows, by their place, and changes nothing', async () => {
      const before = (await ask('GET', DISH, { as: 'luigi' })).headers.get('etag');
      const answer = await change({ prefer: 'handling=strict' }, { colour: 'red' });
      expect([answer.status, answer.headers.get('preference-applied')]).toEqual([422, 'handling=strict']);
      expect(await answer.json()).toMatchObject({
        code: 'invalid-input',
        errors: [{ path: '/colour', message: 'is unknown here' }],
      });
      expect((await ask('GET', DISH, { as: 'luigi' })).headers.get('etag')).toBe(before);
      const added = await addLine({ prefer: 'handling=strict' }, { 'a/b~c': 1 });
      expect(await added.json()).toMatchObject({ errors: [{ path: '/a~1b~0c' }] });
    });

    it('RFC 7240 §4.4: handling=strict takes what is known, and handling=lenient all else besides', async () => {
      const strict = await addLine({ prefer: 'handling=strict, return=minimal' });
      expect([strict.status, strict.headers.get('preference-applied')]).toEqual([
        204,
        'handling=strict, return=minimal',
      ]);
      const lenient = await addLine({ prefer: 'handling=lenient' }, { colour: 'red' });
      expect([lenient.status, lenient.headers.get('preference-applied')]).toEqual([200, 'handling=lenient']);
      expect((await addLine({}, { colour: 'red' })).status).toBe(200);
    });

    it('RFC 7240 §4.4: handling=strict refuses query parameters that nobody knows, too', async () => {
      const headers = { prefer: 'handling=strict' };
      for (const path of ['/orders?limit=2&limti=3', `${DISH}?limti=3`]) {
        const answer = await ask('GET', path, { headers });
        expect([answer.status, await answer.json()], path).toMatchObject([422, { errors: [{ path: '/limti' }] }]);
        expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([null, 'no-store']);
        expect((await ask('GET', path)).status).toBe(200);
      }
      expect((await ask('GET', '/orders?limit=2&states=APPROVED', { headers })).status).toBe(200);
    });

    it('RFC 9110 §15: what else is wrong with a request is told first, strict or not', async () => {
      const headers = { prefer: 'handling=strict', 'content-type': changeType };
      const dish = `/restaurants/${restaurantId}/menu/01900000-0000-7000-8000-00000000ffff`;
      expect((await ask('PATCH', dish, { as: 'luigi', headers, body: { colour: 'red' } })).status).toBe(404);
      expect((await ask('PATCH', DISH, { as: 'mei', headers, body: { colour: 'red' } })).status).toBe(403);
      expect((await ask('PATCH', DISH, { as: 'luigi', headers, body: { colour: 'red' } })).status).toBe(428);
    });
  });
}
