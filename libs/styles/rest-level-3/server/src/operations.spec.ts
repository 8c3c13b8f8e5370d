import { handledBy, type OperationHandler } from '@rungs/http';
import { exceptions } from '@rungs/rest-level-3-client';
import { describe, expect, it } from 'vitest';
import { KitchenController } from './kitchen/kitchen.controller.ts';
import { OPERATION_HANDLERS, type OperationHandlers } from './operations.ts';
import type { OrderController } from './order/order.controller.ts';

/** What is served besides: forms that are too long for the thing that they change. */
const SHEETS = [
  'GET /level3/orders/{orderId}/revision-sheet',
  'GET /level3/restaurants/{restaurantId}/menu-sheet',
  'GET /level3/ticket-acceptances/sheet',
];

const HANDLERS: readonly OperationHandler[] = Object.values(OPERATION_HANDLERS).filter((held) => 'verb' in held);

describe('the table of operations', () => {
  it('says verb and address of each', () => {
    expect(OPERATION_HANDLERS.reviseOrder).toMatchObject({ verb: 'PATCH', path: '/level3/orders/{orderId}' });
    expect(OPERATION_HANDLERS.acceptTickets).toMatchObject({ verb: 'POST', path: '/level3/ticket-acceptances' });
  });

  it('holds every route of its controllers but the sheets, each for one operation', () => {
    const held = HANDLERS.map(({ verb, path }) => `${verb} ${path}`);
    const served = [...new Set(HANDLERS.map(({ controller }) => controller))].flatMap((controller) =>
      Object.getOwnPropertyNames(controller.prototype).flatMap((method) => routesOf(controller, method)),
    );
    expect([...held, ...SHEETS].toSorted()).toEqual(served.toSorted());
    expect(new Set(held).size).toBe(held.length);
  });

  it('lacks what the client says is not offered', () => {
    const lacking = Object.entries(OPERATION_HANDLERS).filter(([, held]) => 'notOffered' in held);
    expect(lacking.map(([operation]) => operation)).toEqual(exceptions.map(({ operation }) => operation));
  });

  it('does not compile without an operation, or with another answer', () => {
    const { cancelOrder, ...others } = OPERATION_HANDLERS;
    // @ts-expect-error -- an operation that no handler does
    const incomplete: OperationHandlers = others;
    // @ts-expect-error -- a ticket where an order is to be answered
    const mistaken: OperationHandlers = { ...OPERATION_HANDLERS, cancelOrder: handledBy(KitchenController, 'ticket') };
    expect([incomplete, mistaken]).not.toContainEqual(expect.objectContaining({ cancelOrder }));
  });
});

function routesOf(controller: object, method: string): readonly string[] {
  try {
    const { verb, path } = handledBy(controller as typeof OrderController, method as 'cancel');
    return [`${verb} ${path}`];
  } catch {
    return [];
  }
}
