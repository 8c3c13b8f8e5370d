import { InvalidInput } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { conditions, hidden } from './fields.ts';
import { atFields, form, formsFor, parseForm, withKeys } from './forms.ts';

const ORDER_ID = '01900000-0000-7000-8000-00000000e002';
const BASKET = {
  consumerId: '01900000-0000-7000-8000-00000000a001',
  restaurantId: '01900000-0000-7000-8000-00000000b001',
};
const noHeaders = { headers: {} };

function pathsOf(input: unknown): readonly string[] {
  expect(input).toBeInstanceOf(InvalidInput);
  return (input as InvalidInput<unknown>).errors.map(({ path }) => path).toSorted();
}

describe('formsFor', () => {
  const offers = { cancelOrder: () => form('PUT', '/orders/1/cancellation', 'Cancel', []) };

  it('offers a form for each action that is allowed', () => {
    expect(Object.keys(formsFor(['cancelOrder'], offers))).toEqual(['cancelOrder']);
  });

  it('offers nothing when nothing is allowed', () => {
    expect(formsFor([], offers)).toEqual({});
  });
});

it('forms are sent each with a key of its own, and are otherwise as they were', () => {
  let count = 0;
  const cancel = form('PUT', '/orders/1/cancellation', 'Cancel', conditions(7));
  const search = form('POST', '/searches', 'Search', [hidden('within', 'Within', 3)]);
  const sent = withKeys({ cancel, again: cancel, search }, () => `key-${(count += 1)}`);
  const keysOf = ({ properties }: typeof cancel) => properties.map(({ name, value }) => [name, value]);
  expect(Object.values(sent).map(keysOf)).toEqual([
    [
      ['version', '7'],
      ['idempotencyKey', 'key-1'],
    ],
    [
      ['version', '7'],
      ['idempotencyKey', 'key-2'],
    ],
    [['within', '3']],
  ]);
  expect(sent['search']).toEqual(search);
});

