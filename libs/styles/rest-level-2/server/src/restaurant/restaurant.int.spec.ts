import { DEMO_DISHES, PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from '../module.ts';

const { restaurantId } = PERSONAS.luigi;
const RESTAURANT = `/restaurants/${restaurantId}`;
const PATCH = 'application/merge-patch+json';
const PNG = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1');
const WEBP = Buffer.from('RIFF\x00\x01\x02\x03WEBP and so on', 'latin1');

describe('level 2 keeps restaurants, menus and photos', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([RestLevel2Module]);
  });
  afterAll(() => served.close());

  const ask = async (
    method: string,
    path: string,
    { as = 'luigi', headers = {}, ...sent }: { as?: PersonaName; headers?: object; body?: BodyInit } = {},
  ): Promise<Response> =>
    fetch(`${served.baseUrl}/level2${path}`, {
      method,
      // Each content coding has a validator of its own; here they are looked at without.
      headers: { authorization: `Bearer ${await served.tokenFor(as)}`, 'accept-encoding': 'identity', ...headers },
      ...sent,
    });

  const etagOf = async (path: string): Promise<string> => (await ask('GET', path)).headers.get('etag') as string;

  /** With the version of what is there, unless the header fields say otherwise. */
  const patch = async (path: string, body: object, headers: object = {}): Promise<Response> =>
    ask('PATCH', path, {
      headers: { 'content-type': PATCH, 'if-match': await etagOf(path), ...headers },
      body: JSON.stringify(body),
    });

  it('names the restaurant that it opened', async () => {
    const body = JSON.stringify({
      name: 'Da Gino',
      address: { street: 'Via Sannio 3', city: 'Roma', postalCode: '00183', country: 'IT' },
      location: { lat: 41.88, lon: 12.51 },
      cuisine: 'Roman',
      currency: 'EUR',
    });
    const headers = { 'content-type': 'application/json' };
    const answer = await ask('POST', '/restaurants', { as: 'sam', headers, body });
    const { id } = (await answer.json()) as { id: string };
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    expect(answer.headers.get('location')).toBe(`/level2/restaurants/${id}`);
  });

  it('merges a patch into what is there, and says what came of it', async () => {
    const path = `${RESTAURANT}/menu/${DEMO_DISHES.tonnarelli}`;
    const before = (await (await ask('GET', path)).json()) as { price: { amount: number; currency: string } };
    const answer = await patch(path, { price: { amount: before.price.amount + 10 }, description: null });
    expect([answer.status, answer.headers.get('content-location')]).toEqual([200, `/level2${path}`]);
    expect(answer.headers.get('etag')).toBe(await etagOf(path));
    const after: unknown = await answer.json();
    expect(after).toMatchObject({
      price: { amount: before.price.amount + 10, currency: before.price.currency },
      description: '',
    });
    expect(await (await ask('GET', path)).json()).toEqual(after);
  });

  it('gives a menu another validator when one of its dishes changes, which is good for the menu all the same', async () => {
    const menu = `${RESTAURANT}/menu`;
    const before = await etagOf(menu);
    await patch(`${menu}/${DEMO_DISHES.tiramisu}`, { tags: ['sweet'] });
    const after = await etagOf(menu);
    expect(after).not.toBe(before);
    const put = async (etag: string): Promise<number> => {
      const { items } = (await (await ask('GET', menu)).json()) as { items: Record<string, unknown>[] };
      const dishes = items.map(({ id: _id, version: _version, photo: _photo, ...dish }) => dish);
      const headers = { 'content-type': 'application/json', 'if-match': etag };
      return (await ask('PUT', menu, { headers, body: JSON.stringify({ items: dishes.toReversed() }) })).status;
    };
    expect(await put(after)).toBe(200);
    expect(await put(after)).toBe(412);
  });

  it('takes plain JSON for a patch too', async () => {
    const cuisine = { cuisine: 'Roman' };
    expect((await patch(RESTAURANT, cuisine, { 'content-type': 'application/json' })).status).toBe(200);
  });

  it('patches what nobody changed meanwhile', async () => {
    const unsaid = { headers: { 'content-type': PATCH }, body: '{"name":"Luigi e figli"}' };
    expect((await ask('PATCH', RESTAURANT, unsaid)).status).toBe(428);
    expect((await patch(RESTAURANT, { name: 'Luigi e figli' }, { 'if-match': '"99"' })).status).toBe(412);
    const kept = await patch(RESTAURANT, { name: null });
    expect(kept.status).toBe(422);
    expect(await kept.json()).toMatchObject({ errors: [{ path: '/name', message: 'cannot be taken away' }] });
  });

  it('replaces a menu, and keeps the dishes that stay on it', async () => {
    const path = `/restaurants/${PERSONAS.mei.restaurantId}/menu`;
    interface Dish {
      id?: string;
      version?: number;
      photo?: object;
    }
    const { items } = (await (await ask('GET', path)).json()) as { items: Dish[] };
    const [first, second] = items.map(({ id: _id, version: _version, photo: _photo, ...dish }) => dish);
    const etag = await etagOf(path);
    const answer = await ask('PUT', path, {
      as: 'mei',
      headers: { 'content-type': 'application/json', 'if-match': etag },
      body: JSON.stringify({ items: [second, first] }),
    });
    expect([answer.status, answer.headers.get('content-location')]).toEqual([200, `/level2${path}`]);
    // RFC 9110 §9.3.4: none for what was not kept as it was sent.
    expect(answer.headers.get('etag')).toBe(null);
    const menu = (await answer.json()) as { items: Dish[] };
    expect(menu.items.map(({ id }) => id)).toEqual([items[1]?.id, items[0]?.id]);
  });

  describe('photos', () => {
    const photoOf = (dish: string): string => `${RESTAURANT}/menu/${dish}/photo`;

    it('are bytes both ways, made once and replaced after', async () => {
      const path = photoOf(DEMO_DISHES.soldOut);
      expect((await ask('GET', path)).status).toBe(404);
      const dish = path.replace(/\/photo$/, '');
      const put = async (body: BodyInit, contentType: string): Promise<Response> =>
        ask('PUT', path, { headers: { 'content-type': contentType, 'if-match': await etagOf(dish) }, body });

      const made = await put(PNG, 'image/png');
      expect([made.status, made.headers.get('content-location')]).toEqual([201, `/level2${dish}`]);
      expect(await made.json()).toMatchObject({ photo: { contentType: 'image/png', byteLength: PNG.length } });
      const replaced = await put(WEBP, 'image/webp');
      expect([replaced.status, replaced.headers.get('etag')]).toEqual([200, await etagOf(dish)]);

      const photo = await ask('GET', path, { as: 'ann' });
      expect(Buffer.from(await photo.arrayBuffer())).toEqual(WEBP);
      const fields = ['content-type', 'etag', 'cache-control', 'content-length'].map((name) => photo.headers.get(name));
      expect(fields).toEqual(['image/webp', await etagOf(dish), 'public, no-cache', String(WEBP.length)]);
      const head = await ask('HEAD', path);
      expect([head.headers.get('content-type'), await head.text()]).toEqual(['image/webp', '']);

      expect((await ask('DELETE', path)).status).toBe(428);
      const gone = await ask('DELETE', path, { headers: { 'if-match': await etagOf(dish) } });
      expect([gone.status, gone.headers.get('content-location')]).toEqual([200, `/level2${dish}`]);
      expect((await ask('GET', path)).status).toBe(410);
    });

    it('are of three types, and of the type that they are said to be', async () => {
      const path = photoOf(DEMO_DISHES.tonnarelli);
      const etag = await etagOf(path.replace(/\/photo$/, ''));
      const put = async (body: BodyInit, contentType: string): Promise<Response> =>
        ask('PUT', path, { headers: { 'content-type': contentType, 'if-match': etag }, body });
      for (const contentType of ['image/gif', 'application/json']) {
        expect((await put('{}', contentType)).status, contentType).toBe(415);
      }
      expect((await put('{}', 'application/json')).headers.get('accept')).toBe('image/jpeg, image/png, image/webp');
      for (const body of [WEBP, Buffer.alloc(0), Buffer.concat([PNG, Buffer.alloc(512 * 1024)])]) {
        const answer = await put(body, 'image/png');
        expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ path: '/data' }] }]);
      }
      expect((await put(Buffer.alloc(1024 * 1024 + 1), 'image/png')).status).toBe(413);
    });

    it('are not replaced by a part of one', async () => {
      const path = photoOf(DEMO_DISHES.tiramisu);
      const etag = await etagOf(path);
      const range = { 'content-range': `bytes 0-${PNG.length - 1}/${2 * PNG.length}` };
      const headers = { 'content-type': 'image/png', 'if-match': etag, ...range };
      const answer = await ask('PUT', path, { headers, body: PNG });
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'unreadable' }]);
      expect(await etagOf(path)).toBe(etag);
    });

    it('are nobody’s where there is no such dish', async () => {
      const path = photoOf('01900000-0000-7000-8000-00000000ffff');
      expect(await (await ask('GET', path)).json()).toMatchObject({ code: 'photo-not-found' });
      const headers = { 'content-type': 'image/png' };
      const answer = await ask('PUT', path, { headers, body: PNG });
      expect(await answer.json()).toMatchObject({ code: 'menu-item-not-found' });
    });
  });

  it('takes a file of dishes in, and says where its progress is to be seen', async () => {
    const path = `${RESTAURANT}/menu-imports`;
    const csv = 'name,price,tags\r\n"Supplì, two",650,street|hot\r\nAir,free,\r\n';
    const answer = await ask('POST', path, { headers: { 'content-type': 'text/csv; charset=utf-8' }, body: csv });
    const taken = (await answer.json()) as { id: string };
    expect([answer.status, taken]).toMatchObject([202, { state: 'WAITING', lineCount: 2, lines: [] }]);
    const location = answer.headers.get('location') as string;
    expect(location).toBe(`/level2${path}/${taken.id}`);

    const progress = async (): Promise<object> => (await ask('GET', location.replace('/level2', ''))).json() as never;
    await expect.poll(progress, { timeout: 10_000 }).toMatchObject({
      state: 'DONE',
      lines: [{ line: 2 }, { line: 3, refusal: { code: 'invalid-input', details: { errors: [{ path: '/price' }] } } }],
    });
    expect((await ask('GET', location.replace('/level2', ''), { as: 'mei' })).status).toBe(404);
  });

  it('takes such a file inside of JSON too, and no file that is none', async () => {
    const path = `${RESTAURANT}/menu-imports`;
    const send = (body: string, contentType: string): Promise<Response> =>
      ask('POST', path, { headers: { 'content-type': contentType }, body });
    expect((await send('{"csv":"name,price\\nCoda,1800\\n"}', 'application/json')).status).toBe(202);
    for (const csv of ['', 'name\nCoda\n', 'name,price\n']) {
      const answer = await send(csv, 'text/csv');
      expect([answer.status, await answer.json()], csv).toMatchObject([422, { errors: [{ path: '/csv' }] }]);
    }
    expect((await send('<menu/>', 'application/xml')).status).toBe(415);
  });
});
