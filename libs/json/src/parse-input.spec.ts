import { InvalidInput } from '@rungs/application';
import type { FieldError } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { membersFromTexts, parseInput } from './index.ts';

const ORDER_ID = '01900000-0000-7000-8000-00000000e002';
const DISH_ID = '01900000-0000-7000-8000-00000000f001';

function pathsOf(input: unknown): string[] {
  return errorsOf(input).map(({ path }) => path);
}

function errorsOf(input: unknown): readonly FieldError[] {
  expect(input).toBeInstanceOf(InvalidInput);
  return (input as InvalidInput<unknown>).errors;
}

function placing(more: object = {}): Record<string, unknown> {
  return {
    restaurantId: '01900000-0000-7000-8000-00000000b001',
    lines: [{ menuItemId: DISH_ID, quantity: 2 }],
    paymentToken: 'tok_visa',
    ...more,
  };
}

const ADDRESS = { street: 'Via Roma 1', city: 'Roma', postalCode: '00100', country: 'IT' };

function dish(more: object = {}): Record<string, unknown> {
  const price = { amount: 900, currency: 'EUR' };
  return { name: 'Tiramisù', description: '', price, available: true, tags: ['sweet'], ...more };
}

describe('parseInput', () => {
  it('answers exactly the members of the catalogue', () => {
    expect(parseInput.placeOrder(placing())).toEqual(placing());
  });

  it('refuses members that it does not know, at any depth, where handling is strict', () => {
    const members = {
      orderId: 'o',
      deliveryAddress: { street: 'Via Roma 1', floor: 2 },
      colour: 'red',
      later: undefined,
    };
    const input = parseInput.reviseOrder(members, 'strict') as InvalidInput<object>;
    const unknown = input.errors.filter(({ message }) => message === 'is unknown here').map(({ path }) => path);
    expect(unknown).toEqual(['/deliveryAddress/floor', '/colour']);
    expect(parseInput.getOrder({ orderId: 'o' }, 'strict')).toEqual({ orderId: 'o' });
  });

  it('ignores members that it does not know, at any depth', () => {
    const lines = [{ menuItemId: DISH_ID, quantity: 2, spicy: true }];
    const parsed = parseInput.placeOrder({ ...placing({ lines }), campaign: { id: 'spring', version: 7 } });
    expect(parsed).toEqual(placing());
  });

  it.each(['id', 'version', 'state', 'total', 'placedAt', 'actions', 'lineItems', 'authorizationCode', 'consumerId'])(
    'refuses the server-owned member %s by its path',
    (name) => {
      expect(pathsOf(parseInput.placeOrder(placing({ [name]: 'mine' })))).toEqual([`/${name}`]);
    },
  );

  it('refuses a server-owned member of a nested thing by its path', () => {
    const lines = [{ menuItemId: DISH_ID, quantity: 1, unitPrice: { amount: 1, currency: 'EUR' } }];
    expect(pathsOf(parseInput.placeOrder(placing({ lines })))).toEqual(['/lines/0/unitPrice']);
  });

  it.each([
    ['setOnDuty', { courierId: ORDER_ID, onDuty: true, currentDeliveryId: ORDER_ID }, '/currentDeliveryId'],
    ['updateRestaurant', { restaurantId: ORDER_ID, currency: 'JPY' }, '/currency'],
    ['updateMenuItem', { restaurantId: ORDER_ID, menuItemId: DISH_ID, photo: {} }, '/photo'],
    ['startPreparing', { orderId: ORDER_ID, preparingAt: '2026-03-29T01:30:00Z' }, '/preparingAt'],
  ] as const)('refuses what a restaurant, a courier or a dish has but %s does not set', (operation, members, path) => {
    expect(pathsOf(parseInput[operation](members))).toEqual([path]);
  });

  it('takes the price of a dish and the currency of a restaurant, which are theirs to say', () => {
    const menu = { restaurantId: ORDER_ID, items: [dish()] };
    expect(parseInput.replaceMenu(menu)).toEqual(menu);
    const [lat, lon] = [41.9, 12.5];
    const opening = { name: 'Da Luigi', address: ADDRESS, location: { lat, lon }, cuisine: 'roman', currency: 'EUR' };
    expect(parseInput.openRestaurant(opening)).toEqual(opening);
  });

  it('refuses what a dish cannot say of itself by its path', () => {
    const items = [dish({ id: DISH_ID, photo: {} }), dish({ price: { amount: 900, currency: 'EUR', version: 1 } })];
    expect(pathsOf(parseInput.replaceMenu({ restaurantId: ORDER_ID, items }))).toEqual([
      '/items/0/id',
      '/items/0/photo',
      '/items/1/price/version',
    ]);
  });

  it('names every member of a nested thing that is missing', () => {
    expect(pathsOf(parseInput.registerConsumer({ name: { first: 'Ada' }, addresses: [{}] }))).toEqual([
      '/name/last',
      '/email',
      '/addresses/0/street',
      '/addresses/0/city',
      '/addresses/0/postalCode',
      '/addresses/0/country',
    ]);
    expect(pathsOf(parseInput.acceptTickets({ tickets: [{ orderId: ORDER_ID, readyBy: 'soon' }] }))).toEqual([
      '/tickets/0/readyBy',
    ]);
  });

  it('takes photos of three types and no other', () => {
    const photo = { restaurantId: ORDER_ID, menuItemId: DISH_ID, data: 'iVBORw0KGgo=' };
    expect(parseInput.setPhoto({ ...photo, contentType: 'image/png' })).toMatchObject({ contentType: 'image/png' });
    expect(pathsOf(parseInput.setPhoto({ ...photo, contentType: 'image/svg+xml' }))).toEqual(['/contentType']);
  });

  it('takes a consumer id where the operation takes one', () => {
    const consumerId = '01900000-0000-7000-8000-00000000a001';
    expect(parseInput.listOrders({ consumerId })).toEqual({ consumerId });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses an own member %s at any depth, known or not', (name) => {
    const nested = JSON.parse(`{ "${name}": { "state": "DELIVERED" } }`) as object;
    expect(
      pathsOf(parseInput.cancelOrder({ ...Object.fromEntries([['orderId', ORDER_ID]]), extra: [nested] })),
    ).toEqual([`/extra/0/${name}`]);
    const top = JSON.parse(`{ "orderId": "${ORDER_ID}", "${name}": {} }`) as object;
    const refused = parseInput.cancelOrder(top);
    expect(pathsOf(refused)).toEqual([`/${name}`]);
    expect(({} as { state?: string }).state).toBeUndefined();
  });

  it('hands on what was readable beside what was not', () => {
    const refused = parseInput.cancelOrder({ orderId: ORDER_ID, expectedVersion: 'three', idempotencyKey: 'k-1' });
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput<unknown>).partial).toEqual({ orderId: ORDER_ID, idempotencyKey: 'k-1' });
  });

  it('names every member with a wrong type by its path', () => {
    const refused = parseInput.placeOrder({
      restaurantId: 7,
      lines: [{ menuItemId: DISH_ID, quantity: '2' }, 'pizza'],
      deliveryAddress: { street: 'Via Roma 1', city: 'Roma', postalCode: '00100', country: 'Italy' },
    });
    expect(errorsOf(refused)).toEqual([
      { path: '/restaurantId', message: 'must be a text' },
      { path: '/lines/0/quantity', message: 'must be a number' },
      { path: '/lines/1', message: 'must be an object of named members' },
      { path: '/deliveryAddress/country', message: 'must be a country code of two capital letters (ISO 3166-1)' },
      { path: '/paymentToken', message: 'is needed' },
    ]);
  });

  it.each([[null], [undefined], ['text'], [7], [[]]])('refuses %j, which holds no members, as a whole', (members) => {
    expect(pathsOf(parseInput.getOrder(members))).toEqual(['']);
  });

  it('leaves an optional member out when it is absent or null, so that its default holds', () => {
    const absent = parseInput.listOrders({});
    expect(absent).toEqual({});
    expect(parseInput.listOrders({ limit: null, sort: null })).toEqual(absent);
  });

  it('takes instants with any offset and holds them in UTC with milliseconds', () => {
    expect(
      parseInput.listOrders({ placedFrom: '2026-03-29T03:30:00+02:00', placedTo: '2026-03-29T01:30:00.5Z' }),
    ).toEqual({ placedFrom: '2026-03-29T01:30:00.000Z', placedTo: '2026-03-29T01:30:00.500Z' });
  });

  it.each(['2026-03-29', '2026-03-29T01:30:00', 'yesterday', '2026-13-01T00:00:00Z', 1774747800000])(
    'refuses %j as an instant',
    (placedFrom) => {
      expect(pathsOf(parseInput.listOrders({ placedFrom }))).toEqual(['/placedFrom']);
    },
  );

  it('refuses text that no database can hold', () => {
    expect(pathsOf(parseInput.placeOrder(placing({ deliveryNote: 'ring\u0000twice' })))).toEqual(['/deliveryNote']);
    expect(pathsOf(parseInput.listRestaurants({ text: '\ud800' }))).toEqual(['/text']);
  });

  it('refuses versions that are no whole numbers or beyond exact arithmetic', () => {
    for (const expectedVersion of [1.5, 2 ** 53, '1', true]) {
      expect(pathsOf(parseInput.cancelOrder({ orderId: ORDER_ID, expectedVersion }))).toEqual(['/expectedVersion']);
    }
  });

  it('refuses states and parts that are not', () => {
    expect(pathsOf(parseInput.listOrders({ states: ['APPROVED', 'EATEN'] }))).toEqual(['/states/1']);
    expect(pathsOf(parseInput.getOrderDetails({ orderId: ORDER_ID, parts: ['chef'] }))).toEqual(['/parts/0']);
  });

  it('reads ids in either case', () => {
    expect(parseInput.getOrder({ orderId: ORDER_ID.toUpperCase() })).toEqual({ orderId: ORDER_ID });
  });

  it('refuses what is nested deeper than any input of ours without walking it', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level++) deep = [deep];
    expect(errorsOf(parseInput.getOrder({ orderId: ORDER_ID, extra: deep }))[0]?.message).toContain('deeper');
  });

  it.each<[string, unknown, string]>([
    ['a list that is longer than any of ours', { items: Array.from({ length: 300_000 }, () => ({})) }, '/items'],
    ['lists in lists', { items: Array.from({ length: 400 }, () => ({ tags: Array(400).fill(1) })) }, ''],
    [
      'more members than anything of ours has',
      Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [n, n])),
      '',
    ],
  ])('refuses %s with one error, and reads no more of it than which thing it is about', (_what, sent, path) => {
    const refused = parseInput.replaceMenu({ ...(sent as object), restaurantId: ORDER_ID, expectedVersion: 3 });
    expect(errorsOf(refused)).toEqual([{ path, message: expect.stringMatching(/^must have at most/) }]);
    expect(refused).toMatchObject({ partial: { restaurantId: ORDER_ID, expectedVersion: 3 } });
  });

  it('ignores an unknown list, however long it is', () => {
    expect(parseInput.getOrder({ orderId: ORDER_ID, extra: Array(5_000).fill({}) })).toEqual({ orderId: ORDER_ID });
  });

  it('names no more than a hundred errors', () => {
    const items = Array.from({ length: 200 }, () => ({}));
    expect(errorsOf(parseInput.replaceMenu({ restaurantId: ORDER_ID, items }))).toHaveLength(100);
  });

  it('escapes the names in a path', () => {
    const members = { orderId: ORDER_ID, 'a/b~c': JSON.parse('{"__proto__":1}') as unknown };
    expect(pathsOf(parseInput.getOrder(members))).toEqual(['/a~1b~0c/__proto__']);
  });
});

