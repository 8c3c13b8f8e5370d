import {
  DEFAULT_LIMIT,
  MAX_LIMIT,
  OPERATION_NAMES,
  type MenuImportView,
  type OperationName,
  type OutcomeOf,
} from '@rungs/application';
import { MAX_LINES, MAX_NOTE_CHARACTERS, MAX_QUANTITY, Refusal, REFUSAL_CODES } from '@rungs/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  componentJsonSchemas,
  inputJsonSchema,
  outcomeJsonSchema,
  refusalDetailsJsonSchema,
  represent,
  type JsonSchema,
  type OutcomeJson,
} from './index.ts';
import type { Same } from './same.ts';

const COMPONENTS = componentJsonSchemas();

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, keywords: ['components'] });
addFormats.default(ajv);

/** What is wrong with a value, or null. */
function errorsBy(schema: JsonSchema): (value: unknown) => unknown {
  const validate = ajv.compile({ ...schema, components: { schemas: COMPONENTS } });
  return (value) => (validate(value) ? null : validate.errors);
}

const idAt = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const AT = '2026-03-29T01:30:00.000Z';
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const ADDRESS = { street: 'Via Roma 1', city: 'Roma', postalCode: '00100', country: 'IT' };
const NAME = { first: 'Ann', last: 'Rossi' };
const CHARGES = {
  subtotal: eur(2400),
  deliveryFee: eur(399),
  serviceFee: eur(120),
  tax: eur(202),
  total: eur(3121),
};
const actions = ['cancelOrder'] as const;

const order = {
  id: idAt(1),
  version: 3,
  consumerId: idAt(2),
  restaurantId: idAt(3),
  state: 'APPROVED',
  lineItems: [{ menuItemId: idAt(4), name: 'Tonnarelli', unitPrice: eur(1200), quantity: 2 }],
  deliveryAddress: ADDRESS,
  deliveryNote: 'Ring twice.',
  placedAt: AT,
  total: CHARGES.total,
  actions,
} as const;
const consumer = { id: idAt(2), version: 1, name: NAME, email: 'ann@example.net', addresses: [ADDRESS], actions };
const location = { lat: 41.89, lon: 12.49 };
const restaurant = {
  id: idAt(3),
  version: 1,
  name: 'Da Luigi',
  address: ADDRESS,
  location,
  cuisine: 'Italian',
  open: true,
  currency: 'EUR',
  actions,
};
const menuItem = {
  id: idAt(4),
  version: 1,
  name: 'Tonnarelli',
  description: '',
  price: eur(1200),
  available: true,
  tags: ['pasta'],
  photo: { contentType: 'image/png', byteLength: 70 },
  actions,
} as const;
const menu = { restaurantId: idAt(3), version: 1, items: [menuItem], actions };
const refusal = new Refusal('invalid-input', { errors: [{ path: '/price', message: 'is needed' }] }).toData();
const menuImport: MenuImportView = {
  id: idAt(5),
  restaurantId: idAt(3),
  state: 'RUNNING',
  requestedAt: AT,
  lineCount: 2,
  lines: [
    { line: 2, menuItemId: idAt(4) },
    { line: 3, refusal },
  ],
};
const basket = {
  consumerId: idAt(2),
  restaurantId: idAt(3),
  version: 2,
  lines: [
    {
      menuItemId: idAt(4),
      name: 'Tonnarelli',
      unitPrice: eur(1200),
      quantity: 2,
      total: eur(2400),
      available: true,
    },
  ],
  charges: CHARGES,
  actions,
};
const ticket = {
  orderId: idAt(1),
  version: 2,
  state: 'REJECTED',
  readyBy: AT,
  rejectionReason: 'No oven.',
  actions,
} as const;
const ping = { ...location, at: AT };
const delivery = {
  orderId: idAt(1),
  version: 2,
  state: 'PICKED_UP',
  pickupAddress: ADDRESS,
  deliveryAddress: ADDRESS,
  courierId: idAt(6),
  courierPhone: '+390612345678',
  estimatedAt: AT,
  pickedUpAt: AT,
  lastLocation: ping,
  actions,
} as const;
const courier = {
  id: idAt(6),
  version: 1,
  name: 'Dana',
  vehicle: 'CAR',
  phone: '+390612345678',
  onDuty: true,
  actions,
} as const;
const bill = {
  orderId: idAt(1),
  lines: [{ name: 'Tonnarelli', unitPrice: eur(1200), quantity: 2, total: eur(2400) }],
  ...CHARGES,
  paymentState: 'PARTLY_REFUNDED',
  authorizationCode: 'auth-1',
  refunds: [{ amount: eur(100), reason: 'Cold.', refundedAt: AT }],
  actions,
} as const;
const details = { order, consumer, restaurant, ticket, delivery, courier, bill };
const entry = {
  orderId: idAt(1),
  state: 'APPROVED',
  placedAt: AT,
  restaurantId: idAt(3),
  restaurantName: 'Da Luigi',
  itemCount: 2,
  total: CHARGES.total,
  deliveryState: 'PENDING',
} as const;
const pageOf = <T>(item: T) => ({ items: [item], cursors: ['a'], next: 'a' });

