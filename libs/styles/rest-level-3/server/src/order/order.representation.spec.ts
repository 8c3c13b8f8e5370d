import { actionsFor, PERSONAS, type CaseFacts, type OrderView } from '@rungs/application';
import { ORDER_STATES, type Actor, type OrderState } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { representOrder, representOrderDetails, representOrders } from './order.representation.ts';

const orderId = '01900000-0000-7000-8000-00000000e002';
const { ann, luigi, dana, sam } = PERSONAS;

function orderOf(state: OrderState, actor: Actor): OrderView {
  const facts: CaseFacts = {
    orderId,
    consumerId: ann.consumerId,
    restaurantId: luigi.restaurantId,
    courierId: dana.courierId,
    orderState: state,
    ticketState: 'ACCEPTED',
    deliveryState: 'SCHEDULED',
    paymentState: 'AUTHORIZED',
  };
  return {
    id: orderId,
    version: 3,
    consumerId: ann.consumerId,
    restaurantId: luigi.restaurantId,
    state,
    lineItems: [],
    deliveryAddress: { street: 'Via Appia 1', city: 'Roma', postalCode: '00179', country: 'IT' },
    placedAt: '2026-11-22T18:04:11.201Z',
    total: { amount: 1299, currency: 'EUR' },
    actions: actionsFor(facts, actor),
  };
}

const mintKey = () => 'a-fresh-key';
const shown = (state: OrderState, actor: Actor) => representOrder(orderOf(state, actor), actor, mintKey);

describe('the order', () => {
  it('offers its cancellation with the version seen and a fresh key, hidden and read-only', () => {
    expect(shown('APPROVED', ann)._templates).toEqual({
      cancelOrder: {
        title: 'Cancel the order',
        method: 'PUT',
        target: `/level3/orders/${orderId}/cancellation`,
        contentType: 'application/json',
        properties: [
          { name: 'version', prompt: 'Version seen', type: 'hidden', readOnly: true, required: true, value: 3 },
          {
            name: 'idempotencyKey',
            prompt: 'Key of this one request',
            type: 'hidden',
            readOnly: true,
            value: 'a-fresh-key',
          },
        ],
      },
    });
  });

  it.each(ORDER_STATES)('in state %s offers the same forms as the policy allows actions', (state) => {
    for (const actor of [ann, luigi, dana, sam]) {
      expect(Object.keys(shown(state, actor)._templates ?? {})).toEqual(orderOf(state, actor).actions);
    }
  });

  it('links what belongs to it, and the bill to those who may see one', () => {
    expect(Object.keys(shown('APPROVED', ann)._links)).toEqual([
      'self',
      'collection',
      'rungs:order-details',
      'rungs:ticket',
      'rungs:delivery',
      'rungs:bill',
      'rungs:consumer',
      'rungs:restaurant',
    ]);
    expect(shown('PICKED_UP', dana)._links).not.toHaveProperty('rungs:bill');
  });

  it('says nothing of actions outside of its forms', () => {
    expect(shown('APPROVED', ann)).not.toHaveProperty('actions');
  });
});

describe('a list of orders', () => {
  it('embeds them with their links and without forms', () => {
    const page = { items: [orderOf('APPROVED', ann)], cursors: ['c'], next: 'n+/=' };
    const list = representOrders(page, '/level3/orders?limit=1', ann);
    expect(list._links.next).toEqual({ href: '/level3/orders?limit=1&after=n%2B%2F%3D' });
    expect(list._embedded?.item).toEqual([
      expect.objectContaining({ _links: expect.objectContaining({ self: { href: `/level3/orders/${orderId}` } }) }),
    ]);
    expect(list._embedded?.item).not.toEqual([expect.objectContaining({ _templates: expect.anything() })]);
  });
});

describe('the details of an order', () => {
  it('leave out, link and all, what this actor may not see', () => {
    const details = representOrderDetails({ order: orderOf('PICKED_UP', dana) }, '/level3/orders/1/details', dana);
    expect(Object.keys(details._embedded ?? {})).toEqual(['rungs:order']);
  });
});
