import { InvalidInput } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { UnreadableBody } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Asked, perform, UnknownAction, type Actions } from './action.ts';
import { ACTIONS } from './level.ts';

const ORDER_ID = '01900000-0000-7000-8000-00000000e002';
const OTHER_ID = '01900000-0000-7000-8000-00000000e003';

/** An order resource that answers what it was asked. */
const order = {
  getOrder: async (asked) => asked.input(parseInput.getOrder) as never,
  getOrderDetails: async (asked) => asked.input(parseInput.getOrderDetails) as never,
  reviseOrder: async (asked) => asked.input(parseInput.reviseOrder) as never,
  cancelOrder: async (asked) => asked.input(parseInput.cancelOrder) as never,
} satisfies Actions<'orders/:orderId'>;

const askOrder = (body: unknown) => perform<'orders/:orderId'>(body, { orderId: ORDER_ID }, order);
const refusedBy = (body: unknown): Promise<unknown> => askOrder(body).catch((error: unknown) => error);

describe('an action', () => {
  it('gets the members beside it, and the ids of the URI', async () => {
    expect(await askOrder({ action: 'cancelOrder', expectedVersion: 3, idempotencyKey: 'k' })).toEqual({
      ok: true,
      result: { orderId: ORDER_ID, expectedVersion: 3, idempotencyKey: 'k' },
    });
  });

  it('that the resource does not take is refused with those that it takes', async () => {
    const refusal = await refusedBy({ action: 'getBill' });
    expect(refusal).toBeInstanceOf(UnknownAction);
    expect(refusal).toMatchObject({
      code: 'operation-unknown',
      details: { operation: 'getBill' },
      actions: ['getOrder', 'getOrderDetails', 'reviseOrder', 'cancelOrder', 'describe'],
      message: expect.stringContaining('takes getOrder, getOrderDetails, reviseOrder, cancelOrder, describe'),
    });
  });

  it.each(['constructor', '__proto__', 'toString', ''])('named %j is unknown', async (action) => {
    expect(await refusedBy({ action })).toMatchObject({ code: 'operation-unknown' });
  });

  it.each([[{}], [{ action: 7 }], [[]], ['getOrder'], [null], [undefined], [new UnreadableBody('not JSON')]])(
    'cannot be read from %j',
    async (body) => {
      const refusal = await refusedBy(body);
      expect(refusal).toBeInstanceOf(Refusal);
      expect(refusal).toMatchObject({ code: 'unreadable' });
    },
  );
});

it('that a resource takes but does not do is missed by the compiler, as is one that is not its own', () => {
  const { cancelOrder: _forgotten, ...lacking } = order;
  // @ts-expect-error -- the order's table says that it takes cancelOrder
  expectTypeOf(lacking).toExtend<Actions<'orders/:orderId'>>();
  // @ts-expect-error -- an order takes no getBill: its bill does
  void perform<'orders/:orderId'>({ action: 'getOrder' }, {}, { ...order, getBill: order.getOrder }).catch(String);
});

describe('the ids of the URI', () => {
  it.each([ORDER_ID, ORDER_ID.toUpperCase(), null])('may be repeated in the body (%j)', (orderId) => {
    const asked = new Asked({ orderId }, { orderId: ORDER_ID });
    expect(asked.input(parseInput.getOrder)).toEqual({ orderId: ORDER_ID });
  });

  it.each([OTHER_ID, 7, {}])('win over a different one in the body (%j), which is invalid', (orderId) => {
    const input = new Asked({ orderId, expectedVersion: 'x' }, { orderId: ORDER_ID }).input(parseInput.cancelOrder);
    expect(input).toBeInstanceOf(InvalidInput);
    const { partial, errors } = input as InvalidInput<object>;
    expect(partial).toEqual({ orderId: ORDER_ID });
    expect(errors.map(({ path }) => path)).toEqual(['/orderId', '/expectedVersion']);
  });

  it('leave a member that names a prototype for the parser to refuse', async () => {
    const body: unknown = JSON.parse('{"action":"getOrder","__proto__":{"role":"support"}}');
    const { result } = (await askOrder(body)) as { result: InvalidInput<object> };
    expect(result.errors).toEqual([{ path: '/__proto__', message: 'is not yours to set' }]);
  });
});

it('has no resource without an action', () => {
  for (const actions of Object.values(ACTIONS)) expect(actions.length).toBeGreaterThan(0);
});
