import { DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlStyleModule } from './module.ts';

let served: ServedStyle;
beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule]);
});
afterAll(() => served.close());

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly path?: readonly string[]; readonly extensions: { readonly refusal: string } }[];
}

async function ask(as: PersonaName | 'anonymous', query: string, variables: object = {}): Promise<Answer> {
  const authorization = as !== 'anonymous' && { authorization: `Bearer ${await served.tokenFor(as)}` };
  const response = await fetch(`${served.baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer;
  return { data, ...(errors && { errors }) };
}

const { restaurantId } = PERSONAS.luigi;
const { courierId } = PERSONAS.dana;

describe('what a thing leads to', () => {
  it('is null where the actor may not see it: a courier sees past deliveries, but only the current order', async () => {
    const query = `query ($states: [DeliveryState!]) {
      deliveries(first: 2, filter: { states: $states }) { nodes { state order { orderId } track { nodes { at } } } }
    }`;
    const past = await ask('dana', query, { states: ['DELIVERED'] });
    const seen = { state: 'DELIVERED', order: null, track: { nodes: expect.any(Array) } };
    expect(past).toEqual({ data: { deliveries: { nodes: [seen, seen] } } });
    const current = await ask('dana', query, { states: ['PICKED_UP'] });
    expect(current.data).toMatchObject({ deliveries: { nodes: [{ order: { orderId: DEMO_ORDERS.PICKED_UP } }] } });
  });

  it('is null below a courier for those whom the courier serves', async () => {
    const query = 'query ($id: ID!) { courier(id: $id) { name phone currentDelivery { state } availableActions } }';
    const seen = { name: expect.any(String), phone: null, currentDelivery: null, availableActions: [] };
    expect(await ask('ann', query, { id: courierId })).toEqual({ data: { courier: seen } });
  });

  it('holds back as much as elsewhere: from a bill the restaurant gets to its consumer’s name, not to the address', async () => {
    const query =
      'query ($id: ID!) { bill(orderId: $id) { authorizationCode order { consumer { name { first } email } } } }';
    const { data } = await ask('luigi', query, { id: DEMO_ORDERS.APPROVED });
    const order = { consumer: { name: { first: 'Ann' }, email: null } };
    expect(data).toEqual({ bill: { authorizationCode: null, order } });
  });

  it('needs a sign-in where the operation does, and leaves the rest of the answer alone', async () => {
    const query = `query ($id: ID!) { restaurant(id: $id) { name menuImport(id: "x") { state } } }`;
    const { data, errors } = await ask('anonymous', query, { id: restaurantId });
    expect(data).toEqual({ restaurant: { name: expect.any(String), menuImport: null } });
    expect(errors).toMatchObject([{ path: ['restaurant', 'menuImport'], extensions: { refusal: 'unauthenticated' } }]);
  });
});

describe('what may be done with a thing', () => {
  const query = `query ($id: ID!, $restaurantId: ID!) {
    order(id: $id) { ticket { availableActions } delivery { availableActions } bill { availableActions } }
    restaurant(id: $restaurantId) { availableActions menu { availableActions items { availableActions } } }
  }`;
  const variables = { id: DEMO_ORDERS.APPROVED, restaurantId };

  it('is said on each, for the staff', async () => {
    const { data } = await ask('luigi', query, variables);
    expect(data).toMatchObject({
      order: {
        ticket: { availableActions: ['ACCEPT_TICKET', 'REJECT_TICKET'] },
        delivery: { availableActions: [] },
        bill: { availableActions: [] },
      },
      restaurant: { availableActions: ['UPDATE_RESTAURANT'] },
    });
    const { menu } = data['restaurant'] as {
      menu: { availableActions: unknown; items: { availableActions: unknown }[] };
    };
    expect(menu.availableActions).toEqual(['REPLACE_MENU', 'IMPORT_MENU']);
    for (const item of menu.items) {
      expect(item.availableActions).toEqual(expect.arrayContaining(['UPDATE_MENU_ITEM', 'SET_PHOTO']));
    }
  });

  it('is nothing for whom it is not', async () => {
    const { data } = await ask('ann', query, variables);
    const offered = [...JSON.stringify(data).matchAll(/"availableActions":\[([^\]]*)\]/g)].map(
      ([, actions]) => actions,
    );
    expect(new Set(offered)).toEqual(new Set(['']));
  });
});

describe('a change', () => {
  it('takes global ids, and its payload leads on to what it changed besides', async () => {
    const found = await ask('luigi', 'query ($id: ID!) { ticket(orderId: $id) { id version } }', {
      id: DEMO_ORDERS.APPROVED,
    });
    const { id, version } = found.data['ticket'] as { id: string; version: number };
    const readyBy = new Date(Date.now() + 30 * 60_000).toISOString();
    const mutation = `mutation ($input: AcceptTicketInput!) { acceptTicket(input: $input) {
      ticket { state readyBy availableActions order { state availableActions delivery { state courier { name } } } }
      userErrors { code }
    } }`;
    const { data } = await ask('luigi', mutation, { input: { orderId: id, expectedVersion: version, readyBy } });
    const order = {
      state: 'ACCEPTED',
      availableActions: ['START_PREPARING'],
      delivery: { state: 'SCHEDULED', courier: { name: expect.any(String) } },
    };
    const ticket = { state: 'ACCEPTED', readyBy, availableActions: ['START_PREPARING'], order };
    expect(data).toEqual({ acceptTicket: { ticket, userErrors: [] } });
  });

  it('that is refused says so with the details of its own kind', async () => {
    const mutation = `mutation ($input: RefundBillInput!) { refundBill(input: $input) {
      bill { total { amount } }
      userErrors { __typename code ... on RefundExceedsPaymentRefusal { refundable { amount currency } } }
    } }`;
    const amount = { amount: 1_000_000, currency: 'EUR' };
    const { data } = await ask('sam', mutation, {
      input: { orderId: DEMO_ORDERS.DELIVERED, amount, reason: 'It came cold.' },
    });
    const refusal = {
      __typename: 'RefundExceedsPaymentRefusal',
      code: 'REFUND_EXCEEDS_PAYMENT',
      refundable: { amount: expect.any(Number), currency: 'EUR' },
    };
    expect(data).toEqual({ refundBill: { bill: null, userErrors: [refusal] } });
  });
});

describe('money', () => {
  it('is told beyond the 32 bits of Int: a basket may cost more than an order may', async () => {
    const { consumerId } = PERSONAS.ann;
    // Past the rules, which would take a menu of more dishes, and as many requests.
    await served.dataSource.query('UPDATE menu_item SET price_amount = 4000000 WHERE restaurant_id = $1', [
      restaurantId,
    ]);
    await served.dataSource.query(
      `INSERT INTO basket (consumer_id, restaurant_id, version, lines)
       SELECT $1, $2, 1, json_agg(json_build_object('menuItemId', id, 'quantity', 99))
       FROM (SELECT id FROM menu_item WHERE restaurant_id = $2 ORDER BY position LIMIT 10) dishes`,
      [consumerId, restaurantId],
    );
    const query =
      'query ($r: ID!, $c: ID!) { basket(restaurantId: $r, consumerId: $c) { charges { subtotal { amount } } } }';
    const told = { charges: { subtotal: { amount: 10 * 99 * 4_000_000 } } };
    expect(await ask('ann', query, { r: restaurantId, c: consumerId })).toEqual({ data: { basket: told } });
  });

  it('is whole: anything else is refused as the wrong type that it is', async () => {
    const mutation = `mutation { refundBill(input: {
      orderId: "${DEMO_ORDERS.DELIVERED}", amount: { amount: 1.5, currency: "EUR" }, reason: "Cold." }) { bill { orderId } } }`;
    expect((await ask('sam', mutation)).errors).toMatchObject([{ extensions: { refusal: 'invalid-input' } }]);
  });
});
