import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Refusal } from '@rungs/domain';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type ServedFakes } from '../spec/served-fakes.ts';
import { RESOLVED } from './nodes.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const ORDER = { id: 'o-1', state: 'APPROVED', actions: ['cancelOrder'], lineItems: [] };

describe('resolvers', () => {
  it('answer exactly the fields that are not properties', () => {
    const { schema } = served.app.get(GraphQLSchemaHost, { strict: false });
    const resolved = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || type.name.startsWith('__')) return [];
      const fields = Object.values(type.getFields()).filter(({ resolve, subscribe }) => resolve ?? subscribe);
      return fields.length > 0 ? [[type.name, fields.map(({ name }) => name).sort()]] : [];
    });
    const expected = Object.entries(RESOLVED).map(([type, fields]) => [type, [...fields].sort()]);
    expect(Object.fromEntries(resolved)).toEqual(Object.fromEntries(expected));
  });
});

describe('look-ahead', () => {
  const partsAskedFor = (): unknown => (served.executed[0]?.input as { parts?: readonly string[] }).parts;

  it.each([
    ['{ order(id: "o-1") { state } }', []],
    ['{ order(id: "o-1") { consumer { version } bill { orderId } } }', ['consumer', 'bill']],
    ['{ order(id: "o-1") { delivery { state courier { name } } } }', ['delivery', 'courier']],
    [
      '{ o: order(id: "o-1") { t: ticket { state } ...Rest } } fragment Rest on Order { restaurant { name } }',
      ['ticket', 'restaurant'],
    ],
    [
      '{ order(id: "o-1") { ... on Node { id } ... { bill { orderId } } ... on Order { ticket { state } } } }',
      ['bill', 'ticket'],
    ],
    ['{ order(id: "o-1") { bill @skip(if: true) { orderId } ticket @include(if: false) { state } } }', []],
    ['{ order(id: "o-1") { delivery { state } delivery { courier { name } } } }', ['delivery', 'courier']],
  ])('finds the parts of %s', async (query, parts) => {
    served.answerOf = () => ({ order: ORDER });
    await served.ask(query);
    expect(served.executed).toHaveLength(1);
    expect(new Set(partsAskedFor() as string[])).toEqual(new Set(parts));
  });

  it('reads through node(id) too', async () => {
    served.answerOf = () => ({ order: ORDER, bill: { orderId: 'o-1' } });
    const id = Buffer.from('Order:o-1').toString('base64url');
    const query = `{ node(id: "${id}") { __typename id ... on Order { bill { orderId } } ... on Bill { subtotal { amount } } } }`;
    expect((await served.ask(query)).data).toEqual({ node: { __typename: 'Order', id, bill: { orderId: 'o-1' } } });
    expect(served.executed).toEqual([{ useCase: 'GetOrderDetails', input: { orderId: 'o-1', parts: ['bill'] } }]);
  });

  it('reads the parts of listed orders with their page, and none when none are asked for', async () => {
    const ticket = { state: 'ACCEPTED' };
    const items = [{ order: ORDER, ticket }, { order: { ...ORDER, id: 'o-2' } }];
    served.answerOf = () => ({ items, cursors: ['a', 'b'], next: 'b' });
    await served.ask('{ orders { nodes { orderId } } }');
    const { data } = await served.ask(
      '{ orders { edges { cursor node { ticket { state } } } nodes { bill { orderId } } } }',
    );
    expect(data).toEqual({
      orders: {
        edges: [
          { cursor: 'a', node: { ticket } },
          { cursor: 'b', node: { ticket: null } },
        ],
        nodes: [{ bill: null }, { bill: null }],
      },
    });
    expect(served.executed.map(({ useCase }) => useCase)).toEqual(['ListOrders', 'ListOrders']);
    expect(served.executed.map(({ parts }) => new Set(parts))).toEqual([new Set(), new Set(['ticket', 'bill'])]);
  });
});

