import { DEMO_DISHES, DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PNG } from '../spec/png.ts';
import { HAL, HAL_FORMS } from './hal.ts';
import { RestLevel3Module } from './module.ts';

type Who = PersonaName | 'anonymous' | Exclude<Actor, { role: 'anonymous' }>;

const ORDER = `/orders/${DEMO_ORDERS.APPROVED}`;
const LUIGIS = `/restaurants/${PERSONAS.luigi.restaurantId}`;
const DISH = `${LUIGIS}/menu/${DEMO_DISHES.tonnarelli}`;
const IMAGE = Buffer.from(PNG, 'base64');

describe('underneath links and forms, level 3 uses HTTP as level 2 does:', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([RestLevel3Module]);
  });
  afterAll(async () => {
    await served.close();
    expect(served.defects).toEqual([]);
  });

  const ask = async (
    who: Who,
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: object | BodyInit } = {},
  ): Promise<Response> =>
    fetch(`${served.baseUrl}/level3${path}`, {
      method,
      headers: {
        ...(who !== 'anonymous' && { authorization: `Bearer ${await served.tokenFor(who)}` }),
        ...(body?.constructor === Object && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: body.constructor === Object ? JSON.stringify(body) : (body as BodyInit) }),
    });

  const tagOf = async (who: Who, path: string, accept = HAL_FORMS): Promise<string> =>
    (await ask(who, 'GET', path, { headers: { accept } })).headers.get('etag') as string;

  describe('a validator', () => {
    it('RFC 9110 §8.8.3: begins with the version, and differs with who asks and with the media type', async () => {
      const tags = [await tagOf('ann', ORDER), await tagOf('luigi', ORDER), await tagOf('ann', ORDER, HAL)];
      expect(new Set(tags).size).toBe(3);
      for (const tag of tags) expect(tag).toMatch(/^"1\./);
      expect(await tagOf('ann', ORDER)).toBe(tags[0]);
    });

    it('differs when other steps are offered, though the version is the same', async () => {
      const { deliveryId, courier } = await aDeliveryUnderWay();
      const before = await tagOf(courier, deliveryId);
      const ticket = deliveryId.replace('deliveries', 'tickets');
      await ask('luigi', 'PUT', `${ticket}/preparation`, { body: { version: 2 } });
      await ask('luigi', 'PUT', `${ticket}/readiness`, { body: { version: 3 } });
      const after = await tagOf(courier, deliveryId);
      expect(versionOf(after)).toBe(versionOf(before));
      expect(after).not.toBe(before);
    });

    it('differs when the courier has moved, which raises no version', async () => {
      const { deliveryId, courier } = await aDeliveryUnderWay();
      const before = await tagOf('ann', deliveryId);
      expect((await ask(courier, 'POST', `${deliveryId}/track`, { body: { lat: 41.9, lon: 12.5 } })).status).toBe(200);
      const after = await tagOf('ann', deliveryId);
      expect(after).not.toBe(before);
      expect(versionOf(after)).toBe(versionOf(before));
    });

    it('of a menu changes with each dish, and is the same for all to whom it offers nothing', async () => {
      const menu = `${LUIGIS}/menu`;
      const [anns, nobodys, luigis] = [
        await tagOf('ann', menu),
        await tagOf('anonymous', menu),
        await tagOf('luigi', menu),
      ];
      expect(anns).toBe(nobodys);
      expect(luigis).not.toBe(anns);
      const body = { description: 'As ever', version: 1 };
      expect((await ask('luigi', 'PATCH', DISH, { body })).status).toBe(200);
      expect(await tagOf('ann', menu)).not.toBe(anns);
    });

    it('RFC 9110 §13.1.1: is taken back in If-Match, and wins over the form’s version', async () => {
      const path = `${LUIGIS}`;
      const etag = await tagOf('luigi', path);
      const change = (headers: Record<string, string>, body: object): Promise<Response> =>
        ask('luigi', 'PATCH', path, { headers, body });
      expect((await change({}, { name: 'Da Luigi' })).status).toBe(428);
      expect((await change({ 'if-match': '"99"' }, { name: 'Da Luigi' })).status).toBe(412);
      expect((await change({ 'if-match': etag }, { name: 'Da Luigi', version: 99 })).status).toBe(200);
    });
  });

  it('RFC 9111 §5.2.2.7, §5.2.2.9: a page that carries a form for one is for nobody else, and others may be shared', async () => {
    const cachedFor = async (who: Who, path: string): Promise<string | null> =>
      (await ask(who, 'GET', path)).headers.get('cache-control');
    expect(await cachedFor('anonymous', '')).toBe('private, no-cache');
    for (const path of [`${LUIGIS}/menu`, DISH]) {
      expect(await cachedFor('anonymous', path)).toBe('public, no-cache');
      expect(await cachedFor('ann', path)).toBe('public, no-cache');
      expect(await cachedFor('luigi', path)).toBe('private, no-cache');
    }
  });

  it('RFC 9110 §15.3.2: what is made has an address: 201, and a validator that it will be read with', async () => {
    const body = { 'name.first': 'Eve', 'name.last': 'Rossi', email: 'eve@example.com' };
    const made = await ask('anonymous', 'POST', '/consumers', { body });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const read = await ask({ role: 'consumer', consumerId: id }, 'GET', `/consumers/${id}`);
    expect(made.headers.get('location')).toBe(`/level3/consumers/${id}`);
    expect(made.headers.get('etag')).toBe(read.headers.get('etag'));
  });

  it('RFC 9110 §15.3.3: long work is taken in: 202, and where its progress is', async () => {
    const body = { csv: 'name,price\nGricia,1300\n' };
    const taken = await ask('luigi', 'POST', `${LUIGIS}/menu-imports`, { body });
    expect(taken.status).toBe(202);
    const progress = (taken.headers.get('location') as string).replace('/level3', '');
    expect((await ask('luigi', 'GET', progress)).status).toBe(200);
    expect((await ask('mei', 'GET', progress)).status).toBe(404);
  });

  it('files may come as they are, with version and key in header fields', async () => {
    const version = versionOf(await tagOf('luigi', DISH));
    const headers = { 'content-type': 'image/png', 'if-match': `"${version}"`, 'idempotency-key': 'photo-1' };
    const set = await ask('luigi', 'PUT', `${DISH}/photo`, { headers, body: IMAGE });
    expect(set.status).toBe(200);
    const photo = await ask('anonymous', 'GET', `${DISH}/photo`);
    expect([photo.headers.get('content-type'), photo.headers.get('etag')]).toEqual(['image/png', `"${version + 1}"`]);
    expect(Buffer.from(await photo.arrayBuffer()).equals(IMAGE)).toBe(true);
    const removed = await ask('luigi', 'DELETE', `${DISH}/photo`, { headers: { 'if-match': `"${version + 1}"` } });
    expect(removed.status).toBe(200);
    const again = { ...headers, 'if-match': `"${version + 2}"`, 'idempotency-key': 'photo-2' };
    expect((await ask('luigi', 'PUT', `${DISH}/photo`, { headers: again, body: IMAGE })).status).toBe(201);

    const csv = { headers: { 'content-type': 'text/csv' }, body: 'name,price\nCarbonara,1300\n' };
    expect((await ask('luigi', 'POST', `${LUIGIS}/menu-imports`, csv)).status).toBe(202);
    expect((await ask('luigi', 'PUT', `${DISH}/photo`, csv)).status).toBe(415);
  });

  it('a file is told by its media type: an empty one is one, and a JSON text is none', async () => {
    const headers = { 'content-type': 'image/png', 'if-match': await tagOf('luigi', DISH) };
    expect(await refusedAt(await ask('luigi', 'PUT', `${DISH}/photo`, { headers }))).toEqual(['/data']);
    const part = { ...headers, 'content-range': 'bytes 0-1/2' };
    expect((await ask('luigi', 'PUT', `${DISH}/photo`, { headers: part, body: IMAGE })).status).toBe(400);
    const imports = `${LUIGIS}/menu-imports`;
    const empty = await ask('luigi', 'POST', imports, { headers: { 'content-type': 'text/csv' } });
    expect(await refusedAt(empty)).toEqual(['/csv']);
    const text = { headers: { 'content-type': 'application/json' }, body: '"name,price\\nSoup,1"' };
    expect(await refusedAt(await ask('luigi', 'POST', imports, text))).toEqual(['']);
  });

  it('HAL-FORMS §5.1: what is deleted by a form may be said in the query, and in a body', async () => {
    const basket = `/consumers/${PERSONAS.ann.consumerId}/baskets/${PERSONAS.luigi.restaurantId}`;
    const filled = async (): Promise<string> => {
      const line = { menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 };
      return versionIn(await ask('ann', 'POST', `${basket}/lines`, { body: line }));
    };
    const version = await filled();
    expect(await refusedAt(await ask('ann', 'DELETE', `${basket}?version=seven`))).toEqual(['/version']);
    expect((await ask('ann', 'DELETE', `${basket}?version=${version}&idempotencyKey=q-1`)).status).toBe(200);
    expect((await ask('ann', 'DELETE', basket, { body: { version: await filled() } })).status).toBe(200);
  });

  it('RFC 8259 §11: no JSON has a charset, for there is but one', async () => {
    const types = [
      ['/restaurants', HAL_FORMS],
      ['/restaurants', HAL],
      ['/profile', 'application/alps+json'],
      ['/rels/order', 'application/json'],
    ] as const;
    for (const [path, accept] of types) {
      const answer = await ask('anonymous', 'GET', path, { headers: { accept } });
      expect(answer.headers.get('content-type'), path).toBe(accept);
      expect(await answer.text(), path).toMatch(/^\{.*\}$/);
    }
    const body = { 'name.first': 'Ada', 'name.last': 'Bruni', email: 'ada@example.com' };
    const made = await ask('anonymous', 'POST', '/consumers', { body });
    expect([made.status, made.headers.get('content-type')]).toEqual([201, HAL_FORMS]);
  });

  it('a photo that is not there is a problem, with a way on', async () => {
    const missing = await ask('anonymous', 'GET', `${LUIGIS}/menu/${DEMO_DISHES.soldOut}/photo`);
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await missing.json()).toMatchObject({ code: 'photo-not-found', _links: { 'rungs:home': {} } });
  });

  it('RFC 9457 §3.2: what is wrong is said at the fields of the form, in the row that was filled in', async () => {
    const newcomer = { 'name.first': 'x'.repeat(101), 'addresses.2.street': 'Via Appia 1' };
    expect(await refusedAt(await ask('anonymous', 'POST', '/consumers', { body: newcomer }))).toEqual([
      '/addresses.2.city',
      '/addresses.2.country',
      '/addresses.2.postalCode',
      '/email',
      '/name.last',
    ]);
    // Types are looked at first, limits after them: here by the domain.
    const lines = { 'lines.0.menuItemId': '', 'lines.4.menuItemId': DEMO_DISHES.tonnarelli, 'lines.4.quantity': 100 };
    const version = versionOf(await tagOf('ann', ORDER));
    expect(await refusedAt(await ask('ann', 'PATCH', ORDER, { body: { ...lines, version } }))).toEqual([
      '/lines.4.quantity',
    ]);
    expect(await refusedAt(await ask('ann', 'PATCH', ORDER, { body: { version: 'seven' } }))).toEqual(['/version']);
    expect(await refusedAt(await ask('luigi', 'GET', `${LUIGIS}/menu-sheet?rows=0`))).toEqual(['/rows']);
  });

  it('RFC 9110 §15.5.7: any other media type is refused before anything is done', async () => {
    const cancel = { headers: { accept: 'text/html' }, body: { version: 1 } };
    expect((await ask('ann', 'PUT', `${ORDER}/cancellation`, cancel)).status).toBe(406);
    expect(await (await ask('ann', 'GET', ORDER)).json()).toMatchObject({ state: 'APPROVED' });
  });

  it('RFC 9457 §3.2: what HTTP itself refuses has a way on, too, in relations that are explained', async () => {
    const xml = { headers: { 'content-type': 'application/xml' }, body: '<cancel/>' };
    const [unread, lost, wrong] = [
      await ask('ann', 'PUT', `${ORDER}/cancellation`, xml),
      await ask('ann', 'GET', '/orders-of-old'),
      await ask('ann', 'DELETE', ORDER),
    ];
    expect([unread.status, lost.status, wrong.status]).toEqual([415, 404, 405]);
    const home = { 'rungs:home': { href: '/level3' }, curies: [{ name: 'rungs', href: '/level3/rels/{rel}' }] };
    expect(await unread.json()).toMatchObject({ _links: { about: { href: `/level3${ORDER}` }, ...home } });
    for (const answer of [lost, wrong]) expect(await answer.json()).toMatchObject({ _links: home });
  });

  it('a link to the next page is one’s own, and good as it was given', async () => {
    const list = await ask('sam', 'GET', '/tickets?limit=2');
    const { _links } = (await list.json()) as { _links: Record<'self' | 'next', { href: string }> };
    expect(list.headers.get('link')).toContain(`<${_links.next.href}>; rel="next"`);
    const next = _links.next.href.replace('/level3', '');
    expect((await ask('sam', 'GET', next)).status).toBe(200);
    const altered = next.replace(/after=(.)/, (_all, first) => `after=${first === 'A' ? 'B' : 'A'}`);
    expect(await refusedAt(await ask('sam', 'GET', altered))).toEqual(['/after']);
    for (const other of ['/deliveries', '/tickets?states=PREPARING']) {
      const elsewhere = `${other}${other.includes('?') ? '&' : '?'}${next.slice(next.indexOf('after='))}`;
      expect(await refusedAt(await ask('sam', 'GET', elsewhere)), other).toEqual(['/after']);
    }
    expect(await refusedAt(await ask('luigi', 'GET', next))).toEqual(['/after']);
  });

  it('RFC 9110 §15.5.2: who one is comes before what one sent', async () => {
    const answer = await fetch(`${served.baseUrl}/level3${ORDER}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: '{"lines": ',
    });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="rungs"']);
  });

  async function refusedAt(answer: Response): Promise<readonly string[]> {
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: readonly { path: string }[] };
    return errors.map(({ path }) => path).toSorted();
  }

  async function versionIn(answer: Response): Promise<string> {
    return String(((await answer.json()) as { version: number }).version);
  }

  function versionOf(tag: string): number {
    return Number(/^"(\d+)/.exec(tag)?.[1]);
  }

  /** An order of ann's at luigi's that was accepted, and whoever brings it. */
  async function aDeliveryUnderWay(): Promise<{ deliveryId: string; courier: Exclude<Who, string> }> {
    const basket = `/consumers/${PERSONAS.ann.consumerId}/baskets/${PERSONAS.luigi.restaurantId}`;
    const line = { menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 };
    const { version } = (await (await ask('ann', 'POST', `${basket}/lines`, { body: line })).json()) as {
      version: number;
    };
    const checkout = { paymentToken: 'tok_visa', version };
    const { id } = (await (await ask('ann', 'POST', `${basket}/checkout`, { body: checkout })).json()) as {
      id: string;
    };
    const readyBy = new Date(Date.now() + 30 * 60_000).toISOString();
    expect((await ask('luigi', 'PUT', `/tickets/${id}/acceptance`, { body: { readyBy, version: 1 } })).status).toBe(
      200,
    );
    const delivery = await ask('sam', 'GET', `/deliveries/${id}`);
    const { courierId } = (await delivery.json()) as { courierId: string };
    return { deliveryId: `/deliveries/${id}`, courier: { role: 'courier', courierId } };
  }
});