describe('a form that came back', () => {
  it('says version and key in its hidden fields', () => {
    const body = { version: 3, idempotencyKey: 'k-1' };
    expect(parseForm('cancelOrder', body, { orderId: ORDER_ID }, noHeaders)).toEqual({
      orderId: ORDER_ID,
      expectedVersion: 3,
      idempotencyKey: 'k-1',
    });
  });

  it('is overruled by what the header fields say', () => {
    const request = { headers: { 'if-match': '"4"', 'idempotency-key': 'k-2' } };
    expect(parseForm('cancelOrder', { version: 3, idempotencyKey: 'k-1' }, { orderId: ORDER_ID }, request)).toEqual({
      orderId: ORDER_ID,
      expectedVersion: 4,
      heldVersions: [[4]],
      idempotencyKey: 'k-2',
    });
  });

  it('may come without a body, for the use case to say what is missing', () => {
    expect(parseForm('cancelOrder', undefined, { orderId: ORDER_ID }, noHeaders)).toEqual({ orderId: ORDER_ID });
  });

  it('may hold all its fields as texts, and empty ones for what was left out', () => {
    const body = {
      paymentToken: 'tok_visa',
      deliveryNote: '',
      'deliveryAddress.street': '',
      'deliveryAddress.city': '',
      version: '7',
    };
    expect(parseForm('checkoutBasket', body, BASKET, noHeaders)).toEqual({
      ...BASKET,
      paymentToken: 'tok_visa',
      expectedVersion: 7,
    });
  });

  it('gives each text the type that the operation takes, in rows as well', () => {
    const body = {
      'items.0.name': 'Soup',
      'items.0.description': '',
      'items.0.price.amount': '450',
      'items.0.price.currency': 'EUR',
      'items.0.available': 'true',
      'items.0.tags.0': 'warm, thick',
      'items.0.tags.1': '',
      'items.1.name': '',
      'items.1.available': 'true',
      'items.1.price.currency': 'EUR',
      version: '2',
    };
    const { restaurantId } = BASKET;
    expect(parseForm('replaceMenu', body, { restaurantId }, noHeaders)).toEqual({
      restaurantId,
      items: [
        {
          name: 'Soup',
          description: '',
          price: { amount: 450, currency: 'EUR' },
          available: true,
          tags: ['warm, thick'],
        },
      ],
      expectedVersion: 2,
    });
  });

  it('may leave out of a row what is empty in it', () => {
    const { restaurantId } = BASKET;
    const body = { 'items.7.name': 'Soup', 'items.7.price.amount': 450, 'items.7.price.currency': 'EUR' };
    const dish = { name: 'Soup', description: '', price: { amount: 450, currency: 'EUR' }, available: true, tags: [] };
    expect(parseForm('replaceMenu', { ...body, 'items.7.available': 'true' }, { restaurantId }, noHeaders)).toEqual({
      restaurantId,
      items: [dish],
    });
    expect(pathsOf(parseForm('replaceMenu', body, { restaurantId }, noHeaders))).toEqual(['/items/0/available']);
  });

  it('can empty what it showed, where a text may be empty', () => {
    const body = { deliveryNote: '', paymentToken: '', 'lines.0.menuItemId': 'x', 'lines.0.quantity': '', version: 1 };
    expect(parseForm('reviseOrder', body, { orderId: ORDER_ID }, noHeaders)).toEqual({
      orderId: ORDER_ID,
      deliveryNote: '',
      lines: [],
      expectedVersion: 1,
    });
  });

  it('misses each field of a group by its own name', () => {
    expect(pathsOf(parseForm('registerConsumer', { 'name.first': 'Ann', email: '' }, {}, noHeaders))).toEqual([
      '/email',
      '/name/last',
    ]);
    const restaurant = parseForm('openRestaurant', { 'address.street': '', name: 'Da Enzo' }, {}, noHeaders);
    expect(pathsOf(restaurant)).toEqual(
      expect.arrayContaining(['/address/city', '/address/street', '/location/lat', '/location/lon']),
    );
  });

  it.each(['state', '__proto__', 'total'])('is refused for a field %s that the server owns', (name) => {
    const body = JSON.parse(`{"version":1,"${name}":"DELIVERED"}`) as object;
    expect(pathsOf(parseForm('cancelOrder', body, { orderId: ORDER_ID }, noHeaders))).toEqual([`/${name}`]);
  });

  it.each([['text'], [7], [[]]])('is refused as a whole when it is %j', (body) => {
    expect(pathsOf(parseForm('cancelOrder', body, { orderId: ORDER_ID }, noHeaders))).toEqual(['']);
  });
});

describe('what is wrong with a form', () => {
  const errors = [
    { path: '/deliveryAddress/city', message: 'is needed' },
    { path: '/expectedVersion', message: 'must be a whole number' },
    { path: '/lines/0/quantity', message: 'must be a whole number from 1 to 99' },
  ];

  it('is said at the names that its fields have', () => {
    const body = { 'deliveryAddress.street': 'Via Appia 1', 'lines.0.quantity': '', 'lines.1.quantity': '100' };
    const refusal = atFields(new Refusal('invalid-input', { errors }), body);
    expect(refusal.details).toEqual({
      errors: [
        { path: '/deliveryAddress.city', message: 'is needed' },
        { path: '/version', message: 'must be a whole number' },
        { path: '/lines.1.quantity', message: 'must be a whole number from 1 to 99' },
      ],
    });
    expect(refusal.message).toContain('/lines.1.quantity');
  });

  it('is left to other refusals and other bodies', () => {
    const other = new Refusal('order-not-found', { id: '1' });
    expect(atFields(other, {})).toBe(other);
    const invalid = new Refusal('invalid-input', { errors });
    for (const body of [undefined, 'name,price', Buffer.from('png')]) expect(atFields(invalid, body)).toBe(invalid);
  });
});
