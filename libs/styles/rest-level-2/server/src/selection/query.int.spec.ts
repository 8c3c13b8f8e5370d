import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from '../module.ts';

const { restaurantId } = PERSONAS.luigi;
const { consumerId } = PERSONAS.ann;

interface PageOf {
  readonly items: readonly Record<string, unknown>[];
  readonly page: { readonly next?: string; readonly previous?: string };
}

let served: ServedStyle;
beforeAll(async () => {
  served = await serveStyle([RestLevel2Module]);
});
afterAll(() => served.close());

const authorizationOf = async (who: PersonaName) => `Bearer ${await served.tokenFor(who)}`;

const query = async (path: string, body: unknown, who: PersonaName = 'ann', headers: object = {}): Promise<Response> =>
  fetch(`${served.baseUrl}/level2${path}`, {
    method: 'QUERY',
    headers: { authorization: await authorizationOf(who), 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const get = async (url: string, who: PersonaName = 'ann', headers: object = {}): Promise<Response> =>
  fetch(served.baseUrl + url, { headers: { authorization: await authorizationOf(who), ...headers } });

const pageOf = async (answer: Response): Promise<PageOf> => {
  expect(answer.status).toBe(200);
  return (await answer.json()) as PageOf;
};

const problemOf = async (answer: Response) => {
  const problem = (await answer.json()) as { code?: string; errors?: readonly { path: string }[] };
  const type = answer.headers.get('content-type');
  return [answer.status, type, problem.code, problem.errors?.map(({ path }) => path)];
};

/** A request that `fetch` would not send. */
const raw = async (headers: Record<string, string>, body: string | undefined) =>
  new Promise<{ status: number | undefined; acceptQuery: unknown; body: string }>((resolve, reject) => {
    const sent = httpRequest(`${served.baseUrl}/level2/orders`, { method: 'QUERY', headers }, (answer) => {
      const { statusCode: status, headers: fields } = answer;
      text(answer).then((said) => resolve({ status, acceptQuery: fields['accept-query'], body: said }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });

describe('QUERY on level 2', () => {
  it.each([
    [
      '/orders',
      { states: ['DELIVERED', 'CANCELLED'], sort: 'placedAt', limit: 3 },
      'states=DELIVERED,CANCELLED&sort=placedAt&limit=3',
      'ann',
    ],
    [
      '/orders',
      { restaurantId, consumerId, placedTo: '2026-11-22T18:00:00Z' },
      `restaurantId=${restaurantId}&consumerId=${consumerId}&placedTo=2026-11-22T18:00:00Z`,
      'ann',
    ],
    [
      '/orders',
      { limit: 2, expand: ['restaurant'], fields: ['id', 'restaurant.name'] },
      'limit=2&expand=restaurant&fields=id,restaurant.name',
      'ann',
    ],
    [
      '/restaurants',
      { near: { lat: 41.9, lon: 12.5 }, open: true, limit: 4 },
      'near=41.9,12.5&open=true&limit=4',
      'bob',
    ],
    ['/restaurants', { text: 'da', cuisine: null }, 'text=da', 'bob'],
    ['/tickets', { states: ['ACCEPTED'] }, 'states=ACCEPTED', 'luigi'],
    ['/deliveries', { states: ['DELIVERED'], limit: 5 }, 'states=DELIVERED&limit=5', 'dana'],
    ['/couriers', { onDuty: true }, 'onDuty=true', 'sam'],
    ['/consumers', { text: 'ann' }, 'text=ann', 'sam'],
    ['/orders', {}, '', 'luigi'],
  ] as const)(
    'RFC 10008 §2: processes the content and answers the result: %s %j',
    async (path, content, search, who) => {
      const queried = await query(path, content, who);
      const got = await get(`/level2${path}?${search}`, who);
      expect(await pageOf(queried)).toEqual(await pageOf(got));
      for (const field of ['etag', 'cache-control', 'content-type', 'vary']) {
        expect(queried.headers.get(field), field).toBe(got.headers.get(field));
      }
    },
  );

  it('RFC 10008 §2: needs a Content-Type, which must be that of the content', async () => {
    const authorization = await authorizationOf('ann');
    for (const content of ['{}', undefined]) {
      const refused = await raw({ authorization }, content);
      expect([refused.status, JSON.parse(refused.body)]).toMatchObject([
        400,
        { status: 400, detail: 'A QUERY must say in Content-Type what its content is.' },
      ]);
    }
    expect(await problemOf(await query('/orders', 'limit=2'))).toEqual([
      400,
      'application/problem+json',
      'unreadable',
      undefined,
    ]);
    expect(await problemOf(await query('/orders', ''))).toEqual([
      400,
      'application/problem+json',
      'unreadable',
      undefined,
    ]);
    expect(await problemOf(await query('/orders', '{"limit": 2'))).toEqual([
      400,
      'application/problem+json',
      'unreadable',
      undefined,
    ]);
  });

  it('RFC 9110 §15.5.16: content of another type is 415, also where others take it', async () => {
    for (const type of [
      'text/csv',
      'application/xml',
      'image/png',
      'application/x-www-form-urlencoded',
      'application/sql',
    ]) {
      const refused = await query('/orders', 'limit=2', 'ann', { 'content-type': type });
      expect([type, refused.status, refused.headers.get('accept')]).toEqual([type, 415, 'application/json']);
    }
    expect((await query('/orders', {}, 'ann', { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  it('RFC 9110 §15.5.21: names each member of the content that makes no sense by a JSON pointer', async () => {
    const nonsense = {
      limit: '2',
      states: ['DELIVERED', 'GONE'],
      placedFrom: 'yesterday',
      sort: 'total',
      fields: 'id',
      expand: ['secret'],
    };
    expect(await problemOf(await query('/orders', nonsense))).toEqual([
      422,
      'application/problem+json',
      'invalid-input',
      ['/limit', '/states/1', '/placedFrom', '/sort', '/expand', '/fields'],
    ]);
    expect(await problemOf(await query('/restaurants', { near: { lat: 'north', lon: 12 } }))).toMatchObject([
      422,
      {},
      'invalid-input',
      ['/near/lat'],
    ]);
    for (const content of ['[]', '"id"', '7', 'true']) {
      expect(await problemOf(await query('/orders', content)), content).toMatchObject([422, {}, 'invalid-input', ['']]);
    }
    expect(await problemOf(await query('/orders', '{"__proto__": {"limit": 1}}'))).toMatchObject([
      422,
      {},
      'invalid-input',
      ['/__proto__'],
    ]);
    expect((await query('/orders', 'null')).status).toBe(400);
  });

  it('takes nothing from its URI, where it could say something else than the content', async () => {
    const twice = await query('/orders?limit=2', { limit: 3 });
    expect(await problemOf(twice)).toMatchObject([422, {}, 'invalid-input', ['']]);
  });

  it('RFC 7240 §4.4: refuses strict clients the members that nobody knows, and ignores them for others', async () => {
    const content = { limit: 1, fields: ['id'], expand: ['bill'], 'un/known': 1 };
    expect((await query('/orders', content)).status).toBe(200);
    const strict = { prefer: 'handling=strict' };
    expect(await problemOf(await query('/orders', content, 'ann', strict))).toMatchObject([
      422,
      {},
      'invalid-input',
      ['/un~1known'],
    ]);
    const known = await query('/orders', { limit: 1, fields: ['id'], expand: ['bill'] }, 'ann', strict);
    expect([known.status, known.headers.get('preference-applied')]).toEqual([200, 'handling=strict']);
  });

  it('asks who one is before it looks at the content', async () => {
    const anonymously = await fetch(`${served.baseUrl}/level2/orders`, {
      method: 'QUERY',
      headers: { 'content-type': 'application/json' },
      body: '{"limit": ',
    });
    expect(anonymously.status).toBe(401);
    expect(await problemOf(await query('/couriers', {}))).toMatchObject([403, {}, 'forbidden', undefined]);
  });

  it('RFC 10008 §2.4: Location names what answers the same to a GET, with all that was said', async () => {
    for (const [path, content, who] of [
      [
        '/orders',
        { states: ['DELIVERED', 'CANCELLED'], limit: 2, expand: ['bill'], fields: ['id', 'bill.total.amount'] },
        'ann',
      ],
      ['/restaurants', { near: { lat: 41.9, lon: 12.5 }, text: 'a & b, c=d', unheardOf: 'x' }, 'bob'],
      ['/orders', {}, 'ann'],
    ] as const) {
      const queried = await query(path, content, who);
      const location = queried.headers.get('location') as string;
      expect(location).not.toContain('unheardOf');
      const got = await get(location, who);
      expect(got.headers.get('etag')).toBe(queried.headers.get('etag'));
      expect(await pageOf(got)).toEqual(await pageOf(queried));
    }
  });

  it('RFC 9110 §4.1: names no URI that is longer than what everybody takes', async () => {
    const states = Array<string>(499).fill('READY_FOR_PICKUP');
    const queried = await query('/orders', { states });
    expect([queried.status, queried.headers.get('location'), queried.headers.get('link')]).toEqual([200, null, null]);
  });

  it('RFC 8288 §3: links its pages as what a GET answers, with the same filter and selection', async () => {
    const first = await query('/orders', { states: ['DELIVERED'], limit: 2, fields: ['id'] });
    const { items, page } = await pageOf(first);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] as string;
    const second = await pageOf(await get(next));
    expect([items.length, second.items.length]).toEqual([2, 2]);
    expect(second.items.map((item) => Object.keys(item))).toEqual([['id'], ['id']]);
    expect(second.items).not.toContainEqual(items[0]);
    // The cursor is as good in a content.
    const queried = await query('/orders', { states: ['DELIVERED'], limit: 2, fields: ['id'], after: page.next });
    expect(await pageOf(queried)).toEqual(second);
    const foreign = await query('/orders', { states: ['CANCELLED'], limit: 2, after: page.next });
    expect(await problemOf(foreign)).toMatchObject([422, {}, 'invalid-input', ['/after']]);
  });

  it('RFC 10008 §2.6: a conditional QUERY whose result the client holds is 304', async () => {
    const content = { states: ['DELIVERED'], limit: 2, fields: ['id', 'state'] };
    const headers = { 'if-none-match': (await query('/orders', content)).headers.get('etag') as string };
    const held = await query('/orders', content, 'ann', headers);
    expect([held.status, await held.text()]).toEqual([304, '']);
    expect((await query('/orders', { ...content, limit: 1 }, 'ann', headers)).status).toBe(200);
  });

  it('RFC 10008 §3: Accept-Query says, of each list that takes it, what content a QUERY may have', async () => {
    for (const [path, who] of [
      ['/orders', 'ann'],
      ['/restaurants', 'ann'],
      ['/tickets', 'luigi'],
      ['/deliveries', 'dana'],
      ['/couriers', 'sam'],
      ['/consumers', 'sam'],
    ] as const) {
      const got = await get(`/level2${path}`, who);
      expect([path, got.headers.get('accept-query')]).toEqual([path, 'application/json']);
      const options = await fetch(`${served.baseUrl}/level2${path}`, { method: 'OPTIONS' });
      expect([options.headers.get('allow')?.split(', '), options.headers.get('accept-query')]).toEqual([
        expect.arrayContaining(['QUERY']),
        'application/json',
      ]);
    }
    expect((await get(`/level2/orders?limit=1`)).headers.get('accept-query')).toBe('application/json');
  });

  it('RFC 9110 §15.5.6: is told among the methods of a list, and refused where nothing is listed', async () => {
    const put = await fetch(`${served.baseUrl}/level2/orders`, {
      method: 'PUT',
      headers: { authorization: await authorizationOf('ann'), 'content-type': 'application/json' },
      body: '{}',
    });
    expect([put.status, put.headers.get('allow')?.split(', ')]).toEqual([
      405,
      expect.arrayContaining(['GET', 'POST', 'QUERY']),
    ]);
    const one = await query(`/restaurants/${restaurantId}`, {});
    expect([one.status, one.headers.get('allow')?.includes('QUERY')]).toEqual([405, false]);
  });

  it('RFC 10008 §2: is safe, so it leaves everything as it was, however often it is asked', async () => {
    const before = (await get('/level2/orders?limit=100')).headers.get('etag');
    const answers = await Promise.all(Array.from({ length: 20 }, () => query('/orders', { limit: 5 })));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await get('/level2/orders?limit=100')).headers.get('etag')).toBe(before);
  });
});
