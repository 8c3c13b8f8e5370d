import { PERSONAS } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const { restaurantId } = PERSONAS.luigi;

/** The same menu in every style: more than 1 KiB in each. */
const MENUS = [
  { style: 'level 0', path: '/level0', body: { jsonrpc: '2.0', id: 1, method: 'getMenu', params: { restaurantId } } },
  { style: 'level 1', path: `/level1/restaurants/${restaurantId}/menu`, body: { action: 'getMenu' } },
  { style: 'level 2', path: `/level2/restaurants/${restaurantId}/menu` },
  { style: 'level 3', path: `/level3/restaurants/${restaurantId}/menu` },
  {
    style: 'GraphQL',
    path: '/graphql',
    body: {
      query: `query ($id: ID!) { node(id: $id) { ... on Restaurant { menu { items { id name description tags } } } } }`,
      variables: { id: Buffer.from(`Restaurant:${restaurantId}`).toString('base64') },
    },
  },
];

let served: ServedStyle;
beforeAll(async () => {
  served = await serveStyle(STYLE_SERVERS.map(({ module }) => module));
});
afterAll(() => served.close());

const ask = async ({ path, body }: { path: string; body?: object }, headers: Record<string, string>) =>
  fetch(`${served.baseUrl}${path}`, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
  });

describe('every style', () => {
  it.each(MENUS)('sends the same body in each coding: $style', async (menu) => {
    const plain = await ask(menu, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const text = await plain.text();
    expect(text.length).toBeGreaterThan(1024);
    for (const coding of ['br', 'zstd', 'gzip']) {
      const coded = await ask(menu, { 'accept-encoding': coding });
      expect([coded.headers.get('content-encoding'), coded.headers.get('vary')]).toEqual([
        coding,
        expect.stringContaining('Accept-Encoding'),
      ]);
      expect(Number(coded.headers.get('content-length'))).toBeLessThan(text.length);
      expect(await coded.text()).toBe(text);
    }
  });

  it.each(MENUS)('refuses a body in a coding, in its own idiom: $style', async ({ path }) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const refused = await fetch(`${served.baseUrl}${path}`, { method: 'POST', body: 'x', headers });
    expect([refused.status, refused.headers.get('accept-encoding')]).toEqual([415, 'identity']);
  });
});

describe.each(['level2', 'level3'])('%s', (level) => {
  const menu = { path: `/${level}/restaurants/${restaurantId}/menu` };

  it('RFC 9110 §13.1.2: is 304 for the coding that the client holds, and for no other', async () => {
    const held = await ask(menu, { 'accept-encoding': 'br' });
    const etag = held.headers.get('etag')!;
    expect(etag).toMatch(/\.br"$/);
    const again = await ask(menu, { 'accept-encoding': 'br', 'if-none-match': etag });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    expect(again.headers.get('vary')).toBe(held.headers.get('vary'));
    const head = await fetch(`${served.baseUrl}${menu.path}`, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'br', 'if-none-match': etag },
    });
    expect([head.status, head.headers.get('etag'), head.headers.get('content-length')]).toEqual([304, etag, null]);
    for (const other of ['gzip', 'identity']) {
      expect((await ask(menu, { 'accept-encoding': other, 'if-none-match': etag })).status, other).toBe(200);
    }
  });
});
