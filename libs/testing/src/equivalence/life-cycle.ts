import type { OperationName } from '@rungs/application';
import type { ModelCase, ModelState } from '../conformance/model-state.ts';

/** A row of the table of life cycles, as `Passage.of` tells it. */
const CASE_BEGINS = 'order, ticket, delivery and bill: APPROVED, AWAITING_ACCEPTANCE, PENDING, AUTHORIZED';
const ACCEPTED = 'order APPROVED → ACCEPTED, ticket AWAITING_ACCEPTANCE → ACCEPTED';
const CANCELLED_AT_ONCE = 'order APPROVED → CANCELLED, ticket AWAITING_ACCEPTANCE → CANCELLED';
const CANCELLED_LATE = 'order ACCEPTED → CANCELLED, ticket ACCEPTED → CANCELLED';
const VOIDED = 'bill AUTHORIZED → VOIDED';
const GIVEN = 'delivery PENDING → SCHEDULED';

/** Every transition of the domain's table of life cycles, with and without a free courier, and every sweep. */
export const LIFE_CYCLE: readonly string[] = [
  `placeOrder: ${CASE_BEGINS}`,
  `checkoutBasket: ${CASE_BEGINS}`,
  'reviseOrder: order stays APPROVED',
  `acceptTicket: ${ACCEPTED}, ${GIVEN}`,
  `acceptTicket: ${ACCEPTED}`,
  `acceptTickets: ${ACCEPTED}, ${GIVEN}`,
  `acceptTickets: ${ACCEPTED}`,
  `rejectTicket: order APPROVED → REJECTED, ticket AWAITING_ACCEPTANCE → REJECTED, delivery PENDING → CANCELLED, ${VOIDED}`,
  'startPreparing: order ACCEPTED → PREPARING, ticket ACCEPTED → PREPARING',
  'finishPreparing: order PREPARING → READY_FOR_PICKUP, ticket PREPARING → READY_FOR_PICKUP',
  `assignCourier: ${GIVEN}`,
  'notePickedUp: order READY_FOR_PICKUP → PICKED_UP, ticket READY_FOR_PICKUP → PICKED_UP, delivery SCHEDULED → PICKED_UP',
  'noteDelivered: order PICKED_UP → DELIVERED, delivery PICKED_UP → DELIVERED, bill AUTHORIZED → CAPTURED',
  `noteDelivered: what waits longest: ${GIVEN}`,
  `cancelOrder: ${CANCELLED_AT_ONCE}, delivery PENDING → CANCELLED, ${VOIDED}`,
  `cancelOrder: ${CANCELLED_LATE}, delivery PENDING → CANCELLED, ${VOIDED}`,
  `cancelOrder: ${CANCELLED_LATE}, delivery SCHEDULED → CANCELLED, ${VOIDED}`,
  `cancelOrder: what waits longest: ${GIVEN}`,
  'refundBill: bill CAPTURED → PARTLY_REFUNDED',
  'refundBill: bill CAPTURED → REFUNDED',
  'refundBill: bill PARTLY_REFUNDED stays',
  'refundBill: bill PARTLY_REFUNDED → REFUNDED',
  'setOnDuty: on duty',
  'setOnDuty: off duty',
  `setOnDuty: what waits longest: ${GIVEN}`,
];

/** The states of all cases and couriers at one moment, to tell what a step changed. */
export class Passage {
  private readonly cases: ReadonlyMap<string, ModelCase>;
  private readonly onDuty: ReadonlyMap<string, boolean>;

  constructor(private readonly state: ModelState) {
    this.cases = new Map([...state.cases].map(([id, held]) => [id, { ...held }]));
    this.onDuty = new Map([...state.couriers].map(([id, { onDuty }]) => [id, onDuty]));
  }

  /** The transitions since then, in the words of `LIFE_CYCLE`. */
  of(operation: OperationName, request: object): readonly string[] {
    const { orderId, tickets = [] } = request as { orderId?: string; tickets?: readonly { orderId: string }[] };
    const meant = new Set([orderId, ...tickets.map((ticket) => ticket.orderId)]);
    const changes = [...this.state.cases].flatMap(([id, now]) => {
      const before = this.cases.get(id);
      if (!before) return [CASE_BEGINS];
      const change = changeOf(before, now);
      if (change === '') return [];
      return [meant.has(id) ? change : `what waits longest: ${change}`];
    });
    const duties = [...this.state.couriers].flatMap(([id, { onDuty }]) =>
      this.onDuty.get(id) === onDuty ? [] : [onDuty ? 'on duty' : 'off duty'],
    );
    return [...changes, ...duties].map((change) => `${operation}: ${change}`);
  }
}

function changeOf(before: ModelCase, now: ModelCase): string {
  const states = (held: ModelCase) => [
    ['order', held.order.state],
    ['ticket', held.ticket.state],
    ['delivery', held.delivery.state],
    ['bill', held.bill.paymentState],
  ];
  const after = states(now);
  const moved = states(before).flatMap(([thing, from], at) => {
    const to = after[at]?.[1];
    return from === to ? [] : [`${thing} ${from} → ${to}`];
  });
  if (moved.length > 0) return moved.join(', ');
  if (before.order.version !== now.order.version) return `order stays ${now.order.state}`;
  return before.bill.refunds.length === now.bill.refunds.length ? '' : `bill ${now.bill.paymentState} stays`;
}
