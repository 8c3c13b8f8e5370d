import { beforeEach, describe, expect, it } from 'vitest';
import { PrivateCache, type CachedAnswer, type Fields, type WholeAnswer } from './private-cache.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const MENU = `${ORIGIN}/level2/restaurants/1/menu`;
const NOON = Date.parse('2026-03-01T12:00:00Z');

let nowMs: number;
let cache: PrivateCache;
/** What went to the server. */
let sent: { readonly method: string; readonly url: string; readonly headers: Fields }[];

beforeEach(() => {
  nowMs = NOON;
  cache = new PrivateCache(() => nowMs);
  sent = [];
});

const bytes = (text: string) => new TextEncoder().encode(text);
const bodyOf = ({ answer }: CachedAnswer) => new TextDecoder().decode(answer.body);

interface Asked {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Fields;
}
interface Says {
  readonly status?: number;
  readonly headers?: Fields;
  readonly body?: string;
}

function ask(says: Says, { method = 'GET', url = MENU, headers = {} }: Asked = {}): Promise<CachedAnswer> {
  return cache.answer({ method, url, headers }, async (fields): Promise<WholeAnswer> => {
    sent.push({ method, url, headers: fields });
    return { status: says.status ?? 200, headers: says.headers ?? {}, body: bytes(says.body ?? '') };
  });
}

const wait = (seconds: number) => (nowMs += seconds * 1000);
const FOR_A_MINUTE = { headers: { 'cache-control': 'private, max-age=60', etag: '"1"' }, body: 'soup' };
const ASK_EACH_TIME = { headers: { 'cache-control': 'private, no-cache', etag: '"1"' }, body: 'soup' };

