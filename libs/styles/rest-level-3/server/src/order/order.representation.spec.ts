import { actionsFor, actionsOn, PERSONAS, type BillView, type CaseFacts, type OrderView } from '@rungs/application';
import { ORDER_STATES, type Actor, type OrderState } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { representBill } from '../accounting/accounting.representation.ts';
import { representDelivery } from '../delivery/delivery.representation.ts';
import { Embedding, ITEMS } from '../embedding.ts';
import type { HalPart } from '../hal.ts';
import { representTicket } from '../kitchen/kitchen.representation.ts';
import {
  PART_RELATIONS,
  representOrder,
  representOrderDetails,
  representOrderHistory,
  representOrders,
  representRevisionSheet,
} from './order.representation.ts';

const orderId = '01900000-0000-7000-8000-00000000e002';
const { ann, luigi, dana, sam } = PERSONAS;

/** What the other parts of a case are while the order is in a state; where two go together with it, the earlier. */
const CASES: Readonly<Record<OrderState, Pick<CaseFacts, 'ticketState' | 'deliveryState' | 'paymentState'>>> = {
  APPROVAL_PENDING: { ticketState: 'AWAITING_ACCEPTANCE', deliveryState: 'PENDING', paymentState: 'AUTHORIZED' },
  APPROVED: { ticketState: 'AWAITING_ACCEPTANCE', deliveryState: 'PENDING', paymentState: 'AUTHORIZED' },
  REVISION_PENDING: { ticketState: 'AWAITING_ACCEPTANCE', deliveryState: 'PENDING', paymentState: 'AUTHORIZED' },
  CANCEL_PENDING: { ticketState: 'AWAITING_ACCEPTANCE', deliveryState: 'PENDING', paymentState: 'AUTHORIZED' },
  ACCEPTED: { ticketState: 'ACCEPTED', deliveryState: 'PENDING', paymentState: 'AUTHORIZED' },
  REJECTED: { ticketState: 'REJECTED', deliveryState: 'CANCELLED', paymentState: 'VOIDED' },
  PREPARING: { ticketState: 'PREPARING', deliveryState: 'SCHEDULED', paymentState: 'AUTHORIZED' },
  READY_FOR_PICKUP: { ticketState: 'READY_FOR_PICKUP', deliveryState: 'SCHEDULED', paymentState: 'AUTHORIZED' },
  PICKED_UP: { ticketState: 'PICKED_UP', deliveryState: 'PICKED_UP', paymentState: 'AUTHORIZED' },
  DELIVERED: { ticketState: 'PICKED_UP', deliveryState: 'DELIVERED', paymentState: 'CAPTURED' },
  CANCELLED: { ticketState: 'CANCELLED', deliveryState: 'CANCELLED', paymentState: 'VOIDED' },
};

function factsIn(state: OrderState): CaseFacts {
  return {
    orderId,
    consumerId: ann.consumerId,
    restaurantId: luigi.restaurantId,
    courierId: dana.courierId,
    orderState: state,
    ...CASES[state],
  };
}

const deliveryAddress = { street: 'Via Appia 1', city: 'Roma', postalCode: '00179', country: 'IT' };
const total = { amount: 1299, currency: 'EUR' };

function orderOf(state: OrderState, actor: Actor): OrderView {
  return {
    id: orderId,
    version: 3,
    consumerId: ann.consumerId,
    restaurantId: luigi.restaurantId,
    state,
    lineItems: [{ menuItemId: 'dish-1', name: 'Tonnarelli', unitPrice: total, quantity: 1 }],
    deliveryAddress,
    placedAt: '2026-11-22T18:04:11.201Z',
    total,
    actions: actionsFor(factsIn(state), actor),
  };
}

const shown = (state: OrderState, actor: Actor) => representOrder(orderOf(state, actor), actor);
const namesOf = ({ _templates = {} }: HalPart) => Object.keys(_templates);

function billOf(state: OrderState, actor: Actor): BillView {
  const facts = factsIn(state);
  const charges = { subtotal: total, deliveryFee: total, serviceFee: total, tax: total, total };
  const actions = actionsOn('bill', facts, actor);
  return { orderId, lines: [], ...charges, paymentState: facts.paymentState, refunds: [], actions };
}

/** The forms of everything that a case consists of. */
function formsOfCase(
  state: OrderState,
  actor: Actor,
): Readonly<Record<'order' | 'ticket' | 'delivery' | 'bill', string[]>> {
  const facts = factsIn(state);
  const versioned = { orderId, version: 1 };
  const ticket = { ...versioned, state: facts.ticketState, actions: actionsOn('ticket', facts, actor) };
  const addresses = { pickupAddress: deliveryAddress, deliveryAddress };
  const actions = actionsOn('delivery', facts, actor);
  const delivery = { ...versioned, ...addresses, state: facts.deliveryState, actions };
  return {
    order: namesOf(shown(state, actor)),
    ticket: namesOf(representTicket(ticket)),
    delivery: namesOf(representDelivery(delivery, actor)),
    bill: namesOf(representBill(billOf(state, actor))),
  };
}