describe('membersFromTexts', () => {
  it('gives the members of a query string the types of the input', () => {
    const texts = { limit: '20', states: 'APPROVED,ACCEPTED', placedFrom: '2026-03-29T01:30:00Z', colour: '3' };
    expect(membersFromTexts('listOrders', texts)).toEqual({
      ...texts,
      limit: 20,
      states: ['APPROVED', 'ACCEPTED'],
    });
    expect(membersFromTexts('listRestaurants', { open: 'true', near: '41.9,-12.5' })).toEqual({
      open: true,
      near: { lat: 41.9, lon: -12.5 },
    });
  });

  it('takes a repeated member as a list', () => {
    expect(membersFromTexts('listOrders', { states: ['APPROVED', 'ACCEPTED'] })).toEqual({
      states: ['APPROVED', 'ACCEPTED'],
    });
  });

  it('types nested members, and one line where a list is wanted', () => {
    expect(membersFromTexts('placeOrder', { lines: { menuItemId: DISH_ID, quantity: '2' } })).toEqual({
      lines: [{ menuItemId: DISH_ID, quantity: 2 }],
    });
  });

  it('types money, places and instants however deep they lie', () => {
    const said = { name: 'Tiramisù', description: '', available: 'false', tags: 'sweet, cold' };
    const texts = { restaurantId: '1', items: { ...said, price: { amount: '900', currency: 'EUR' } } };
    expect(membersFromTexts('replaceMenu', texts)).toEqual({
      restaurantId: '1',
      items: [{ ...said, available: false, tags: ['sweet, cold'], price: { amount: 900, currency: 'EUR' } }],
    });
    expect(membersFromTexts('reportLocation', { lat: '-41.9', lon: '1e-7', at: '2026-03-29T01:30:00Z' })).toEqual({
      lat: -41.9,
      lon: 1e-7,
      at: '2026-03-29T01:30:00Z',
    });
    const ticket = { orderId: ORDER_ID, readyBy: '2026-03-29T01:30:00Z' };
    expect(membersFromTexts('acceptTickets', { tickets: [{ ...ticket, expectedVersion: '1' }] })).toEqual({
      tickets: [{ ...ticket, expectedVersion: 1 }],
    });
  });

  it('takes a list that is said but empty for the empty list', () => {
    expect(membersFromTexts('updateMenuItem', { tags: '' })).toEqual({ tags: [] });
    expect(membersFromTexts('replaceMenu', { items: '' })).toEqual({ items: [] });
    expect(membersFromTexts('updateConsumer', {})).toEqual({});
  });

  it('leaves a text that does not fit for the parser to refuse', () => {
    const members = membersFromTexts('listRestaurants', { limit: 'many', open: 'yes', near: 'here' });
    const input = parseInput.listRestaurants(members);
    expect(pathsOf(input)).toEqual(['/limit', '/open', '/near']);
    expect(input).toMatchObject({ errors: [{}, {}, { message: expect.stringContaining('41.9,12.5') as string }] });
  });

  it('keeps __proto__ an own member, so that it is refused', () => {
    const texts = JSON.parse('{"limit":"5","__proto__":"x"}') as object;
    expect(pathsOf(parseInput.listOrders(membersFromTexts('listOrders', texts)))).toEqual(['/__proto__']);
  });
});
