import { Refusal, REFUSAL_CODES } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import {
  entityTag,
  expectedVersionFrom,
  idempotencyKeyFrom,
  linkHeader,
  pageLinks,
  problemOf,
  routeOf,
  STATUS_OF,
  UriMap,
  uriMapOf,
} from './index.ts';

describe('expectedVersionFrom', () => {
  const versionIn = (field: string): number | undefined => expectedVersionFrom({ headers: { 'if-match': field } });

  it('reads the version that a validator of ours begins with', () => {
    expect(versionIn(entityTag(3))).toBe(3);
    expect(versionIn(entityTag(12, 'hal', 7))).toBe(12);
  });

  it('takes the highest of several, which alone can be current', () => {
    expect(versionIn('"3", "5" ,"4"')).toBe(5);
  });

  it('takes a weak or a foreign validator for one that matches nothing', () => {
    for (const field of ['W/"3"', '"abc"', '"3abc"', '"99999999999999999999"']) expect(versionIn(field)).toBe(-1);
  });

  it('says that no version was named when the field is absent or *', () => {
    expect(expectedVersionFrom({ headers: {} })).toBeUndefined();
    expect(versionIn('*')).toBeUndefined();
  });

  it.each(['3', '"3', 'w/"3"', '"3" "4"', '', ',', '"a b'])('refuses %j as unreadable', (field) => {
    expect(() => versionIn(field)).toThrow(Refusal);
  });
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
