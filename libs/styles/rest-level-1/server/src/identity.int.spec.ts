import { DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel1Module } from './module.ts';

// "The same URI is the same thing in every answer": whatever names a thing, or shows a copy of it, is held against what
// the thing's own URI answers.

type Json = Readonly<Record<string, unknown>>;

let served: ServedStyle;
let authorization: string;

beforeAll(async () => {
  served = await serveStyle([RestLevel1Module]);
  authorization = `Bearer ${await served.tokenFor('sam')}`;
});
afterAll(async () => {
  expect(served.defects).toEqual([]);
  await served.close();
});

/** What the resource answers to the action. */
async function ask(path: string, action: string, members: object = {}): Promise<Json> {
  const headers = { 'content-type': 'application/json', authorization };
  const body = JSON.stringify({ action, ...members });
  const response = await fetch(`${served.baseUrl}/level1${path}`, { method: 'POST', headers, body });
  const answer = (await response.json()) as { ok: boolean; result: Json };
  expect(answer.ok, `${action} at ${path}: ${JSON.stringify(answer)}`).toBe(true);
  return answer.result;
}

/** A thing by its id: where it is, how it is asked for itself, and by which member it says its id. */
interface Thing {
  readonly path: string;
  readonly action: string;
  readonly idMember: string;
}

const consumer = (id: string): Thing => ({ path: `/consumers/${id}`, action: 'getConsumer', idMember: 'id' });
const restaurant = (id: string): Thing => ({ path: `/restaurants/${id}`, action: 'getRestaurant', idMember: 'id' });
const courier = (id: string): Thing => ({ path: `/couriers/${id}`, action: 'getCourier', idMember: 'id' });
const order = (id: string): Thing => ({ path: `/orders/${id}`, action: 'getOrder', idMember: 'id' });
const bill = (id: string): Thing => ({ path: `/orders/${id}/bill`, action: 'getBill', idMember: 'orderId' });
const ticket = (id: string): Thing => ({ path: `/tickets/${id}`, action: 'getTicket', idMember: 'orderId' });
const delivery = (id: string): Thing => ({ path: `/deliveries/${id}`, action: 'getDelivery', idMember: 'orderId' });
const dish = (id: string, restaurantId: string): Thing => ({
  path: `/restaurants/${restaurantId}/menu/${id}`,
  action: 'getMenuItem',
  idMember: 'id',
});

/** What the member of an answer names, wherever it stands. */
const NAMED_BY: Readonly<Record<string, (id: string, restaurantId: string) => readonly Thing[]>> = {
  consumerId: (id) => [consumer(id)],
  restaurantId: (id) => [restaurant(id)],
  courierId: (id) => [courier(id)],
  orderId: (id) => [order(id), ticket(id), delivery(id), bill(id)],
  currentDeliveryId: (id) => [delivery(id)],
  menuItemId: (id, restaurantId) => [dish(id, restaurantId)],
};

/** The things that an answer names, by their URIs. */
function named(value: unknown, restaurantId: string, things = new Map<string, [Thing, string]>()) {
  if (typeof value !== 'object' || value === null) return things;
  const at = (value as Json)['restaurantId'] ?? restaurantId;
  for (const [member, below] of Object.entries(value)) {
    if (typeof below === 'string') {
      for (const thing of NAMED_BY[member]?.(below, at as string) ?? []) things.set(thing.path, [thing, below]);
    } else named(below, at as string, things);
  }
  return things;
}

describe('level 1: the same URI is the same thing in every answer', () => {
  it.each([
    ['orders', '/orders', 'listOrders'],
    ['tickets', '/tickets', 'listTickets'],
    ['deliveries', '/deliveries', 'listDeliveries'],
    ['couriers', '/couriers', 'listCouriers'],
    ['the history', `/consumers/${PERSONAS.ann.consumerId}/order-history`, 'listOrderHistory'],
    ['an order’s details', `/orders/${DEMO_ORDERS.PICKED_UP}/details`, 'getOrderDetails'],
  ])('each id in %s names a thing that says the same id at its own URI', async (_what, path, action) => {
    const answer = await ask(path, action, action.startsWith('list') ? { limit: 10 } : {});
    const things = [...named(answer, PERSONAS.luigi.restaurantId).values()];
    expect(things.length).toBeGreaterThan(0);
    for (const [thing, id] of things) expect((await ask(thing.path, thing.action))[thing.idMember]).toBe(id);
  });

  it.each([
    ['/consumers', 'listConsumers', consumer],
    ['/restaurants', 'listRestaurants', restaurant],
    ['/couriers', 'listCouriers', courier],
    ['/orders', 'listOrders', order],
    ['/tickets', 'listTickets', ticket],
    ['/deliveries', 'listDeliveries', delivery],
  ] as const)('what %s shows of a thing is what the thing says of itself', async (path, action, thingOf) => {
    const items = (await ask(path, action, { limit: 10 }))['items'] as readonly Json[];
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const thing = thingOf((item['id'] ?? item['orderId']) as string);
      expect(await ask(thing.path, thing.action)).toEqual(item);
    }
  });

  it('what a menu shows of a dish is what the dish says of itself', async () => {
    const { restaurantId } = PERSONAS.luigi;
    const { items } = (await ask(`/restaurants/${restaurantId}/menu`, 'getMenu')) as { items: readonly Json[] };
    for (const item of items) {
      const { path, action } = dish(item['id'] as string, restaurantId);
      expect(await ask(path, action)).toEqual(item);
    }
  });

  it.each(Object.entries(DEMO_ORDERS))(
    'what the details of an order that is %s show of its parts is what they say of themselves',
    async (_state, orderId) => {
      const details = await ask(`/orders/${orderId}`, 'getOrderDetails');
      expect(await ask(`/orders/${orderId}/details`, 'getOrderDetails')).toEqual(details);
      const parts = { order, ticket, delivery, bill };
      for (const [part, thingOf] of Object.entries(parts)) {
        const { path, action } = thingOf(orderId);
        expect(await ask(path, action), part).toEqual(details[part]);
      }
      for (const [part, thingOf] of Object.entries({ consumer, restaurant, courier })) {
        const shown = details[part] as Json | undefined;
        if (shown === undefined) continue;
        const { path, action } = thingOf(shown['id'] as string);
        // Of a restaurant it is a summary.
        expect(await ask(path, action), part).toMatchObject(shown);
      }
    },
  );

  it('RFC 9562 §4: a UUID in capitals is the same id, and so names the same thing', async () => {
    for (const thingOf of [order, ticket, delivery, bill]) {
      const [{ path, action }, capitals] = [DEMO_ORDERS.DELIVERED, DEMO_ORDERS.DELIVERED.toUpperCase()].map(
        thingOf,
      ) as [Thing, Thing];
      expect(await ask(capitals.path, action)).toEqual(await ask(path, action));
    }
  });
});
