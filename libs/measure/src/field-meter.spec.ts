import { gunzipSync, gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { leavesOf, meterFields, pointerTo, pruned, Reading } from './field-meter.ts';

const ORDER = {
  id: '1',
  lineItems: [
    { name: 'Tonnarelli', quantity: 2, note: null },
    { name: 'Tiramisù', quantity: 1, note: 'two spoons' },
  ],
  total: { amount: 4200, currency: 'USD' },
  coupons: [],
  'a/b~c': true,
  page: { next: 'abc' },
  _links: { self: { href: '/orders/1' }, courier: { href: '/couriers/1' } },
};
type Order = typeof ORDER;

const kindOf = ([first]: readonly string[]) =>
  first === '_links' ? 'control' : first === 'page' ? 'envelope' : 'data';

/** What was read, when `read` has done with the body. */
function metered(read: (order: Order) => unknown, body: unknown = ORDER) {
  const reading = new Reading(body);
  read(reading.lend() as Order);
  return { ...meterFields(new TextEncoder().encode(JSON.stringify(body)), reading, kindOf), reading };
}

const usedBy = (read: (order: Order) => unknown) => metered(read).usedPaths;

describe('what is read of a body', () => {
  it('is the leaves that were come to, and not what lies beside or below', () => {
    expect(usedBy(({ total }) => total.amount)).toEqual(['/total/amount']);
    expect(usedBy(({ lineItems }) => lineItems.map(({ quantity }) => quantity))).toEqual([
      '/lineItems/0/quantity',
      '/lineItems/1/quantity',
    ]);
    expect(usedBy(({ lineItems: [first] }) => first?.name)).toEqual(['/lineItems/0/name']);
  });

  it('is nothing where only the presence of something was looked at', () => {
    expect(usedBy((order) => [order.total !== undefined, 'total' in order, order.lineItems.length])).toEqual([]);
  });

  it('includes null, and arrays without elements', () => {
    expect(usedBy(({ lineItems }) => lineItems[0]?.note ?? 'none')).toEqual(['/lineItems/0/note']);
    expect(usedBy(({ coupons }) => coupons.map(() => 1))).toEqual(['/coupons']);
  });

  it('is all of it for whoever copies or lists it', () => {
    const all = [...leavesOf(ORDER)].map(pointerTo);
    expect(usedBy((order) => JSON.stringify(order))).toEqual(all);
    expect(usedBy((order) => ({ ...order }))).toEqual(['/id', '/coupons', '/a~1b~0c']);
  });

  it('is spelled as RFC 6901 does', () => {
    expect(usedBy((order) => order['a/b~c'])).toEqual(['/a~1b~0c']);
  });

  it('is all of a body that is a single value, once it was decoded', () => {
    const never = meterFields(new TextEncoder().encode('7'), new Reading(7), kindOf);
    expect([never.fields.unused, never.compressedPruned]).toEqual([1, 0]);
    expect(metered((body) => body, 7)).toMatchObject({ fields: { used: 1, unused: 0 }, usedPaths: [''] });
  });

  it('is not changed by the one who reads: the same object each time', () => {
    const reading = new Reading(ORDER);
    const lent = reading.lend() as Order;
    expect(lent.total).toBe(lent.total);
    expect(reading.lend()).toBe(lent);
    expect(lent).toEqual(ORDER);
  });
});

describe('the leaves of a body', () => {
  it('are sorted by what they are for, read or not', () => {
    const { fields, usedPaths } = metered(({ id, _links, page }) => [id, _links.self.href, page.next]);
    expect(fields).toEqual({ used: 1, unused: 10, control: 2, envelope: 1 });
    expect(usedPaths).toEqual(['/id', '/page/next', '/_links/self/href']);
    expect([...leavesOf(ORDER)]).toHaveLength(1 + 10 + 2 + 1);
  });

  it('are the whole value where it has no members', () => {
    expect([...leavesOf({})]).toEqual([[]]);
    expect([...leavesOf({ a: {}, b: [[]] })]).toEqual([['a'], ['b', '0']]);
  });
});

describe('waste', () => {
  it('is what goes when everything goes that nobody read', () => {
    const read = ({ lineItems, total }: Order) => [lineItems[1]?.name, total.currency];
    const { compressed, compressedPruned, reading } = metered(read);
    expect(pruned(ORDER, reading.touched)).toEqual({ lineItems: [{ name: 'Tiramisù' }], total: { currency: 'USD' } });
    const remaining = gzipSync(
      new TextEncoder().encode('{"lineItems":[{"name":"Tiramisù"}],"total":{"currency":"USD"}}'),
    );
    expect(compressedPruned).toBe(remaining.length);
    expect(compressed).toBeGreaterThan(compressedPruned);
  });

  it('is all of it where nothing was read', () => {
    expect(metered(() => undefined)).toMatchObject({ usedPaths: [], compressedPruned: 0 });
  });

  it('is nothing where everything was read, however it is spelled', () => {
    const body = new TextEncoder().encode('{ "price": 1.0, "name": "\\u00e9" }');
    const reading = new Reading(JSON.parse(new TextDecoder().decode(body)));
    JSON.stringify(reading.lend());
    const { compressed, compressedPruned } = meterFields(body, reading, kindOf);
    expect(compressedPruned).toBe(compressed);
  });

  it('is not known of what is no JSON', () => {
    const photo = new Uint8Array(100).fill(7);
    const { fields, compressed, compressedPruned } = meterFields(photo, undefined, kindOf);
    expect(fields).toEqual({ used: 0, unused: 0, control: 0, envelope: 0 });
    expect(compressedPruned).toBe(compressed);
    expect(gunzipSync(gzipSync(photo, { level: 6 }))).toEqual(photo);
    expect(compressed).toBe(gzipSync(photo, { level: 6 }).length);
  });

  it('of no body is nothing', () => {
    expect(meterFields(new Uint8Array(), undefined, kindOf)).toMatchObject({ compressed: 0, compressedPruned: 0 });
  });
});
