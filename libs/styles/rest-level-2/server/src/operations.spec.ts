import { OPERATION_NAMES } from '@rungs/application';
import { handledBy } from '@rungs/http';
import { entry } from '@rungs/rest-level-2-client';
import { describe, expect, it } from 'vitest';
import { KitchenController } from './kitchen/kitchen.controller.ts';
import { OPERATION_HANDLERS, type OperationHandlers } from './operations.ts';
import { OrderController } from './order/order.controller.ts';
import { PhotoController } from './restaurant/photo.controller.ts';

describe('the table of operations', () => {
  it('says verb and address of each', () => {
    expect(OPERATION_HANDLERS.cancelOrder).toMatchObject({
      verb: 'PUT',
      path: '/level2/orders/{orderId}/cancellation',
    });
    expect(OPERATION_HANDLERS.acceptTickets).toMatchObject({ verb: 'POST', path: '/level2/ticket-acceptances' });
  });

  it('holds every route of its controllers, each for one operation', () => {
    const held = Object.values(OPERATION_HANDLERS).map(({ verb, path }) => `${verb} ${path}`);
    const served = [...new Set(Object.values(OPERATION_HANDLERS).map(({ controller }) => controller))].flatMap(
      (controller) =>
        Object.getOwnPropertyNames(controller.prototype).flatMap((method) => {
          const route = routeOf(controller, method);
          return route === undefined ? [] : [route];
        }),
    );
    // What a QUERY asks a GET of the same address does, too.
    const queried = served.filter((route) => route.startsWith('QUERY '));
    expect(held).toEqual(expect.arrayContaining(queried.map((route) => route.replace('QUERY', 'GET'))));
    expect(held.toSorted()).toEqual(served.filter((route) => !queried.includes(route)).toSorted());
    expect(new Set(held).size).toBe(held.length);
  });

  it.each(OPERATION_NAMES)('says of %s what the client asks', async (operation) => {
    const asked: string[] = [];
    const client = entry.connect({
      baseUrl: 'http://shop.example',
      fetch: (url, init) => {
        const { pathname } = new URL(url as string);
        asked.push(`${init?.method ?? 'GET'} ${decodeURIComponent(pathname)}`);
        return Promise.resolve(new Response(null, { status: 500 }));
      },
    });
    const ids = ['consumerId', 'restaurantId', 'menuItemId', 'menuImportId', 'orderId', 'courierId'];
    const input = { ...Object.fromEntries(ids.map((name) => [name, `{${name}}`])), contentType: 'image/png', data: '' };
    await expect(client[operation](input as never)).rejects.toThrow('500');
    const { verb, path } = OPERATION_HANDLERS[operation];
    expect(asked).toEqual([`${verb} ${path}`]);
  });

  it('does not compile without an operation, with another name, or with another answer', () => {
    const { cancelOrder, ...others } = OPERATION_HANDLERS;
    // @ts-expect-error -- an operation that no handler does
    const incomplete: OperationHandlers = others;
    // @ts-expect-error -- a ticket where an order is to be answered
    const mistaken: OperationHandlers = { ...OPERATION_HANDLERS, cancelOrder: handledBy(KitchenController, 'ticket') };
    // @ts-expect-error -- a method that was renamed
    expect(() => handledBy(OrderController, 'cancelled')).toThrow();
    // @ts-expect-error -- a method that the controller keeps to itself
    expect(() => handledBy(PhotoController, 'itemAt')).toThrow('has no route');
    expect([incomplete, mistaken]).not.toContainEqual(expect.objectContaining({ cancelOrder }));
  });
});

function routeOf(controller: object, method: string): string | undefined {
  try {
    const { verb, path } = handledBy(controller as typeof OrderController, method as 'cancel');
    return `${verb} ${path}`;
  } catch {
    return undefined;
  }
}
