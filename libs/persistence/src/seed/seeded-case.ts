import {
  epochMsOf,
  instantOf,
  money,
  placeCase,
  STEPS,
  subjectOf,
  type Actor,
  type Address,
  type Consumer,
  type Instant,
  type Location,
  type LocationPing,
  type MenuItem,
  type OrderCase,
  type OrderLine,
  type OrderState,
  type Refund,
  type Restaurant,
  type Step,
  type StepName,
} from '@rungs/domain';
import { uuidV7 } from '../adapters/uuid-v7-generator.ts';
import type { Random } from './random.ts';
import { between } from './rome.ts';

const MINUTE_MS = 60_000;

/** The steps that lead to a state. The pending states are between steps: an order is never left in one for long. */
export const PATHS: Readonly<Record<OrderState, readonly (readonly StepName[])[]>> = {
  APPROVAL_PENDING: [[]],
  APPROVED: [[]],
  REVISION_PENDING: [[]],
  CANCEL_PENDING: [[]],
  ACCEPTED: [['acceptTicket']],
  REJECTED: [['rejectTicket']],
  PREPARING: [['acceptTicket', 'startPreparing']],
  READY_FOR_PICKUP: [['acceptTicket', 'startPreparing', 'finishPreparing']],
  PICKED_UP: [['acceptTicket', 'startPreparing', 'finishPreparing', 'notePickedUp']],
  DELIVERED: [['acceptTicket', 'startPreparing', 'finishPreparing', 'notePickedUp', 'noteDelivered']],
  CANCELLED: [['cancelOrder'], ['acceptTicket', 'cancelOrder']],
};

/** Minutes between a step and the one before it. */
const MINUTES: Readonly<Record<StepName, readonly [least: number, greatest: number]>> = {
  acceptTicket: [1, 7],
  rejectTicket: [1, 7],
  startPreparing: [1, 6],
  finishPreparing: [8, 25],
  notePickedUp: [2, 9],
  noteDelivered: [7, 24],
  reviseOrder: [1, 5],
  cancelOrder: [1, 6],
};

export interface CaseSketch {
  /** A fixed id; one of the order's own time when absent. */
  readonly id?: string;
  readonly state: OrderState;
  readonly consumer: Consumer;
  readonly restaurant: Restaurant;
  readonly menu: readonly MenuItem[];
  /** Where the consumer lives, for the courier's track. */
  readonly home: Location;
  /** When the order was placed, or when its last step was taken. */
  readonly placedAt?: Instant;
  readonly lastStepAt?: Instant;
  /** Who delivers; nobody is found when absent. */
  readonly courierId?: string | undefined;
  readonly lines?: readonly OrderLine[];
  readonly path?: readonly StepName[];
  readonly note?: string;
  /** Who cancelled: the consumer when absent. */
  readonly cancelledBy?: Actor;
}

export interface SeededCase {
  readonly orderCase: OrderCase;
  readonly pings: readonly LocationPing[];
}

const NOTES = [
  'Ring twice, please.',
  'Second courtyard, stairs B.',
  'Please leave it with the porter.',
  'The doorbell is broken: call me.',
  'No cutlery needed.',
  'Careful with the dog.',
];

const REFUND_REASONS = ['A dish was missing.', 'Arrived cold.', 'Wrong dish.', 'Came an hour late.'];

/** A case as the domain itself would have made it: placed by its rule, then taken through `STEPS`. */
export function seedCase(sketch: CaseSketch, random: Random): SeededCase {
  const path = sketch.path ?? random.pick(PATHS[sketch.state]);
  const delaysMs = path.map((step) => random.whole(...MINUTES[step]) * MINUTE_MS + random.whole(0, 59_999));
  const lastMs = delaysMs.reduce((sum, delay) => sum + delay, 0);
  const placedMs =
    sketch.placedAt === undefined ? epochMsOf(sketch.lastStepAt as Instant) - lastMs : epochMsOf(sketch.placedAt);
  const bytes = random.bytes(10);
  const placed = placeSketch(sketch, sketch.id ?? uuidV7(placedMs, bytes), instantOf(placedMs), random);

  let atMs = placedMs;
  let orderCase = placed;
  path.forEach((step, index) => {
    atMs += delaysMs[index] as number;
    orderCase = take(orderCase, step, instantOf(atMs), sketch, random);
  });
  if (sketch.state === 'REVISION_PENDING' || sketch.state === 'CANCEL_PENDING') {
    orderCase = { ...orderCase, order: { ...orderCase.order, version: 2, state: sketch.state } };
  }
  if (sketch.state === 'APPROVAL_PENDING') {
    orderCase = { ...orderCase, order: { ...orderCase.order, state: 'APPROVAL_PENDING' } };
  }
  return { orderCase, pings: trackOf(orderCase, sketch, random) };
}

