import { DEMO_DISHES, DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import { askerOf, serveStyle, type Ask, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from '../module.ts';

const MERGE = 'application/merge-patch+json';
const JSON_PATCH = 'application/json-patch+json';
const RESTAURANT = `/restaurants/${PERSONAS.luigi.restaurantId}`;
const DISH = `${RESTAURANT}/menu/${DEMO_DISHES.tonnarelli}`;
const ANN = `/consumers/${PERSONAS.ann.consumerId}`;
const ORDER = `/orders/${DEMO_ORDERS.APPROVED}`;

interface Shown {
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

describe('patches', () => {
  let served: ServedStyle;
  let ask: Ask;
  beforeAll(async () => {
    served = await serveStyle([RestLevel2Module]);
    ask = askerOf(served, '/level2', 'luigi');
  });
  afterAll(async () => {
    expect(served.defects).toEqual([]);
    await served.close();
  });

  const show = async (path: string, as: PersonaName = 'luigi'): Promise<Shown> => {
    const answer = await ask('GET', path, { as });
    return { headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
  };

  /** With the version of what is there, unless the header fields say otherwise. */
  const patch = async (
    path: string,
    type: string,
    body: unknown,
    { as = 'luigi' as PersonaName, headers = {} } = {},
  ) => {
    const held = (await show(path, as)).headers.get('etag') as string;
    const fields = { 'content-type': type, 'if-match': held, ...headers };
    return ask('PATCH', path, { as, headers: fields, body: JSON.stringify(body) });
  };

  const newKey = (): string => `patch-${Math.random()}`;

  it('RFC 5789 §3.1: OPTIONS says what patches are taken, and a 415 as well (§2.2)', async () => {
    const types = `${MERGE}, ${JSON_PATCH}, application/json`;
    for (const path of [RESTAURANT, DISH, ANN, ORDER]) {
      expect((await ask('OPTIONS', path)).headers.get('accept-patch'), path).toBe(types);
    }
    for (const type of ['application/xml', 'image/gif', 'application/vnd.api+json', 'text/plain']) {
      const answer = await patch(DISH, type, {});
      expect([answer.status, answer.headers.get('accept-patch')], type).toEqual([415, types]);
    }
  });

  describe('RFC 6902: JSON Patch', () => {
    it('changes a dish as it is shown, and answers with what came of it', async () => {
      const { body: before } = await show(DISH);
      const answer = await patch(DISH, JSON_PATCH, [
        { op: 'test', path: '/price/currency', value: 'EUR' },
        { op: 'replace', path: '/price/amount', value: 1333 },
        { op: 'add', path: '/tags/-', value: 'signature' },
        { op: 'copy', from: '/name', path: '/description' },
      ]);
      expect([answer.status, answer.headers.get('deprecation')]).toEqual([200, null]);
      expect(await answer.json()).toEqual({
        ...before,
        version: (before['version'] as number) + 1,
        price: { amount: 1333, currency: 'EUR' },
        tags: [...(before['tags'] as string[]), 'signature'],
        description: before['name'],
      });
      expect(answer.headers.get('etag')).toBe((await show(DISH)).headers.get('etag'));
    });

    it('changes consumers and restaurants', async () => {
      const name = await patch(ANN, JSON_PATCH, [{ op: 'replace', path: '/name/last', value: 'Neri' }], { as: 'ann' });
      expect(await name.json()).toMatchObject({ name: { last: 'Neri' } });
      const address = await patch(RESTAURANT, JSON_PATCH, [{ op: 'replace', path: '/address/city', value: 'Ostia' }]);
      expect(await address.json()).toMatchObject({ address: { city: 'Ostia' } });
    });

    it('revises an order by its lines as they are shown', async () => {
      const { body: before } = await show(ORDER, 'ann');
      const lines = before['lineItems'] as { menuItemId: string; quantity: number }[];
      const more = [
        { op: 'replace', path: '/lineItems/0/quantity', value: lines[0]!.quantity + 1 },
        { op: 'add', path: '/deliveryNote', value: 'Ring twice.' },
      ];
      const revised = await patch(ORDER, JSON_PATCH, more, { as: 'ann' });
      expect(revised.status).toBe(200);
      const { lineItems, deliveryNote } = (await revised.json()) as Record<string, unknown>;
      expect([(lineItems as typeof lines)[0]?.quantity, deliveryNote]).toEqual([lines[0]!.quantity + 1, 'Ring twice.']);
      const dearer = [{ op: 'replace', path: '/lineItems/0/unitPrice/amount', value: 1 }];
      const answer = await patch(ORDER, JSON_PATCH, dearer, { as: 'ann' });
      expect([answer.status, await answer.json()]).toMatchObject([
        422,
        { errors: [{ path: '/lineItems/0/unitPrice', message: 'is not yours to set' }] },
      ]);
    });

    it('RFC 9457 §3, RFC 6901: what is wrong with a line points to where the patch put it', async () => {
      for (const [value, message] of [
        [0, 'must be a whole number from 1 to 99'],
        ['2', 'must be a number'],
      ] as const) {
        const operations = [{ op: 'replace', path: '/lineItems/0/quantity', value }];
        const answer = await patch(ORDER, JSON_PATCH, operations, { as: 'ann' });
        expect([answer.status, await answer.json()]).toMatchObject([
          422,
          { errors: [{ path: '/lineItems/0/quantity', message }] },
        ]);
      }
      const lines = [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 0 }];
      const merged = await patch(ORDER, MERGE, { lines }, { as: 'ann' });
      expect(await merged.json()).toMatchObject({ errors: [{ path: '/lines/0/quantity' }] });
    });

    it('RFC 6902 §5, RFC 5789 §2: is done whole or not at all', async () => {
      const before = await show(DISH);
      const answer = await patch(DISH, JSON_PATCH, [
        { op: 'replace', path: '/name', value: 'Never' },
        { op: 'test', path: '/available', value: 'maybe' },
      ]);
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({
        status: 409,
        title: 'Conflict',
        detail: expect.stringContaining('/1') as string,
      });
      expect((await show(DISH)).body).toEqual(before.body);
    });

    it('RFC 5789 §2.2: malformed is 400, not fitting 409, and what would come of it may be 422', async () => {
      const statusOf = async (operations: unknown) => (await patch(DISH, JSON_PATCH, operations)).status;
      expect(await statusOf({ op: 'remove', path: '/description' })).toBe(400);
      const nothing = await patch(DISH, JSON_PATCH, null);
      expect([nothing.status, await nothing.json()]).toMatchObject([
        400,
        { reason: 'the body is null, which says nothing.' },
      ]);
      expect(await statusOf([{ op: 'remove', path: 'description' }])).toBe(400);
      expect(await statusOf([{ op: 'remove', path: '/nothing' }])).toBe(409);
      expect(await statusOf([{ op: 'replace', path: '/price/amount', value: -1 }])).toBe(422);
      expect(await statusOf([{ op: 'replace', path: '/version', value: 1 }])).toBe(422);
      expect(await statusOf([{ op: 'remove', path: '' }])).toBe(422);
      expect(await statusOf([{ op: 'add', path: '/__proto__/x', value: 1 }])).toBe(422);
    });

    it('RFC 9110 §13.2.1: a stale patch is 412 before it is a conflict, and one of nothing 404', async () => {
      const operations = [{ op: 'test', path: '/name', value: 'Never' }];
      const stale = { headers: { 'if-match': '"999"' } };
      expect((await patch(DISH, JSON_PATCH, operations, stale)).status).toBe(412);
      const nobodys = `${RESTAURANT}/menu/01900000-0000-7000-8000-00000000ffff`;
      expect((await patch(nobodys, JSON_PATCH, operations, stale)).status).toBe(404);
      expect((await patch(DISH, JSON_PATCH, operations, { as: 'mei' })).status).toBe(403);
      const headers = { 'content-type': JSON_PATCH };
      const bare = [{ op: 'replace', path: '/name', value: 'Never' }];
      expect((await ask('PATCH', DISH, { headers, body: JSON.stringify(bare) })).status).toBe(428);
    });

    it('that changes nothing succeeds whatever version it is for, and so does one that is done already', async () => {
      const { body } = await show(DISH);
      const operations = [{ op: 'replace', path: '/name', value: body['name'] }];
      const answer = await patch(DISH, JSON_PATCH, operations, { headers: { 'if-match': '"1"' } });
      expect([answer.status, await answer.json()]).toEqual([200, body]);
    });

    it('with a key is answered as the first time, even a conflict, whatever has become of the thing', async () => {
      for (const operations of [
        [{ op: 'add', path: '/tags/-', value: 'once' }],
        [{ op: 'test', path: '/name', value: 'Never' }],
      ]) {
        const headers = {
          'idempotency-key': newKey(),
          'if-match': (await show(DISH)).headers.get('etag') as string,
        };
        const first = await patch(DISH, JSON_PATCH, operations, { headers });
        expect((await patch(DISH, MERGE, { description: newKey(), name: first.ok ? 'Never' : 'Gricia' })).status).toBe(
          200,
        );
        const again = await patch(DISH, JSON_PATCH, operations, { headers });
        expect([again.status, await again.json()]).toEqual([first.status, await first.json()]);
      }
    });

    it('RFC 9110 §13.1.1: for any version is for the one that it was made of', async () => {
      const rivals = Array.from({ length: 8 }, (_, at) =>
        patch(DISH, JSON_PATCH, [{ op: 'add', path: '/tags/-', value: `rival${at}` }], {
          headers: { 'if-match': '*' },
        }),
      );
      await patch(DISH, MERGE, { tags: [] });
      const statuses = (await Promise.all(rivals)).map(({ status }) => status);
      expect(statuses.filter((status) => status !== 200 && status !== 412)).toEqual([]);
    });
  });

  describe('RFC 7396: merge patches', () => {
    it('§2: a keyed patch of a part is the same request still when somebody has changed the rest', async () => {
      const keyed = { 'idempotency-key': newKey(), 'if-match': (await show(RESTAURANT)).headers.get('etag') as string };
      const street = { address: { street: `Via ${newKey()}` } };
      const first = await patch(RESTAURANT, MERGE, street, { headers: keyed });
      expect(first.status).toBe(200);
      expect((await patch(RESTAURANT, MERGE, { address: { city: newKey() } })).status).toBe(200);
      const again = await patch(RESTAURANT, MERGE, street, { headers: keyed });
      expect([again.status, await again.json()]).toEqual([200, await first.json()]);
      const other = await patch(RESTAURANT, MERGE, { address: { street: 'Via Roma 1' } }, { headers: keyed });
      expect([other.status, await other.json()]).toMatchObject([422, { code: 'idempotency-conflict' }]);
    });

    it('RFC 7240 §4.4: a strict one is told of a member that nobody knows, at any depth', async () => {
      const headers = { prefer: 'handling=strict' };
      const answer = await patch(
        RESTAURANT,
        MERGE,
        { address: { street: 'Via Roma 1', floor: 2 }, colour: null },
        { headers },
      );
      const { errors } = (await answer.json()) as { errors: { path: string }[] };
      expect([answer.status, errors.map(({ path }) => path).toSorted()]).toEqual([422, ['/address/floor', '/colour']]);
    });
  });

  describe('plain JSON as a patch', () => {
    it('RFC 9745 §2, RFC 8594 §3: says that it is on its way out, and until when', async () => {
      const answer = await patch(DISH, 'application/json', { description: 'Plain' });
      expect(answer.status).toBe(200);
      const deprecatedAtMs = Number(/^@(\d+)$/.exec(answer.headers.get('deprecation') ?? '')?.[1]) * 1000;
      const sunset = answer.headers.get('sunset') ?? '';
      expect(new Date(sunset).toUTCString()).toBe(sunset);
      // RFC 9745 §4.
      expect(Date.parse(sunset)).toBeGreaterThan(deprecatedAtMs);
      const refused = await patch(DISH, 'application/json', { name: null });
      expect([refused.status, refused.headers.get('deprecation')]).toEqual([422, `@${deprecatedAtMs / 1000}`]);
    });

    it('RFC 9745 §3: links to a page for people, that says what to do instead', async () => {
      const answer = await patch(DISH, 'application/json', { description: 'Plain again' });
      const href = /^<([^>]+)>; rel="deprecation"; type="text\/html"$/.exec(answer.headers.get('link') ?? '')?.[1];
      const page = await fetch(served.baseUrl + href);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await page.text()).toContain(MERGE);
    });

    it('is not said of those that are here to stay', async () => {
      for (const [type, body] of [
        [MERGE, { description: 'Merged' }],
        [JSON_PATCH, [{ op: 'remove', path: '/description' }]],
      ] as const) {
        const { headers } = await patch(DISH, type, body);
        expect(['deprecation', 'sunset', 'link'].map((name) => headers.get(name))).toEqual([null, null, null]);
      }
    });
  });
});