describe('the order', () => {
  it('offers its cancellation with the version seen and room for a key, hidden and read-only', () => {
    expect(shown('APPROVED', sam)._templates).toEqual({
      cancelOrder: {
        title: 'Cancel the order',
        method: 'PUT',
        target: `/level3/orders/${orderId}/cancellation`,
        contentType: 'application/json',
        properties: [
          { name: 'version', prompt: 'Version seen', type: 'hidden', readOnly: true, required: true, value: '3' },
          {
            name: 'idempotencyKey',
            prompt: 'Key of this one request',
            type: 'hidden',
            readOnly: true,
          },
        ],
      },
    });
  });

  it('comes filled in to be changed, with room for more lines, and none of it required', () => {
    const { reviseOrder } = shown('APPROVED', ann)._templates ?? {};
    const filledIn = reviseOrder?.properties.map(({ name, value }) => [name, value]);
    expect(Object.fromEntries(filledIn ?? [])).toMatchObject({
      'lines.0.menuItemId': 'dish-1',
      'lines.0.quantity': '1',
      'lines.3.quantity': undefined,
      'deliveryAddress.city': 'Roma',
      version: '3',
    });
    expect(reviseOrder?.properties.filter(({ required }) => required).map(({ name }) => name)).toEqual(['version']);
  });

  it.each(ORDER_STATES)('in state %s offers with ticket, delivery and bill what the policy allows', (state) => {
    for (const actor of [ann, luigi, dana, sam]) {
      const { order, ticket, delivery, bill } = formsOfCase(state, actor);
      const offered = [...order, ...ticket, ...delivery, ...bill];
      expect(offered.toSorted(), actor.role).toEqual(actionsFor(factsIn(state), actor).toSorted());
    }
  });

  it('offers each step on the thing whose version it is meant for', () => {
    expect(formsOfCase('APPROVED', luigi).ticket).toEqual(['acceptTicket', 'rejectTicket']);
    expect(formsOfCase('ACCEPTED', sam)).toMatchObject({ order: ['cancelOrder'], delivery: ['assignCourier'] });
    expect(formsOfCase('PICKED_UP', dana).delivery).toEqual(['reportLocation', 'noteDelivered']);
    expect(formsOfCase('DELIVERED', sam).bill).toEqual(['refundBill']);
  });

  it('links what belongs to it, and the bill to those who may see one', () => {
    expect(Object.keys(shown('APPROVED', ann)._links)).toEqual([
      'self',
      'collection',
      'rungs:order-details',
      'rungs:ticket',
      'rungs:delivery',
      'rungs:events',
      'rungs:bill',
      'rungs:consumer',
      'rungs:restaurant',
      'rungs:embed',
      'rungs:basket',
      'rungs:sheet',
    ]);
    expect(shown('ACCEPTED', ann)._links).not.toHaveProperty('rungs:sheet');
    expect(shown('PICKED_UP', dana)._links).not.toHaveProperty('rungs:bill');
    expect(shown('DELIVERED', ann)._links).not.toHaveProperty('rungs:events');
  });

  it('says nothing of actions outside of its forms', () => {
    expect(shown('APPROVED', ann)).not.toHaveProperty('actions');
  });
});

describe('the sheet of an order', () => {
  const linesOf = (actor: Actor, count?: number) => {
    const { _templates } = representRevisionSheet(orderOf('APPROVED', actor), '/sheet', count);
    return _templates?.['reviseOrder']?.properties.filter(({ name }) => name.endsWith('quantity')).length;
  };

  it('has as many lines as one asks for, and never fewer than the order', () => {
    expect([linesOf(ann), linesOf(ann, 50), linesOf(ann, 1)]).toEqual([4, 50, 1]);
  });

  it('has no form for those who may not change it', () => {
    expect(linesOf(luigi)).toBeUndefined();
  });
});

describe('a list of orders', () => {
  const order = orderOf('APPROVED', ann);
  const page = { items: [{ order, bill: billOf('APPROVED', ann) }], cursors: ['c'], next: 'n+/=' };
  const list = (embed: string) =>
    representOrders(
      page,
      '/level3/orders?limit=1',
      ann,
      Embedding.askedBy({ headers: {}, query: { embed } }, [...ITEMS, ...PART_RELATIONS]),
    );

  it('says where each is, and where more are', () => {
    const { _links } = list('');
    expect(_links.next).toEqual({ href: '/level3/orders?limit=1&after=n%2B%2F%3D' });
    expect(_links.item).toEqual([{ href: `/level3/orders/${orderId}`, title: order.placedAt }]);
    expect(list('')).not.toHaveProperty('_embedded');
  });

  it('has each with it for who asks, as it says of itself, and in it what belongs to it', () => {
    const [item] = list('item,rungs:bill')._embedded?.item as readonly HalPart[];
    expect(item).toEqual({
      ...representOrder(order, ann),
      _embedded: { 'rungs:bill': representBill(billOf('APPROVED', ann)) },
    });
    expect(list('rungs:bill')._embedded, 'who wants parts of orders wants orders').toEqual(
      list('item,rungs:bill')._embedded,
    );
  });
});

describe('the history of a consumer', () => {
  it('leaves but the query of its search to the client, and leads back to whose it is', () => {
    const { _links } = representOrderHistory({ items: [], cursors: [] }, '/history', ann.consumerId);
    const consumer = `/level3/consumers/${ann.consumerId}`;
    expect(_links.search?.href).toBe(`${consumer}/order-history{?limit,after,before}`);
    expect(_links['rungs:consumer']).toEqual({ href: consumer });
  });
});

describe('the details of an order', () => {
  it('leave out, link and all, what this actor may not see', () => {
    const details = representOrderDetails({ order: orderOf('PICKED_UP', dana) }, '/level3/orders/1/details', dana);
    expect(Object.keys(details._embedded ?? {})).toEqual(['rungs:order']);
  });
});
