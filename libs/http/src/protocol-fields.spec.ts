import { Refusal, REFUSAL_CODES } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import {
  entityTag,
  heldVersionsFrom,
  idempotencyKeyFrom,
  isNotModified,
  linkHeader,
  pageLinks,
  preferencesOf,
  problemOf,
  routeOf,
  STATUS_OF,
  UriMap,
  uriMapOf,
} from './index.ts';

describe('If-Match (RFC 9110 §13.1.1)', () => {
  const heldIn = (field: string) => heldVersionsFrom({ headers: { 'if-match': field } });

  it('names the versions that a validator of ours begins with', () => {
    expect(heldIn(entityTag(3))).toEqual({ expectedVersion: 3, heldVersions: [[3]] });
    expect(heldIn(entityTag([12, 4], 'somebody'))).toEqual({ expectedVersion: 12, heldVersions: [[12, 4]] });
    expect(heldIn('"3.hal.br"')).toEqual({ expectedVersion: 3, heldVersions: [[3]] });
  });

  it('may list several, of which any may be current', () => {
    expect(heldIn('"3", "5" ,"4"')).toEqual({ expectedVersion: 5, heldVersions: [[3], [5], [4]] });
  });

  it('matches nothing with a weak or a foreign validator', () => {
    for (const field of ['W/"3"', '"abc"', '"3abc"', '"99999999999999999999"', '"page.x"']) {
      expect(heldIn(field)).toEqual({ heldVersions: [] });
    }
  });

  it('names whatever is current with *, and nothing when it is absent', () => {
    expect(heldVersionsFrom({ headers: {} })).toEqual({});
    expect(heldIn('*')).toEqual({ heldVersions: 'any' });
  });

  it.each(['3', '"3', 'w/"3"', '"3" "4"', '', ',', '"a b"'])('refuses %j as unreadable', (field) => {
    expect(() => heldIn(field)).toThrow(Refusal);
  });
});

