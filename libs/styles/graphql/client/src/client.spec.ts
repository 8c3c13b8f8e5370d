import { RefusedError, UnexpectedAnswerError, type StyleClient } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { connect } from './client.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
}

/** A client of a server that says always the same, and what was sent to it. */
function clientOf(answer: unknown, status = 200, accessToken?: string) {
  const sent: Sent[] = [];
  const fetch = async (url: unknown, init: unknown): Promise<Response> => {
    const { body } = init as { body: string };
    sent.push({ url: String(url), init: init as RequestInit, body: JSON.parse(body) as Sent['body'] });
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { status });
  };
  return { client: connect({ baseUrl: 'http://rungs', fetch: fetch as typeof globalThis.fetch, accessToken }), sent };
}

const failureOf = (answer: unknown, status?: number): Promise<unknown> =>
  clientOf(answer, status)
    .client.getOrder({ orderId: 'o' })
    .catch((error: unknown) => error);

describe("GraphQL's client", () => {
  it('posts a document without its indentation, and asks for the media type of GraphQL answers', async () => {
    const { client, sent } = clientOf({ data: { ticket: { orderId: 'o', state: 'ACCEPTED' } } }, 200, 'token');
    await client.getTicket({ orderId: 'o' });
    expect(sent[0]).toMatchObject({
      url: 'http://rungs/graphql',
      init: {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          authorization: 'Bearer token',
        },
      },
      body: {
        query:
          'query GetTicket($id: ID!) { ticket(orderId: $id) { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } }',
        variables: { id: 'o' },
      },
    });
  });

  it('leaves out what is null, as plain JSON does', async () => {
    const ticket = { orderId: 'o', version: 1, state: 'ACCEPTED', readyBy: null, acceptedAt: null };
    const { client } = clientOf({ data: { ticket } });
    expect(await client.getTicket({ orderId: 'o' })).toEqual({ orderId: 'o', version: 1, state: 'ACCEPTED' });
  });

  it('takes a null thing for one that is not there', async () => {
    expect(await failureOf({ data: { order: null } })).toMatchObject({
      refusal: { code: 'order-not-found', details: { id: 'o' } },
      httpStatus: 200,
    });
  });

  it('throws the refusal that a top-level error carries', async () => {
    const extensions = { code: 'UNAUTHENTICATED', refusal: 'unauthenticated', details: { reason: 'missing' } };
    const error = await failureOf({ data: { order: null }, errors: [{ message: 'Sign in first.', extensions }] });
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({
      refusal: { code: 'unauthenticated', message: 'Sign in first.', details: { reason: 'missing' } },
    });
  });

  it.each([
    [
      { code: 'STALE_VERSION', expectedVersion: 1, currentVersion: 2 },
      { expectedVersion: 1, currentVersion: 2 },
    ],
    [
      { code: 'FORBIDDEN', operation: 'cancelOrder', role: 'COURIER' },
      { operation: 'cancelOrder', role: 'courier' },
    ],
    [
      { code: 'PAYMENT_DECLINED', total: { amount: 5, currency: 'EUR' } },
      { amount: 5, currency: 'EUR' },
    ],
    [
      { code: 'REFUND_EXCEEDS_PAYMENT', refundable: { amount: 5, currency: 'EUR' } },
      { refundableAmount: 5, currency: 'EUR' },
    ],
    [
      { code: 'INVALID_INPUT', fieldErrors: [{ path: '/quantity', message: 'no' }] },
      { errors: [{ path: '/quantity', message: 'no' }] },
    ],
  ])('gives the user error %j its common details', async (userError, details) => {
    const payload = { result: null, userErrors: [{ message: 'No.', ...userError }] };
    const { client } = clientOf({ data: { payload } });
    const refused: unknown = await client.cancelOrder({ orderId: 'o' }).catch((error: unknown) => error);
    const code = userError.code.toLowerCase().replaceAll('_', '-');
    expect((refused as RefusedError).refusal).toEqual({ code, message: 'No.', details });
  });

  it('walks forwards with first, backwards with last', async () => {
    const orders = { nodes: [], pageInfo: { hasNextPage: true, endCursor: 'e', hasPreviousPage: false } };
    const { client, sent } = clientOf({ data: { orders } });
    expect(await client.listOrders({ limit: 5, after: 'a' })).toEqual({ items: [], page: { next: 'e' } });
    await client.listOrders({ limit: 5, before: 'b' });
    expect(sent.map(({ body: { variables } }) => variables)).toMatchObject([
      { first: 5, after: 'a', sort: 'NEWEST_FIRST' },
      { last: 5, before: 'b' },
    ]);
  });

  it('keeps what a list is narrowed by apart from its page', async () => {
    const tickets = { nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } };
    const { client, sent } = clientOf({ data: { tickets } });
    await client.listTickets({ restaurantId: 'r', states: ['ACCEPTED'], limit: 5 });
    expect(sent[0]?.body.variables).toEqual({ first: 5, filter: { restaurantId: 'r', states: ['ACCEPTED'] } });
  });

  it('takes what became of each of several tickets out of the payload', async () => {
    const ticket = { orderId: 'a', version: 2, state: 'ACCEPTED' };
    const userError = { code: 'TICKET_NOT_ACCEPTABLE', message: 'No.', state: 'PREPARING' };
    const result = [
      { orderId: 'a', ticket, userError: null },
      { orderId: 'b', ticket: null, userError },
    ];
    const { client } = clientOf({ data: { payload: { result, userErrors: [] } } });
    expect(await client.acceptTickets({ tickets: [] })).toEqual([
      { orderId: 'a', ticket },
      { orderId: 'b', refusal: { code: 'ticket-not-acceptable', message: 'No.', details: { state: 'PREPARING' } } },
    ]);
  });

  it('takes what became of each line out of an import', async () => {
    const userError = { code: 'INVALID_INPUT', message: 'No.', fieldErrors: [{ path: '/price', message: 'no' }] };
    const lines = [
      { line: 2, menuItemId: 'm', userError: null },
      { line: 3, menuItemId: null, userError },
    ];
    const facts = { id: 'i', restaurantId: 'r', state: 'DONE', requestedAt: 't', lineCount: 2 };
    const { client } = clientOf({ data: { menuImport: { ...facts, lines } } });
    expect(await client.getMenuImport({ restaurantId: 'r', menuImportId: 'i' })).toEqual({
      ...facts,
      lines: [
        { line: 2, menuItemId: 'm' },
        {
          line: 3,
          refusal: { code: 'invalid-input', message: 'No.', details: { errors: [{ path: '/price', message: 'no' }] } },
        },
      ],
    });
  });

  it.each([
    ['photo', 'photo-not-found', (client: StyleClient) => client.getPhoto({ restaurantId: 'r', menuItemId: 'm' }), 'm'],
    ['track', 'delivery-not-found', (client: StyleClient) => client.getTrack({ orderId: 'o' }), 'o'],
    [
      'menuImport',
      'menu-import-not-found',
      (client: StyleClient) => client.getMenuImport({ restaurantId: 'r', menuImportId: 'i' }),
      'i',
    ],
  ] as const)('takes a null %s for %s', async (member, code, ask, id) => {
    const { client } = clientOf({ data: { [member]: null } });
    const refused: unknown = await ask(client).catch((error: unknown) => error);
    expect(refused).toMatchObject({ refusal: { code, details: { id } } });
  });

  it('names a wrong page size as the catalogue does', async () => {
    const details = { errors: [{ path: '/first', message: 'must be a whole number from 1 to 100' }] };
    const extensions = { code: 'BAD_USER_INPUT', refusal: 'invalid-input', details };
    const { client } = clientOf({ data: { orders: null }, errors: [{ message: 'No.', extensions }] });
    const refused: unknown = await client.listOrders({ limit: 0 }).catch((error: unknown) => error);
    expect((refused as RefusedError).refusal.details).toMatchObject({ errors: [{ path: '/limit' }] });
  });

  it('asks only for the parts that are wanted, and puts the courier beside the delivery', async () => {
    const order = { id: 'o', delivery: { courier: { name: 'Dana' } } };
    const { client, sent } = clientOf({ data: { order } });
    const details = await client.getOrderDetails({ orderId: 'o', parts: ['courier'] });
    expect(details).toEqual({ order: { id: 'o' }, courier: { name: 'Dana' } });
    expect(sent[0]?.body.variables).toMatchObject({ courier: true, delivery: false, bill: false });
  });

  it.each([
    [
      'a defect',
      { data: { order: null }, errors: [{ message: 'Ours.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ],
    ['neither data nor errors', {}],
    ['a page of HTML', '<html>'],
  ])('throws an error of its own for %s', async (_what, answer) => {
    expect(await failureOf(answer, 500)).toBeInstanceOf(UnexpectedAnswerError);
  });
});