describe('a thing of an order', () => {
  it.each([
    ['ticket', 'GetTicket'],
    ['delivery', 'GetDelivery'],
    ['bill', 'GetBill'],
  ])('leads from the %s to the order, with the parts that are selected there', async (field, useCase) => {
    served.answerOf = (asked) =>
      asked === useCase ? { orderId: 'o-1', actions: [] } : { order: ORDER, bill: { orderId: 'o-1' } };
    const query = `{ ${field}(orderId: "o-1") { order { orderId consumer { version } bill { orderId } } } }`;
    expect(await served.ask(query)).toMatchObject({ data: { [field]: { order: { orderId: 'o-1' } } }, errors: [] });
    const details = { useCase: 'GetOrderDetails', input: { orderId: 'o-1', parts: ['consumer', 'bill'] } };
    expect(served.executed).toEqual([{ useCase, input: { orderId: 'o-1' } }, details]);
  });

  it('is offered what can be done with it, by the names of mutations', async () => {
    served.answerOf = () => ({ orderId: 'o-1', actions: ['acceptTicket', 'rejectTicket'] });
    const { data } = await served.ask('{ ticket(orderId: "o-1") { availableActions } }');
    expect(data).toEqual({ ticket: { availableActions: ['ACCEPT_TICKET', 'REJECT_TICKET'] } });
  });
});

describe('a photo', () => {
  const photo = { contentType: 'image/png', byteLength: 3 };
  const dish = { restaurantId: 'r', menuItemId: 'm' };
  const query = (fields: string): string => `{ menuItem(restaurantId: "r", menuItemId: "m") { photo { ${fields} } } }`;

  it('is read only when its bytes are asked for', async () => {
    served.answerOf = (useCase) => (useCase === 'GetPhoto' ? { ...photo, data: 'AAAA' } : { id: 'm', photo });
    expect((await served.ask(query('contentType byteLength'))).data).toEqual({ menuItem: { photo } });
    expect(served.executed.map(({ useCase }) => useCase)).toEqual(['GetMenuItem']);
    expect((await served.ask(query('data'))).data).toEqual({ menuItem: { photo: { data: 'AAAA' } } });
    expect(served.executed.slice(1)).toEqual([
      { useCase: 'GetMenuItem', input: dish },
      { useCase: 'GetPhoto', input: dish },
    ]);
  });

  it('says how long it is without the dish, too', async () => {
    served.answerOf = () => ({ contentType: 'image/png', data: 'AAAA' });
    const { data } = await served.ask('{ photo(restaurantId: "r", menuItemId: "m") { contentType byteLength data } }');
    expect(data).toEqual({ photo: { ...photo, data: 'AAAA' } });
    expect(served.executed).toEqual([{ useCase: 'GetPhoto', input: dish }]);
  });

  it('that was taken away between the two reads has no bytes, and is no error', async () => {
    served.answerOf = (useCase) =>
      useCase === 'GetPhoto' ? Promise.reject(new Refusal('photo-not-found', { id: 'm' })) : { id: 'm', photo };
    expect(await served.ask(query('byteLength data'))).toMatchObject({
      data: { menuItem: { photo: { byteLength: 3, data: null } } },
      errors: [],
    });
  });
});

describe('several at once', () => {
  it('have a ticket or a user error each', async () => {
    const refusal = new Refusal('ticket-not-acceptable', { state: 'PREPARING' }).toData();
    served.answerOf = () => [
      { orderId: 'a', ticket: { orderId: 'a', state: 'ACCEPTED' } },
      { orderId: 'b', refusal },
    ];
    const global = Buffer.from('Ticket:b').toString('base64url');
    const mutation = `mutation { acceptTickets(input: { tickets: [
      { orderId: "a", readyBy: "2026-11-22T20:00:00+01:00", expectedVersion: 1 }
      { orderId: "${global}", readyBy: "2026-11-22T19:00:00Z" }
    ] }) {
      acceptances { orderId ticket { state } userError { __typename code ... on TicketNotAcceptableRefusal { state } } }
      userErrors { code }
    } }`;
    const userError = { __typename: 'TicketNotAcceptableRefusal', code: 'TICKET_NOT_ACCEPTABLE', state: 'PREPARING' };
    expect((await served.ask(mutation)).data).toEqual({
      acceptTickets: {
        acceptances: [
          { orderId: 'a', ticket: { state: 'ACCEPTED' }, userError: null },
          { orderId: 'b', ticket: null, userError },
        ],
        userErrors: [],
      },
    });
    const readyBy = '2026-11-22T19:00:00.000Z';
    expect(served.executed[0]?.input).toEqual({
      tickets: [
        { orderId: 'a', readyBy, expectedVersion: 1 },
        { orderId: 'b', readyBy },
      ],
    });
  });
});

describe('what is hidden or missing', () => {
  it('is null, and no error', async () => {
    served.answerOf = () => Promise.reject(new Refusal('order-not-found', { id: 'x' }));
    expect(await served.ask('{ order(id: "x") { id } }')).toMatchObject({
      status: 200,
      data: { order: null },
      errors: [],
    });
    expect((await served.ask('{ node(id: "nonsense") { id } }')).data).toEqual({ node: null });
  });
});