function placeSketch(sketch: CaseSketch, orderId: string, placedAt: Instant, random: Random): OrderCase {
  const { consumer, restaurant, menu } = sketch;
  const lines =
    sketch.lines ??
    random
      .sample(menu, random.whole(1, 4))
      .map(({ id }) => ({ menuItemId: id, quantity: random.pick([1, 1, 1, 2, 3]) }));
  const note = sketch.note ?? (random.chance(0.2) ? random.pick(NOTES) : undefined);
  return placeCase(
    {
      orderId,
      consumerId: consumer.id,
      // As it was then: open, and the dishes to be had.
      restaurant: { ...restaurant, open: true },
      menuItems: menu
        .filter(({ id }) => lines.some(({ menuItemId }) => menuItemId === id))
        .map((item) => ({ ...item, available: true })),
      lines,
      deliveryAddress: consumer.addresses[0] as Address,
      deliveryNote: note,
      placedAt,
    },
    `auth_${orderId.replaceAll('-', '').slice(-20)}`,
  );
}

function take(held: OrderCase, name: StepName, at: Instant, sketch: CaseSketch, random: Random): OrderCase {
  const step: Step = STEPS[name];
  const { to } = step;
  let { order, ticket, delivery, bill } = held;
  if (to.order) order = { ...order, version: order.version + 1, state: to.order };
  if (to.ticket) ticket = { ...ticket, version: ticket.version + 1, state: to.ticket };
  if (to.delivery) delivery = { ...delivery, version: delivery.version + 1, state: to.delivery };
  if (to.bill) bill = { ...bill, paymentState: to.bill };
  const later = (minutes: number): Instant => instantOf(epochMsOf(at) + minutes * MINUTE_MS);

  switch (name) {
    case 'acceptTicket': {
      const readyBy = later(random.whole(25, 45));
      ticket = { ...ticket, acceptedAt: at, readyBy };
      const { courierId } = sketch;
      if (courierId !== undefined) {
        const estimatedAt = instantOf(epochMsOf(readyBy) + 20 * MINUTE_MS);
        delivery = { ...delivery, version: delivery.version + 1, state: 'SCHEDULED', courierId, estimatedAt };
      }
      break;
    }
    case 'startPreparing':
      ticket = { ...ticket, preparingAt: at };
      break;
    case 'finishPreparing':
      ticket = { ...ticket, readyAt: at };
      break;
    case 'notePickedUp':
      delivery = { ...delivery, pickedUpAt: at };
      break;
    case 'noteDelivered':
      delivery = { ...delivery, deliveredAt: at };
      bill = refundedNowAndThen(bill, later(random.whole(30, 90)), random);
      break;
    case 'cancelOrder': {
      const { courierId: _freed, ...unassigned } = delivery;
      const by = sketch.cancelledBy ?? { role: 'consumer', consumerId: order.consumerId };
      return { order, ticket, delivery: unassigned, bill, cancelledBy: subjectOf(by) };
    }
  }
  return { order, ticket, delivery, bill };
}

function refundedNowAndThen(bill: OrderCase['bill'], refundedAt: Instant, random: Random): OrderCase['bill'] {
  const chance = random.unit();
  if (chance > 0.025) return bill;
  const whole = chance < 0.005;
  const amount = whole ? bill.total : money(Math.ceil(bill.total.amount / 4), bill.total.currency);
  const refund: Refund = { amount, reason: random.pick(REFUND_REASONS), refundedAt };
  return { ...bill, paymentState: whole ? 'REFUNDED' : 'PARTLY_REFUNDED', refunds: [refund] };
}

/** From the restaurant towards the consumer: on arrival's way six pings, of a past delivery the last one. */
function trackOf({ delivery }: OrderCase, { restaurant, home }: CaseSketch, random: Random): LocationPing[] {
  const { state, pickedUpAt, deliveredAt } = delivery;
  if (state === 'DELIVERED' && deliveredAt !== undefined) return [{ ...home, at: deliveredAt }];
  if (state !== 'PICKED_UP' || pickedUpAt === undefined) return [];
  const soFar = 0.3 + random.unit() * 0.6;
  return Array.from({ length: 6 }, (_, index) => ({
    ...between(restaurant.location, home, (soFar * (index + 1)) / 6),
    at: instantOf(epochMsOf(pickedUpAt) + index * 10_000),
  }));
}