describe('If-None-Match and If-Modified-Since (RFC 9110 §13.1.2, §13.1.3)', () => {
  const date = 'Sun, 22 Nov 2026 18:00:00 GMT';

  it('compares weakly, with each that is listed', () => {
    const held = (field: string) => isNotModified({ headers: { 'if-none-match': field } }, '"3"');
    expect(['"3"', 'W/"3"', '"1", "3"', '*', '"4"', '"3.br"'].map(held)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('looks at the date only where no validator was sent', () => {
    const fields = { 'if-none-match': '"4"', 'if-modified-since': date };
    expect(isNotModified({ headers: fields }, '"3"', date)).toBe(false);
    expect(isNotModified({ headers: { 'if-modified-since': date } }, '"3"', date)).toBe(true);
    expect(isNotModified({ headers: { 'if-modified-since': 'yesterday' } }, '"3"', date)).toBe(false);
    expect(isNotModified({ headers: { 'if-modified-since': date } }, '"3"')).toBe(false);
  });

  it.each([
    ['that of today', 'Sun, 22 Nov 2026 18:00:00 GMT', true],
    ['a second before', 'Sun, 22 Nov 2026 17:59:59 GMT', false],
    ['of RFC 850', 'Sunday, 22-Nov-26 18:00:00 GMT', true],
    ['of asctime, in UTC', 'Sun Nov 22 18:00:00 2026', true],
    ['of asctime, a second before', 'Sun Nov 22 17:59:59 2026', false],
    ['no form of a date: a year', '2090', false],
    ['no form of a date: RFC 3339', '2090-01-01T00:00:00Z', false],
    ['no form of a date: another zone', 'Sun, 22 Nov 2090 18:00:00 +0100', false],
  ])('§5.6.7: takes the three forms of a date, and ignores the rest (§13.1.3): %s', (_what, since, isHeld) => {
    expect(isNotModified({ headers: { 'if-modified-since': since } }, undefined, date)).toBe(isHeld);
  });
});

describe('validators', () => {
  it('differ by versions, by what else decides, and by their order', () => {
    const tags = [entityTag(3), entityTag([3, 1]), entityTag(3, 'a'), entityTag(3, 'b'), entityTag(3, 'a', 'b')];
    expect(new Set([...tags, entityTag(3, 'b', 'a'), entityTag(3, 'a,b')]).size).toBe(7);
    expect(tags[0]).toBe('"3"');
    expect(tags[1]).toBe('"3-1"');
  });
});

describe('Prefer (RFC 7240 §2)', () => {
  const preferred = (field: string) => Object.fromEntries(preferencesOf({ headers: { prefer: field } }));

  it('reads tokens, values and quoted values, and the first of two', () => {
    expect(preferred('return=minimal, respond-async; x=1, Handling="strict", return=representation')).toEqual({
      return: 'minimal',
      'respond-async': '',
      handling: 'strict',
    });
    expect(preferred('transclude="item;rungs:restaurant"')).toEqual({ transclude: 'item;rungs:restaurant' });
  });

  it('ignores what it cannot read', () => {
    expect(preferred('=, ;;, "x", return=, a b, return==minimal, "return"=minimal, foo="a, return=minimal, b')).toEqual(
      {
        return: '',
      },
    );
  });

  it('takes values in quotes for what they are, and parameters for nothing', () => {
    expect(preferred('foo="a, return=minimal", wait = 10 ; x="b, c=d";y, bar="a\\"b"')).toEqual({
      foo: 'a, return=minimal',
      wait: '10',
      bar: 'a"b',
    });
  });
});

describe('long fields of nonsense', () => {
  // Each would take minutes if it were gone over again from each of its characters.
  const many = 200_000;

  it.each([
    ['one token', `${'a'.repeat(many)}@`],
    ['spaces', `a${' '.repeat(many)}@`],
    ['spaces for a value', `a=${' '.repeat(many)}@`],
    ['spaces after a parameter', `a;${' '.repeat(many)}"`],
    ['escapes that nothing ends', '"\\'.repeat(many)],
  ])('are ignored in Prefer: %s', (_what, prefer) => {
    expect(preferencesOf({ headers: { prefer } }).has('return')).toBe(false);
  });

  it.each([`"a",${' '.repeat(many)}x`, `"a"${' '.repeat(many)}x`, `${'"a" '.repeat(many)}`])(
    'are unreadable in If-None-Match',
    (field) => {
      expect(() => isNotModified({ headers: { 'if-none-match': field } }, '"3"')).toThrow(Refusal);
    },
  );
});

describe('idempotencyKeyFrom', () => {
  const keyIn = (field?: string): string | undefined =>
    idempotencyKeyFrom({ headers: field === undefined ? {} : { 'idempotency-key': field } });

  it('reads the quoted form of the draft and the bare one', () => {
    expect([keyIn('"a-1"'), keyIn('a-1'), keyIn('"a\\"b"'), keyIn()]).toEqual(['a-1', 'a-1', 'a"b', undefined]);
  });
});

describe('pageLinks', () => {
  it('asks for the same list with another cursor', () => {
    const links = pageLinks('/level2/orders?states=APPROVED&after=old&limit=4', { next: 'n+1', previous: 'p' });
    expect(links).toEqual({
      first: '/level2/orders?states=APPROVED&limit=4',
      next: '/level2/orders?states=APPROVED&limit=4&after=n%2B1',
      prev: '/level2/orders?states=APPROVED&limit=4&before=p',
    });
    expect(linkHeader(pageLinks('/level2/orders', { next: 'n' }))).toBe(
      '</level2/orders>; rel="first", </level2/orders?after=n>; rel="next"',
    );
  });
});

describe('UriMap', () => {
  it('makes hrefs, templates and routes of one template', () => {
    const uris = uriMapOf('/level3');
    expect(uris.href('order', { orderId: 'a/b' })).toBe('/level3/orders/a%2Fb');
    expect(uris.href('orders', { states: ['APPROVED', 'ACCEPTED'], limit: 5 })).toBe(
      '/level3/orders?states=APPROVED,ACCEPTED&limit=5',
    );
    expect(uris.href('orders', {})).toBe('/level3/orders');
    expect(uris.template('orderDetails')).toBe('/level3/orders/{orderId}/details{?parts}');
    expect(uris.templateAt('orderDetails', { orderId: '1' })).toBe('/level3/orders/1/details{?parts}');
    expect(uris.templateAt('order', { orderId: '1' })).toBe('/level3/orders/1');
    expect(uris.route('basketLine')).toBe('/level3/consumers/:consumerId/baskets/:restaurantId/lines/:menuItemId');
    expect(routeOf('/orders{?limit}')).toBe('/orders');
  });

  it('takes renamed paths without a change of code', () => {
    const uris = new UriMap('/level3', { order: '/x9/{orderId}' });
    expect([uris.href('order', { orderId: '1' }), uris.route('order')]).toEqual([
      '/level3/x9/1',
      '/level3/x9/:orderId',
    ]);
  });
});

describe('problemOf', () => {
  it('never lets the details of a refusal replace a standard member', () => {
    const details = { id: 'x', status: 1, type: 'y' };
    expect(problemOf(new Refusal('order-not-found', details))).toMatchObject({
      type: '/problems/order-not-found',
      status: 404,
    });
  });

  it('gives every refusal a status of its class', () => {
    for (const code of REFUSAL_CODES) expect(STATUS_OF[code]).toBeGreaterThanOrEqual(400);
  });
});