const VIEWS: { readonly [N in OperationName]: OutcomeOf<N> } = {
  getConsumer: consumer,
  listConsumers: pageOf(consumer),
  registerConsumer: consumer,
  updateConsumer: { id: idAt(2), version: 1, name: NAME, actions },
  getRestaurant: restaurant,
  listRestaurants: pageOf(restaurant),
  openRestaurant: restaurant,
  updateRestaurant: restaurant,
  getMenu: menu,
  replaceMenu: menu,
  getMenuItem: menuItem,
  updateMenuItem: menuItem,
  importMenu: menuImport,
  getMenuImport: menuImport,
  getPhoto: { contentType: 'image/png', data: 'iVBORw0KGgo=' },
  setPhoto: menuItem,
  deletePhoto: menuItem,
  getBasket: basket,
  addToBasket: basket,
  setBasketLine: basket,
  clearBasket: { ...basket, lines: [] },
  checkoutBasket: order,
  getOrder: order,
  listOrders: pageOf(order),
  getOrderDetails: details,
  listOrderHistory: pageOf(entry),
  placeOrder: order,
  reviseOrder: order,
  cancelOrder: order,
  getTicket: ticket,
  listTickets: pageOf(ticket),
  acceptTicket: ticket,
  rejectTicket: ticket,
  startPreparing: ticket,
  finishPreparing: ticket,
  acceptTickets: [
    { orderId: idAt(1), ticket },
    { orderId: idAt(7), refusal },
  ],
  getDelivery: delivery,
  listDeliveries: pageOf(delivery),
  getTrack: pageOf(ping),
  assignCourier: delivery,
  notePickedUp: delivery,
  noteDelivered: delivery,
  reportLocation: ping,
  getCourier: courier,
  listCouriers: pageOf(courier),
  setOnDuty: courier,
  getBill: bill,
  refundBill: bill,
};

describe('the schema of an outcome', () => {
  it.each(OPERATION_NAMES)('of %s describes what is answered, and nothing beyond it', (operation) => {
    const answered: unknown = represent[operation](VIEWS[operation] as never);
    const errorsOf = errorsBy(outcomeJsonSchema(operation));
    expect(errorsOf(answered)).toBeNull();
    const grown = Array.isArray(answered)
      ? [{ ...answered[0], riskScore: 7 }]
      : { ...(answered as object), riskScore: 7 };
    expect(errorsOf(grown)).not.toBeNull();
    const shrunk = Array.isArray(answered) ? [{}] : {};
    expect(errorsOf(shrunk)).not.toBeNull();
  });

  it('refuses what is of another type, form or range', () => {
    const { actions: _actions, ...plain } = order;
    const wrong = [
      { version: '3' },
      { version: -1 },
      { id: 'o-1' },
      { placedAt: 'yesterday' },
      { state: 'LOST' },
      { total: { amount: 1.5, currency: 'EUR' } },
      { lineItems: [] },
      { deliveryNote: 'x'.repeat(MAX_NOTE_CHARACTERS + 1) },
    ];
    const errorsOf = errorsBy(outcomeJsonSchema('getOrder'));
    for (const members of wrong) {
      expect(errorsOf({ ...plain, ...members }), JSON.stringify(members)).not.toBeNull();
    }
  });

  it('is held to its type by the compiler, optional members included', () => {
    expectTypeOf<Same<{ a: string; b?: number }, { readonly a: string; b?: number }>>().toEqualTypeOf<true>();
    expectTypeOf<Same<{ a: string; b?: number }, { a: string }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<{ a: 'x' | 'y' }, { a: string }>>().toEqualTypeOf<false>();
    expectTypeOf<Same<OutcomeJson<'getOrder'>, Omit<OutcomeJson<'getOrder'>, 'deliveryNote'>>>().toEqualTypeOf<false>();
  });
});

