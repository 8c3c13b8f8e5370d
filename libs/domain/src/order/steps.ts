import { type Actor, subjectOf } from '../actor.ts';
import { add, money, type Money } from '../money/money.ts';
import type { PaymentState, Refund } from '../accounting/bill.ts';
import type { DeliveryState } from '../delivery/delivery.ts';
import type { CourierId } from '../identifiers.ts';
import { epochMsOf, instantOf, type Instant } from '../instant.ts';
import type { TicketState } from '../kitchen/ticket.ts';
import { Refusal } from '../refusal.ts';
import type { OrderCase } from './order-case.ts';
import type { OrderState } from './order.ts';

/** One step of an order's life. */
export interface Step {
  readonly by: readonly ('consumer' | 'restaurant' | 'courier' | 'support')[];
  /** The order's states in which it may be taken … */
  readonly from: readonly OrderState[];
  /** … and the delivery's and the payment's, where they matter too. */
  readonly whileDelivery?: readonly DeliveryState[];
  readonly whilePayment?: readonly PaymentState[];
  readonly to: {
    readonly order?: OrderState;
    readonly ticket?: TicketState;
    readonly delivery?: DeliveryState;
    readonly bill?: PaymentState;
  };
}

/** The table of life cycles, once: roles and states of every step are read from here and nowhere else. */
export const STEPS = {
  acceptTicket: { by: ['restaurant'], from: ['APPROVED'], to: { order: 'ACCEPTED', ticket: 'ACCEPTED' } },
  rejectTicket: {
    by: ['restaurant'],
    from: ['APPROVED'],
    to: { order: 'REJECTED', ticket: 'REJECTED', delivery: 'CANCELLED', bill: 'VOIDED' },
  },
  startPreparing: { by: ['restaurant'], from: ['ACCEPTED'], to: { order: 'PREPARING', ticket: 'PREPARING' } },
  finishPreparing: {
    by: ['restaurant'],
    from: ['PREPARING'],
    to: { order: 'READY_FOR_PICKUP', ticket: 'READY_FOR_PICKUP' },
  },
  assignCourier: {
    by: ['support'],
    from: ['ACCEPTED', 'PREPARING', 'READY_FOR_PICKUP'],
    whileDelivery: ['PENDING'],
    to: { delivery: 'SCHEDULED' },
  },
  notePickedUp: {
    by: ['courier'],
    from: ['READY_FOR_PICKUP'],
    whileDelivery: ['SCHEDULED'],
    to: { order: 'PICKED_UP', ticket: 'PICKED_UP', delivery: 'PICKED_UP' },
  },
  reportLocation: {
    by: ['courier'],
    from: ['ACCEPTED', 'PREPARING', 'READY_FOR_PICKUP', 'PICKED_UP'],
    whileDelivery: ['SCHEDULED', 'PICKED_UP'],
    to: {},
  },
  noteDelivered: {
    by: ['courier'],
    from: ['PICKED_UP'],
    to: { order: 'DELIVERED', delivery: 'DELIVERED', bill: 'CAPTURED' },
  },
  reviseOrder: { by: ['consumer'], from: ['APPROVED'], to: {} },
  cancelOrder: {
    by: ['consumer', 'support'],
    from: ['APPROVED', 'ACCEPTED'],
    to: { order: 'CANCELLED', ticket: 'CANCELLED', delivery: 'CANCELLED', bill: 'VOIDED' },
  },
  refundBill: {
    by: ['support'],
    from: ['DELIVERED'],
    whilePayment: ['CAPTURED', 'PARTLY_REFUNDED'],
    // PARTLY_REFUNDED or REFUNDED: the sum decides.
    to: {},
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;

/** What the table of steps is about: the states of a case. */
export interface CaseStates {
  readonly orderState: OrderState;
  readonly ticketState: TicketState;
  readonly deliveryState: DeliveryState;
  readonly paymentState: PaymentState;
}

export function statesOf({ order, ticket, delivery, bill }: OrderCase): CaseStates {
  return {
    orderState: order.state,
    ticketState: ticket.state,
    deliveryState: delivery.state,
    paymentState: bill.paymentState,
  };
}

/** True when the states allow the step; whose step it is, is another question. */
export function allowsStep(states: CaseStates, name: StepName): boolean {
  const { from, whileDelivery, whilePayment }: Step = STEPS[name];
  return (
    from.includes(states.orderState) &&
    (whileDelivery?.includes(states.deliveryState) ?? true) &&
    (whilePayment?.includes(states.paymentState) ?? true)
  );
}

const REFUSALS: { readonly [N in StepName]: (states: CaseStates) => Refusal } = {
  acceptTicket: ({ ticketState: state }) => new Refusal('ticket-not-acceptable', { state }),
  rejectTicket: ({ ticketState: state }) => new Refusal('ticket-not-rejectable', { state }),
  startPreparing: ({ ticketState: state }) => new Refusal('preparation-not-startable', { state }),
  finishPreparing: ({ ticketState: state }) => new Refusal('preparation-not-finishable', { state }),
  assignCourier: ({ deliveryState: state }) => new Refusal('courier-not-assignable', { state }),
  notePickedUp: ({ deliveryState: state }) => new Refusal('pickup-not-allowed', { state }),
  reportLocation: ({ deliveryState: state }) => new Refusal('location-not-reportable', { state }),
  noteDelivered: ({ deliveryState: state }) => new Refusal('dropoff-not-allowed', { state }),
  reviseOrder: ({ orderState: state }) => new Refusal('order-not-revisable', { state }),
  cancelOrder: ({ orderState: state }) => new Refusal('order-not-cancellable', { state }),
  refundBill: ({ paymentState: state }) => new Refusal('bill-not-refundable', { state }),
};

/** Refuses a step that the states do not allow, with the step's own code. */
export function requireStep(states: CaseStates, name: StepName): void {
  if (!allowsStep(states, name)) throw REFUSALS[name](states);
}

/** The case with every state that the step leads to; what changes its state has a new version. */
function moved(held: OrderCase, name: StepName): OrderCase {
  const { to }: Step = STEPS[name];
  const { order, ticket, delivery, bill } = held;
  return {
    ...held,
    order: to.order ? { ...order, version: order.version + 1, state: to.order } : order,
    ticket: to.ticket ? { ...ticket, version: ticket.version + 1, state: to.ticket } : ticket,
    delivery: to.delivery ? { ...delivery, version: delivery.version + 1, state: to.delivery } : delivery,
    bill: to.bill ? { ...bill, paymentState: to.bill } : bill,
  };
}

// The steps. Each takes a case in which `requireStep` has just found it allowed.

export function acceptCase(held: OrderCase, readyBy: Instant, acceptedAt: Instant): OrderCase {
  const accepted = moved(held, 'acceptTicket');
  return { ...accepted, ticket: { ...accepted.ticket, readyBy, acceptedAt } };
}

export function rejectCase(held: OrderCase, reason: string): OrderCase {
  const rejected = moved(held, 'rejectTicket');
  return { ...rejected, ticket: { ...rejected.ticket, rejectionReason: reason } };
}

export function startPreparingCase(held: OrderCase, preparingAt: Instant): OrderCase {
  const started = moved(held, 'startPreparing');
  return { ...started, ticket: { ...started.ticket, preparingAt } };
}

export function finishPreparingCase(held: OrderCase, readyAt: Instant): OrderCase {
  const finished = moved(held, 'finishPreparing');
  return { ...finished, ticket: { ...finished.ticket, readyAt } };
}

/** From the restaurant's door to the consumer's, in the estimate. */
const RIDE_MS = 20 * 60_000;

/** Gives the delivery its courier; it is expected 20 minutes after the food is. */
export function assignCase(held: OrderCase, courierId: CourierId): OrderCase {
  const assigned = moved(held, 'assignCourier');
  const { readyBy } = held.ticket;
  return {
    ...assigned,
    delivery: {
      ...assigned.delivery,
      courierId,
      ...(readyBy !== undefined && { estimatedAt: instantOf(epochMsOf(readyBy) + RIDE_MS) }),
    },
  };
}

export function pickUpCase(held: OrderCase, pickedUpAt: Instant): OrderCase {
  const pickedUp = moved(held, 'notePickedUp');
  return { ...pickedUp, delivery: { ...pickedUp.delivery, pickedUpAt } };
}

export function deliverCase(held: OrderCase, deliveredAt: Instant): OrderCase {
  const delivered = moved(held, 'noteDelivered');
  return { ...delivered, delivery: { ...delivered.delivery, deliveredAt } };
}

/** Cancels, with ticket and delivery; the payment is voided and a courier set free. */
export function cancelCase(held: OrderCase, actor: Actor): OrderCase {
  const cancelled = moved(held, 'cancelOrder');
  const { courierId: _freed, ...delivery } = cancelled.delivery;
  return { ...cancelled, delivery, cancelledBy: subjectOf(actor) };
}

/** True when this actor's cancel already holds, so that asking again succeeds and changes nothing. */
export function alreadyCancelledBy(held: OrderCase, actor: Actor): boolean {
  return held.order.state === 'CANCELLED' && held.cancelledBy === subjectOf(actor);
}

/** What of the captured payment has not been given back. */
export function refundableOf({ bill }: OrderCase): Money {
  const { currency } = bill.total;
  const refunded = add(money(0, currency), ...bill.refunds.map(({ amount }) => amount));
  return money(bill.total.amount - refunded.amount, currency);
}

/** Gives back a part of the payment, or what is left of it. */
export function refundCase(held: OrderCase, refund: Refund): OrderCase {
  const refundable = refundableOf(held);
  if (refund.amount.amount > refundable.amount) {
    throw new Refusal('refund-exceeds-payment', {
      refundableAmount: refundable.amount,
      currency: refundable.currency,
    });
  }
  const paymentState = refund.amount.amount === refundable.amount ? 'REFUNDED' : 'PARTLY_REFUNDED';
  return { ...held, bill: { ...held.bill, paymentState, refunds: [...held.bill.refunds, refund] } };
}
