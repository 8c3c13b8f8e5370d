import {
  acceptCase,
  assignCase,
  cancelCase,
  deliverCase,
  epochMsOf,
  finishPreparingCase,
  instantOf,
  money,
  pickUpCase,
  placeCase,
  refundCase,
  rejectCase,
  startPreparingCase,
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
  type Restaurant,
  type StepName,
} from '@rungs/domain';
import { uuidV7 } from '../adapters/uuid-v7-generator.ts';
import type { Random } from './random.ts';
import { between } from './rome.ts';

const MINUTE_MS = 60_000;

/** The steps that change the order's state; a courier is assigned when the ticket is accepted. */
export type PathStep = Exclude<StepName, 'assignCourier' | 'reportLocation' | 'reviseOrder' | 'refundBill'>;

/** The steps that lead to a state. The pending states are between steps: an order is never left in one for long. */
export const PATHS: Readonly<Record<OrderState, readonly (readonly PathStep[])[]>> = {
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
const MINUTES: Readonly<Record<PathStep, readonly [least: number, greatest: number]>> = {
  acceptTicket: [1, 7],
  rejectTicket: [1, 7],
  startPreparing: [1, 6],
  finishPreparing: [8, 25],
  notePickedUp: [2, 9],
  noteDelivered: [7, 24],
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
  readonly path?: readonly PathStep[];
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

const REJECTION_REASONS = [
  'We are out of what this needs.',
  'The kitchen is full for the next hour.',
  'The oven has given up for today.',
  'We close early tonight.',
];

const REFUND_REASONS = ['A dish was missing.', 'Arrived cold.', 'Wrong dish.', 'Came an hour late.'];

/** A case as the domain itself would have made it: placed by its rule, then taken through its steps. */
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

function take(held: OrderCase, name: PathStep, at: Instant, sketch: CaseSketch, random: Random): OrderCase {
  const later = (minutes: number): Instant => instantOf(epochMsOf(at) + minutes * MINUTE_MS);
  switch (name) {
    case 'acceptTicket': {
      const accepted = acceptCase(held, later(random.whole(25, 45)), at);
      return sketch.courierId === undefined ? accepted : assignCase(accepted, sketch.courierId);
    }
    case 'rejectTicket':
      return rejectCase(held, random.pick(REJECTION_REASONS));
    case 'startPreparing':
      return startPreparingCase(held, at);
    case 'finishPreparing':
      return finishPreparingCase(held, at);
    case 'notePickedUp':
      return pickUpCase(held, at);
    case 'noteDelivered':
      return refundedNowAndThen(deliverCase(held, at), later(random.whole(30, 90)), random);
    case 'cancelOrder':
      return cancelCase(held, sketch.cancelledBy ?? { role: 'consumer', consumerId: held.order.consumerId });
  }
}

function refundedNowAndThen(held: OrderCase, refundedAt: Instant, random: Random): OrderCase {
  const chance = random.unit();
  if (chance > 0.025) return held;
  const { total } = held.bill;
  const amount = chance < 0.005 ? total : money(Math.ceil(total.amount / 4), total.currency);
  return refundCase(held, { amount, reason: random.pick(REFUND_REASONS), refundedAt });
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
