import { describe, expect, it } from 'vitest';
import { ITEMS, Walker } from './walker.ts';

const LIST = {
  _links: { self: { href: '/list' }, item: [{ href: '/1' }, { href: '/2' }], next: { href: '/list?after=2' } },
};
const ITEM = { name: 'one', _links: { self: { href: '/1' } } };

/** A server with an entry point, a list of two things, and the things. */
function walking(heedsPreferences: boolean) {
  const asked: string[] = [];
  const answers: Readonly<Record<string, object>> = {
    '/level3': { _links: { 'rungs:things': { href: '/list{?limit}', templated: true } } },
    '/list': heedsPreferences ? { _links: { self: { href: '/list' } }, _embedded: { item: [ITEM, ITEM] } } : LIST,
    '/1': ITEM,
    '/2': { ...ITEM, name: 'two' },
  };
  const fetch = (url: string, { headers }: { headers: Record<string, string> }): Promise<Response> => {
    const { pathname } = new URL(url);
    asked.push([pathname, headers['prefer'] ?? ''].join(' ').trim());
    const response = new Response(JSON.stringify(answers[pathname]), {
      headers: { 'content-type': 'application/prs.hal-forms+json' },
    });
    return Promise.resolve(response);
  };
  const web = new Walker({ baseUrl: 'http://rungs.example', fetch: fetch as never });
  return { asked, list: () => web.list<{ name: string }>('listOrders', 'rungs:things', {}) };
}

describe('a list', () => {
  it('comes with what it holds, as was wanted', async () => {
    const { asked, list } = walking(true);
    expect((await list()).items).toEqual([{ name: 'one' }, { name: 'one' }]);
    expect(asked).toEqual(['/level3', `/list transclude="${ITEMS.join(';')}"`]);
  });

  it('RFC 7240 §2: is gone through link by link where nobody heeded what was wanted', async () => {
    const { asked, list } = walking(false);
    const { items, page } = await list();
    expect(items).toEqual([{ name: 'one' }, { name: 'two' }]);
    expect(page.next).toContain('http://rungs.example/list?after=2');
    expect(asked.slice(2)).toEqual(['/1', '/2']);
  });
});