describe('a private cache', () => {
  it('answers without asking for as long as the answer is fresh, and says how old it is', async () => {
    expect((await ask(FOR_A_MINUTE)).outcome).toBe('miss');
    wait(59);
    const again = await ask({ body: 'never asked for' });
    expect([again.outcome, again.answer.status, bodyOf(again)]).toEqual(['fresh', 200, 'soup']);
    expect(again.answer.headers).toMatchObject({ age: '59', etag: '"1"' });
    expect(sent).toHaveLength(1);
  });

  it('validates what must be revalidated once it is stale, and not before', async () => {
    await ask({ headers: { 'cache-control': 'Private, Max-Age=60, Must-Revalidate', etag: '"1"' } });
    expect((await ask({})).outcome).toBe('fresh');
    wait(61);
    expect((await ask({ status: 304, headers: { etag: '"1"' } })).outcome).toBe('revalidated');
  });

  it('reckons with the age that an answer had when it came', async () => {
    await ask({ ...FOR_A_MINUTE, headers: { ...FOR_A_MINUTE.headers, age: '50' } });
    wait(11);
    expect((await ask({ status: 304, headers: { etag: '"1"' } })).outcome).toBe('revalidated');
  });

  it('takes Expires for a lifetime, and a date that is none for the past', async () => {
    await ask({ headers: { date: 'Sun, 01 Mar 2026 12:00:00 GMT', expires: 'Sun, 01 Mar 2026 12:01:00 GMT' } });
    wait(30);
    expect((await ask({})).outcome).toBe('fresh');
    const other = { url: `${ORIGIN}/other` };
    await ask({ headers: { expires: '0', etag: '"1"' } }, other);
    expect((await ask({ status: 304, headers: { etag: '"1"' } }, other)).outcome).toBe('revalidated');
  });

  it('asks by the validator whether a stale answer is still good, and then gives the stored body', async () => {
    await ask(ASK_EACH_TIME);
    const again = await ask({ status: 304, headers: { etag: '"1"', 'x-new': 'yes', 'content-length': '0' } });
    expect(sent[1]?.headers).toEqual({ 'if-none-match': '"1"' });
    expect([again.outcome, again.answer.status, bodyOf(again)]).toEqual(['revalidated', 200, 'soup']);
    expect(again.answer.headers).toEqual({ ...ASK_EACH_TIME.headers, 'x-new': 'yes' });
  });

  it('asks by date where there is no other validator', async () => {
    const changed = 'Sun, 01 Mar 2026 11:00:00 GMT';
    await ask({ headers: { 'cache-control': 'no-cache', 'last-modified': changed }, body: 'soup' });
    const again = await ask({ status: 304, headers: { 'last-modified': changed } });
    expect(sent[1]?.headers).toEqual({ 'if-modified-since': changed });
    expect(bodyOf(again)).toBe('soup');
  });

  it('is fresh again after a 304 that says so', async () => {
    await ask(FOR_A_MINUTE);
    wait(61);
    await ask({ status: 304, headers: FOR_A_MINUTE.headers });
    wait(59);
    expect((await ask({})).outcome).toBe('fresh');
  });

  it('takes what the server sends instead', async () => {
    await ask(ASK_EACH_TIME);
    const changed = { headers: { ...ASK_EACH_TIME.headers, etag: '"2"' }, body: 'stew' };
    const again = await ask(changed);
    expect([again.outcome, bodyOf(again)]).toEqual(['miss', 'stew']);
    await ask({ status: 304, headers: { etag: '"2"' } });
    expect(sent[2]?.headers).toEqual({ 'if-none-match': '"2"' });
  });

  it('gives what a 304 for another version leaves, and keeps it no longer', async () => {
    await ask(ASK_EACH_TIME);
    expect(bodyOf(await ask({ status: 304, headers: { etag: '"9"' } }))).toBe('soup');
    await ask(ASK_EACH_TIME);
    expect(sent[2]?.headers).toEqual({});
  });

  it('passes a failure on that a validation met with', async () => {
    await ask(ASK_EACH_TIME);
    const failed = await ask({ status: 503, headers: {}, body: 'busy' });
    expect([failed.outcome, failed.answer.status, bodyOf(failed)]).toEqual(['uncacheable', 503, 'busy']);
  });

  it.each<[string, Says, Asked]>([
    ['an answer that says no-store', { headers: { 'cache-control': 'no-store', etag: '"1"' } }, {}],
    ['a request that says no-store', FOR_A_MINUTE, { headers: { 'cache-control': 'no-store' } }],
    ['an answer with neither lifetime nor validator', { headers: {} }, {}],
    ['an answer that varies by everything', { headers: { ...FOR_A_MINUTE.headers, vary: '*' } }, {}],
    ['an answer to a POST', FOR_A_MINUTE, { method: 'POST' }],
    ['a part of an answer', FOR_A_MINUTE, { headers: { range: 'bytes=0-1' } }],
    ['a status that nobody may keep', { ...FOR_A_MINUTE, status: 500 }, {}],
  ])('does not keep %s', async (_what, says, asked) => {
    expect((await ask(says, asked)).outcome).toBe('uncacheable');
    await ask(says, asked);
    expect(sent[1]?.headers).toEqual(sent[0]?.headers);
    expect(sent).toHaveLength(2);
  });

  it('lets a request insist on being asked', async () => {
    await ask(FOR_A_MINUTE);
    const again = await ask({ status: 304, headers: { etag: '"1"' } }, { headers: { 'cache-control': 'no-cache' } });
    expect(again.outcome).toBe('revalidated');
  });

  it('leaves requests alone that bring conditions of their own', async () => {
    await ask(FOR_A_MINUTE);
    const own = await ask({ status: 304 }, { headers: { 'if-none-match': '"0"' } });
    expect([own.outcome, own.answer.status]).toEqual(['revalidated', 304]);
    expect(sent[1]?.headers).toEqual({ 'if-none-match': '"0"' });
  });

  it('selects by the fields that answers vary by, and holds several', async () => {
    const vary = { ...FOR_A_MINUTE.headers, vary: 'Accept, Authorization' };
    const json = { headers: { accept: 'application/json', authorization: 'Bearer ann' } };
    const hal = { headers: { accept: 'application/hal+json', authorization: 'Bearer ann' } };
    const bob = { headers: { accept: 'application/json', authorization: 'Bearer bob' } };
    await ask({ headers: vary, body: 'json' }, json);
    await ask({ headers: vary, body: 'hal' }, hal);
    expect(bodyOf(await ask({}, json))).toBe('json');
    expect(bodyOf(await ask({}, hal))).toBe('hal');
    expect((await ask({ headers: vary }, bob)).outcome).toBe('miss');
    expect(sent).toHaveLength(3);
  });

  it('knows an address without its fragment, and no other address', async () => {
    await ask(FOR_A_MINUTE, { url: `${MENU}#dessert` });
    expect((await ask(FOR_A_MINUTE)).outcome).toBe('fresh');
    expect((await ask(FOR_A_MINUTE, { url: `${MENU}?page=2` })).outcome).toBe('miss');
  });
});

describe('a change', () => {
  const order = `${ORIGIN}/level2/orders/1`;
  const list = `${ORIGIN}/level2/orders`;

  it.each<[string, Says, readonly string[]]>([
    ['its own address', {}, [order]],
    ['what Location names', { status: 201, headers: { location: '/level2/orders' } }, [order, list]],
    ['what Content-Location names', { headers: { 'content-location': '../orders' } }, [order, list]],
    ['nothing on another origin', { headers: { location: 'http://elsewhere.example/level2/orders' } }, [order]],
    ['nothing by an address that is none', { headers: { location: 'http://' } }, [order]],
    ['nothing when it was refused', { status: 409 }, []],
  ])('makes %s invalid', async (_what, says, invalid) => {
    for (const url of [order, list]) await ask(FOR_A_MINUTE, { url });
    await ask(says, { method: 'PUT', url: order });
    const after = await Promise.all([order, list].map((url) => ask(FOR_A_MINUTE, { url })));
    expect([order, list].filter((_url, at) => after[at]?.outcome === 'miss')).toEqual(invalid);
  });

  it('is no GET, HEAD, OPTIONS or QUERY', async () => {
    await ask(FOR_A_MINUTE);
    for (const method of ['HEAD', 'OPTIONS', 'QUERY']) await ask({}, { method });
    expect((await ask({})).outcome).toBe('fresh');
  });
});
