import { randomBytes } from 'node:crypto';
import { BOBS_ORDER, DEMO_DISHES, DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from '../module.ts';

const { restaurantId } = PERSONAS.luigi;
const ORDER = `/orders/${DEMO_ORDERS.PICKED_UP}`;
const TICKET = `/tickets/${DEMO_ORDERS.PICKED_UP}`;
const DELIVERY = `/deliveries/${DEMO_ORDERS.PICKED_UP}`;
const BILL = `${ORDER}/bill`;
const RESTAURANT = `/restaurants/${restaurantId}`;
const COURIER = `/couriers/${PERSONAS.dana.courierId}`;
const CONSUMER = `/consumers/${PERSONAS.ann.consumerId}`;

type Json = Record<string, unknown>;
interface PageOf {
  readonly items: readonly Json[];
  readonly page: object;
}

let served: ServedStyle;
beforeAll(async () => {
  served = await serveStyle([RestLevel2Module]);
});
afterAll(() => served.close());

const ask = async (path: string, who: PersonaName = 'ann', init: RequestInit & { headers?: object } = {}) =>
  fetch(`${served.baseUrl}/level2${path}`, {
    ...init,
    headers: { authorization: `Bearer ${await served.tokenFor(who)}`, ...init.headers },
  });

const read = async <T = Json>(path: string, who?: PersonaName): Promise<T> => {
  const answer = await ask(path, who);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as T;
};

const tagOf = async (path: string, who?: PersonaName) => (await ask(path, who)).headers.get('etag') as string;

const errorsOf = async (path: string, who?: PersonaName) => {
  const answer = await ask(path, who);
  const problem = (await answer.json()) as { code: string; errors?: readonly { path: string }[] };
  return [answer.status, problem.code, problem.errors?.map((error) => error.path)];
};

/** How many statements a request ran, loaded by one for each read. */
const statementCountOf = async (path: string, who: PersonaName = 'ann'): Promise<number> => {
  const traceId = randomBytes(16).toString('hex');
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
  const headers = { traceparent, 'rungs-loading': 'one-statement' };
  expect((await ask(path, who, { headers })).status).toBe(200);
  const trace = await fetch(`${served.baseUrl}/lab/traces/${traceId}`, {
    headers: { authorization: `Bearer ${await served.tokenFor(who)}` },
  });
  const { exchanges } = (await trace.json()) as { exchanges: readonly { sql: { count: number } }[] };
  return exchanges.reduce((count, { sql }) => count + sql.count, 0);
};

const rename = async (name: string): Promise<void> => {
  const done = await ask(RESTAURANT, 'luigi', {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json', 'if-match': await tagOf(RESTAURANT) },
    body: JSON.stringify({ name }),
  });
  expect(done.status).toBe(200);
};

describe('`expand` on level 2', () => {
  it('brings along each part as it is to be had at its own address', async () => {
    const expanded = await read(`${ORDER}?expand=consumer,restaurant,ticket,delivery,delivery.courier,bill`);
    const { consumer, restaurant, ticket, delivery, bill, ...order } = expanded;
    const { courier, ...alone } = delivery as Json;
    expect(order).toEqual(await read(ORDER));
    expect(consumer).toEqual(await read(CONSUMER));
    expect(restaurant).toEqual(await read(RESTAURANT));
    expect(ticket).toEqual(await read(TICKET));
    expect(alone).toEqual(await read(DELIVERY));
    expect(courier).toEqual(await read(COURIER));
    expect(bill).toEqual(await read(BILL));
  });

  it('takes names after commas, as several parameters, and more than once; a part of a part brings that part', async () => {
    const one = await read(`${ORDER}?expand=delivery.courier,bill`);
    expect(await read(`${ORDER}?expand=bill&expand=delivery,delivery.courier&expand=bill`)).toEqual(one);
    expect(Object.keys(one).filter((name) => ['delivery', 'bill', 'ticket'].includes(name))).toEqual([
      'delivery',
      'bill',
    ]);
    expect(await read(`${ORDER}?expand=`)).toEqual(await read(ORDER));
  });

  it('brings along with each order of a list what it does with one', async () => {
    const { items } = await read<PageOf>('/orders?expand=restaurant,delivery.courier&limit=20');
    expect(items).toHaveLength(20);
    for (const item of items.slice(0, 3)) {
      expect(item).toEqual(await read(`/orders/${String(item['id'])}?expand=restaurant,delivery.courier`));
    }
  });

  it('brings a ticket, a delivery and a bill their order, with what that names', async () => {
    for (const path of [TICKET, DELIVERY, BILL]) {
      const { order, ...alone } = await read(`${path}?expand=order.restaurant,order.consumer`);
      expect(alone, path).toEqual(await read(path));
      expect(order, path).toEqual(await read(`${ORDER}?expand=restaurant,consumer`));
    }
  });

  it('brings a restaurant its menu', async () => {
    const { menu, ...alone } = await read(`${RESTAURANT}?expand=menu`);
    expect(alone).toEqual(await read(RESTAURANT));
    expect(menu).toEqual(await read(`${RESTAURANT}/menu`));
  });

  it('leaves out what the actor may not see', async () => {
    const everything = 'consumer,restaurant,ticket,delivery.courier,bill';
    const forDana = await read(`${ORDER}?expand=${everything}`, 'dana');
    expect([forDana['bill'], Object.keys(forDana['consumer'] as Json)]).toEqual([undefined, ['id', 'version', 'name']]);
    const forLuigi = await read(`${ORDER}?expand=${everything}`, 'luigi');
    expect((forLuigi['bill'] as Json)['authorizationCode']).toBeUndefined();
    expect((forLuigi['delivery'] as Json)['courierPhone']).toBeUndefined();
    // What a courier has delivered stays in sight, and the order does not.
    const past = (await read<PageOf>('/deliveries?states=DELIVERED&limit=1', 'dana')).items[0] as Json;
    const behind = `/deliveries/${String(past['orderId'])}?expand=order`;
    expect(await read(behind, 'dana')).toEqual(past);
    expect(await read(behind, 'sam')).toHaveProperty('order.id', past['orderId']);
  });

  it.each([
    `${ORDER}?expand=secret`,
    `${ORDER}?expand=delivery.courier.currentDelivery`,
    `${ORDER}?expand=delivery.order.delivery.order`,
    `${ORDER}?expand=order`,
    `${ORDER}?expand=__proto__`,
    `${ORDER}?expand=restaurant;drop table orders`,
    `${ORDER}?expand=restaurant.`,
    `${TICKET}?expand=order.ticket`,
    `${RESTAURANT}?expand=menu.items`,
    `/tickets?expand=order`,
    `/restaurants?expand=menu`,
    `${COURIER}?expand=delivery`,
    `${ORDER}?expand=${'bill,'.repeat(150)}bill`,
  ])('RFC 9110 §15.5.21: %s is 422, whatever else is asked', async (path) => {
    expect(await errorsOf(path)).toEqual([422, 'invalid-input', ['/expand']]);
  });

  it('looks for the thing before it looks at what is wanted of it', async () => {
    expect(await errorsOf(`/orders/${BOBS_ORDER}?expand=secret&fields=secret`)).toEqual([
      404,
      'order-not-found',
      undefined,
    ]);
    expect((await fetch(`${served.baseUrl}/level2${ORDER}?expand=secret`)).status).toBe(401);
    expect(await errorsOf('/orders?limit=0&expand=secret&fields=secret')).toEqual([
      422,
      'invalid-input',
      ['/limit', '/expand', '/fields'],
    ]);
  });

  it('tells nothing of what was read for an answer that is refused', async () => {
    const refused = await ask(`${ORDER}?fields=secret`);
    expect([refused.status, refused.headers.get('etag'), refused.headers.get('cache-control')]).toEqual([
      422,
      null,
      'no-store',
    ]);
    const list = await ask('/orders?fields=secret');
    expect([list.status, list.headers.get('etag'), list.headers.get('link')]).toEqual([422, null, null]);
  });

  it('takes one statement for an order with all its parts, and one for a page of them', async () => {
    const everything = 'expand=consumer,restaurant,ticket,delivery.courier,bill';
    expect(await statementCountOf(`${ORDER}?${everything}`)).toBe(1);
    expect(await statementCountOf(`/orders?${everything}&limit=100`)).toBe(1);
    expect(await statementCountOf(`${TICKET}?expand=order.restaurant,order.consumer`)).toBe(2);
    expect(await statementCountOf(`${RESTAURANT}?expand=menu`)).toBe(2);
  });
});

describe('validators of what is selected on level 2', () => {
  it.each([`${ORDER}?expand=restaurant`, '/orders?expand=restaurant&limit=5', `${TICKET}?expand=order.restaurant`])(
    'RFC 9110 §8.8.1: %s has another one once the restaurant was renamed, and without it the same',
    async (path) => {
      const plain = path.replace(/expand=[^&]*/, '');
      const before = { expanded: await tagOf(path), plain: await tagOf(plain) };
      const held = { headers: { 'if-none-match': before.expanded } };
      expect((await ask(path, 'ann', held)).status).toBe(304);
      const name = `Luigi ${randomBytes(3).toString('hex')}`;
      await rename(name);
      const after = await ask(path, 'ann', held);
      expect([after.status, after.headers.get('etag') === before.expanded]).toEqual([200, false]);
      expect(await after.text()).toContain(name);
      expect(await tagOf(plain)).toBe(before.plain);
    },
  );

  it('RFC 9110 §8.8.3: differ by what is selected, and not by how that is written', async () => {
    const selections = [
      '',
      '?fields=id',
      '?fields=id,state',
      '?expand=bill',
      '?expand=bill&fields=id',
      '?expand=ticket',
    ];
    const tags = await Promise.all(selections.map((selection) => tagOf(ORDER + selection)));
    expect(new Set(tags).size).toBe(selections.length);
    expect(await tagOf(`${ORDER}?fields=state,id,state`)).toBe(tags[2]);
    expect(await tagOf(`${ORDER}?fields=total,total.amount`)).toBe(await tagOf(`${ORDER}?fields=total`));
    const pages = ['', '&fields=id', '&expand=bill'].map((selection) => tagOf(`/orders?limit=2${selection}`));
    expect(new Set(await Promise.all(pages)).size).toBe(3);
  });

  it('RFC 9110 §13.1.2: If-None-Match with the validator of a selection answers 304 for that selection alone', async () => {
    const path = `${ORDER}?fields=state`;
    const headers = { 'if-none-match': await tagOf(path) };
    const same = await ask(path, 'ann', { headers });
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect((await ask(ORDER, 'ann', { headers })).status).toBe(200);
  });

  it('RFC 9110 §13.1.1: If-Match takes the validator of any selection of the order, as long as the order is the same', async () => {
    const path = `/orders/${DEMO_ORDERS.APPROVED}`;
    const revise = async (ifMatch: string, deliveryNote: string) =>
      ask(path, 'ann', {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json', 'if-match': ifMatch },
        body: JSON.stringify({ deliveryNote }),
      });
    const expanded = await tagOf(`${path}?expand=restaurant,ticket&fields=id,restaurant.name`);
    expect((await revise(expanded, 'Ring once.')).status).toBe(200);
    expect((await revise(expanded, 'Ring twice.')).status).toBe(412);
  });
});

describe('`fields` on level 2', () => {
  it('keeps what is named and nothing else, in objects and lists', async () => {
    const order = await read(ORDER);
    expect(await read(`${ORDER}?fields=id,state`)).toEqual({ id: order['id'], state: order['state'] });
    const lines = order['lineItems'] as readonly { name: string; unitPrice: { amount: number } }[];
    expect(await read(`${ORDER}?fields=lineItems.name,lineItems.unitPrice.amount,total`)).toEqual({
      lineItems: lines.map(({ name, unitPrice: { amount } }) => ({ name, unitPrice: { amount } })),
      total: order['total'],
    });
    const menu = await read<PageOf>(`${RESTAURANT}/menu?fields=items.name`);
    expect(new Set(menu.items.flatMap((item) => Object.keys(item)))).toEqual(new Set(['name']));
    expect(Object.keys(menu)).toEqual(['items']);
  });

  it('reaches into what is expanded, and keeps of that what is named', async () => {
    const all = await read(`${ORDER}?expand=restaurant,delivery.courier`);
    const [restaurant, delivery] = [all['restaurant'] as Json, all['delivery'] as Json & { courier: Json }];
    const asked = 'fields=restaurant.name,delivery.courier.name,delivery.state';
    expect(await read(`${ORDER}?expand=restaurant,delivery.courier&${asked}`)).toEqual({
      restaurant: { name: restaurant['name'] },
      delivery: { state: delivery['state'], courier: { name: delivery.courier['name'] } },
    });
  });

  it.each([
    ['/orders', 'id,total.amount', 'ann'],
    ['/tickets', 'orderId,state', 'luigi'],
    ['/deliveries', 'state', 'dana'],
    ['/couriers', 'name', 'sam'],
    ['/consumers', 'name.last', 'sam'],
    ['/restaurants', 'name,cuisine', 'ann'],
    [`${CONSUMER}/order-history`, 'restaurantName', 'ann'],
    [`${DELIVERY}/track`, 'at', 'ann'],
  ] as const)('leaves of each item of %s what is named: %s', async (path, fields, who) => {
    const whole = await read<PageOf>(`${path}?limit=2`, who);
    const part = await read<PageOf>(`${path}?limit=2&fields=${fields}`, who);
    const names = fields.split(',').map((name) => name.split('.')[0]);
    expect(part.items.map((item) => Object.keys(item).toSorted())).toEqual(part.items.map(() => names.toSorted()));
    expect([part.items.length, part.page]).toEqual([2, whole.page]);
    expect(whole).toMatchObject(part);
  });

  it.each([
    [CONSUMER, 'name.first', 'ann'],
    [`${CONSUMER}/baskets/${restaurantId}`, 'version,lines', 'ann'],
    [RESTAURANT, 'name', 'ann'],
    [`${RESTAURANT}/menu/${DEMO_DISHES.tonnarelli}`, 'price', 'ann'],
    [TICKET, 'state', 'luigi'],
    [DELIVERY, 'lastLocation.at', 'ann'],
    [COURIER, 'vehicle', 'ann'],
    [BILL, 'total,paymentState', 'ann'],
    [`${ORDER}/details`, 'order.state,bill.total', 'ann'],
  ] as const)('leaves of %s what is named: %s', async (path, fields, who) => {
    const part = await read(`${path}?fields=${fields}`, who);
    const names = new Set(fields.split(',').map((name) => name.split('.')[0]));
    expect(new Set(Object.keys(part))).toEqual(names);
    expect(await read(path, who)).toMatchObject(part);
  });

  it.each([
    `${ORDER}?fields=secret`,
    `${ORDER}?fields=`,
    `${ORDER}?fields=id,,state`,
    `${ORDER}?fields=lineItems.secret`,
    `${ORDER}?fields=id.x`,
    `${ORDER}?fields=restaurant.name`,
    `${ORDER}?fields=__proto__`,
    `${ORDER}?fields=constructor.name`,
    `/orders?fields=items`,
    `/orders?fields=page`,
    `${RESTAURANT}/menu?fields=name`,
    `${ORDER}?fields=id' OR '1'='1`,
    `${ORDER}?fields=${'total.'.repeat(2000)}amount`,
  ])('RFC 9110 §15.5.21: what there is no such member of is 422: %.60s', async (path) => {
    expect(await errorsOf(path)).toEqual([422, 'invalid-input', ['/fields']]);
  });

  it('RFC 7240 §4.4: is known to strict clients of everything that has members, as `expand` is', async () => {
    const strict = { headers: { prefer: 'handling=strict' } };
    for (const path of [
      `${ORDER}?fields=id&expand=bill`,
      '/orders?limit=1&fields=id',
      `${RESTAURANT}/menu?fields=items.name`,
    ]) {
      expect([path, (await ask(path, 'ann', strict)).status]).toEqual([path, 200]);
    }
    const unknown = await ask(`${ORDER}?fields=id&filds=id`, 'ann', strict);
    expect([unknown.status, await unknown.json()]).toMatchObject([422, { errors: [{ path: '/filds' }] }]);
    const photo = await ask(`${RESTAURANT}/menu/${DEMO_DISHES.tonnarelli}/photo?fields=id`, 'ann', strict);
    expect([photo.status]).not.toContain(200);
  });

  it('answers a part of an answer in no part where it is refused', async () => {
    expect(await errorsOf(`/orders/${BOBS_ORDER}?fields=id`)).toEqual([404, 'order-not-found', undefined]);
  });

  it('is nothing that a photo has', async () => {
    const photo = `${RESTAURANT}/menu/${DEMO_DISHES.tonnarelli}/photo`;
    const answers = await Promise.all([ask(photo), ask(`${photo}?fields=id`)]);
    expect(answers[0]?.status).toBe(answers[1]?.status);
  });
});