describe('the schema of an input', () => {
  it.each(OPERATION_NAMES)('of %s says in a sentence what each member is', (operation) => {
    expect(Object.values(membersOf(inputJsonSchema(operation))).filter((member) => !isDescribed(member))).toEqual([]);
  });

  it('names the limits that the use cases hold to', () => {
    const list = membersOf(inputJsonSchema('listOrders'));
    expect(list['limit']).toMatchObject({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT });
    const { lines, deliveryNote } = membersOf(inputJsonSchema('placeOrder'));
    expect(lines).toMatchObject({
      minItems: 1,
      maxItems: MAX_LINES,
      items: { $ref: '#/components/schemas/OrderLineInput' },
    });
    expect(deliveryNote).toMatchObject({ type: 'string', maxLength: MAX_NOTE_CHARACTERS });
    const line = membersOf(COMPONENTS['OrderLineInput'] as JsonSchema);
    expect(line['quantity']).toMatchObject({ type: 'integer', minimum: 1, maximum: MAX_QUANTITY });
    expect(line['menuItemId']).toMatchObject({ type: 'string', format: 'uuid' });
    const address = membersOf(COMPONENTS['AddressInput'] as JsonSchema);
    expect(address['country']).toMatchObject({ type: 'string', pattern: '^[A-Z]{2}$' });
  });

  it('asks for what is needed and leaves open what is not known to it', () => {
    const placing = { restaurantId: idAt(3), lines: [{ menuItemId: idAt(4), quantity: 2 }], paymentToken: 'tok_visa' };
    const errorsOf = errorsBy(inputJsonSchema('placeOrder'));
    expect(errorsOf({ ...placing, gift: true })).toBeNull();
    for (const name of Object.keys(placing)) expect(errorsOf({ ...placing, [name]: undefined })).not.toBeNull();
    expect(errorsOf({ ...placing, lines: [{ menuItemId: idAt(4), quantity: 0 }] })).not.toBeNull();
  });
});

describe('the components', () => {
  it('say in a sentence what they and their members are', () => {
    const silent = Object.entries(COMPONENTS).flatMap(([name, component]) => [
      ...(isDescribed(component) ? [] : [name]),
      ...Object.entries(membersOf(component)).flatMap(([member, schema]) =>
        isDescribed(schema) ? [] : [`${name}.${member}`],
      ),
    ]);
    expect(silent).toEqual([]);
  });

  it('are all that is referred to', () => {
    const all = JSON.stringify([
      COMPONENTS,
      OPERATION_NAMES.map((operation) => [inputJsonSchema(operation), outcomeJsonSchema(operation)]),
      REFUSAL_CODES.map(refusalDetailsJsonSchema),
    ]);
    const referredTo = new Set([...all.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref));
    const named = Object.keys(COMPONENTS).map((name) => `#/components/schemas/${name}`);
    expect([...referredTo].filter((ref) => !named.includes(ref as string))).toEqual([]);
    expect(all).not.toContain('$defs');
  });
});

function membersOf(schema: JsonSchema): Record<string, JsonSchema> {
  return (schema['properties'] ?? {}) as Record<string, JsonSchema>;
}

/** By itself, or where it refers to. */
function isDescribed(schema: JsonSchema): boolean {
  const name = /^#\/components\/schemas\/(.*)$/.exec((schema['$ref'] ?? '') as string)?.[1];
  return (
    typeof schema['description'] === 'string' || (name !== undefined && isDescribed(COMPONENTS[name] as JsonSchema))
  );
}
