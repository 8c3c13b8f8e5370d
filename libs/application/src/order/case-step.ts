import {
  isUuid,
  Refusal,
  requireStep,
  statesOf,
  subjectOf,
  type Actor,
  type LocationPing,
  type OrderCase,
  type OrderId,
  type RefusalCode,
  type StepName,
} from '@rungs/domain';
import { settle } from '../accounting/settlement.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { ChangeInput, OrderById } from '../operations.ts';
import { mayTake, seesBill, seesDelivery, seesOrder } from '../policy/order-case.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import { requireVersion } from '../policy/version.ts';
import { billAsSeenBy, deliveryAsSeenBy, orderAsSeenBy, ticketAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { OrderMoment } from '../ports/event-feed.ts';
import type { Payments } from '../ports/payments.ts';
import type { CaseFacts } from '../ports/reads.ts';
import type { Rows, Transaction, UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, InvalidInput, readableMembers, type Unchecked } from '../unchecked.ts';
import type { BillView, DeliveryView, OrderView, TicketView } from '../views.ts';

export function factsOf(held: OrderCase): CaseFacts {
  const { order, delivery } = held;
  return {
    orderId: order.id,
    consumerId: order.consumerId,
    restaurantId: order.restaurantId,
    ...statesOf(held),
    ...(delivery.courierId !== undefined && { courierId: delivery.courierId }),
  };
}

/** How the case stands, for whoever follows the order. */
export function momentOf(held: OrderCase, location?: LocationPing): OrderMoment {
  const { order, ticket, delivery } = held;
  return {
    facts: factsOf(held),
    versions: { order: order.version, ticket: ticket.version, delivery: delivery.version },
    ...(location && { location }),
  };
}

/** One of the things of a case: through which a step is taken, whose version it is meant for, what it answers. */
interface CaseThing<V> {
  readonly notFound: RefusalCode & `${string}-not-found`;
  readonly sees: (facts: CaseFacts, actor: Actor) => boolean;
  /** Undefined for what has no version. */
  readonly versionOf: (held: OrderCase) => number | undefined;
  readonly view: (rows: Rows, actor: Actor, held: OrderCase) => Promise<V>;
}

export const ORDER: CaseThing<OrderView> = {
  notFound: 'order-not-found',
  sees: seesOrder,
  versionOf: ({ order }) => order.version,
  view: (_rows, actor, held) => Promise.resolve(orderAsSeenBy(actor, { facts: factsOf(held), order: held.order })),
};

export const TICKET: CaseThing<TicketView> = {
  notFound: 'ticket-not-found',
  sees: seesOrder,
  versionOf: ({ ticket }) => ticket.version,
  view: (_rows, actor, held) => Promise.resolve(ticketAsSeenBy(actor, factsOf(held), held.ticket)),
};

export const DELIVERY: CaseThing<DeliveryView> = {
  notFound: 'delivery-not-found',
  sees: seesDelivery,
  versionOf: ({ delivery }) => delivery.version,
  view: async (rows, actor, held) => {
    const { delivery } = held;
    const lastLocation = await rows.findLastLocation(delivery.orderId);
    const courier = delivery.courierId === undefined ? undefined : await rows.findCourier(delivery.courierId);
    return deliveryAsSeenBy(actor, factsOf(held), {
      delivery,
      ...(lastLocation && { lastLocation }),
      ...(courier && { courierPhone: courier.phone }),
    });
  },
};

export const BILL: CaseThing<BillView> = {
  notFound: 'bill-not-found',
  sees: seesBill,
  versionOf: () => undefined,
  view: (_rows, actor, held) => Promise.resolve(billAsSeenBy(actor, factsOf(held), held.bill)),
};

/** How one step is taken. */
export interface CaseStep<T, V> {
  readonly name: StepName;
  readonly on: CaseThing<V>;
  /** Gives or takes couriers, and so waits for others who do before anything else is locked. */
  readonly dispatches?: true;
  /** True when the case already is as asked: then the step succeeds again and changes nothing (RFC 9110 §13.1.1). */
  readonly holds?: (held: OrderCase, asked: T, actor: Actor) => boolean;
  /** The case after the step; refuses what is wrong with the input. */
  readonly change: (held: OrderCase, input: T, transaction: Transaction) => OrderCase | Promise<OrderCase>;
  /** What follows in the same transaction, once the case is saved. */
  readonly then?: (transaction: Transaction, held: OrderCase, changed: OrderCase) => Promise<void>;
  /** Ends the payment, one way or the other: the provider is told after the commit, and again whenever this is asked again. */
  readonly settlesWith?: Payments;
}

/** The case that this actor is about to change, or why not. */
export async function caseToChange<V>(
  rows: Rows,
  actor: Actor,
  name: StepName,
  { notFound, sees }: CaseThing<V>,
  orderId: OrderId,
): Promise<OrderCase> {
  const held = isUuid(orderId) ? await rows.findOrderCase(orderId) : undefined;
  if (!held || !sees(factsOf(held), actor)) throw new Refusal(notFound, { id: orderId });
  if (!mayTake(name, actor)) throw new Refusal('forbidden', { operation: name, role: actor.role });
  return held;
}

/** Takes the step within a transaction that may hold others. */
export async function takeStepWithin<T extends OrderById & ChangeInput, V>(
  transaction: Transaction,
  clock: Clock,
  actor: Actor,
  input: Unchecked<T>,
  { name, on, holds, change, then }: CaseStep<T, V>,
): Promise<V> {
  const { orderId = checked(input).orderId } = readableMembers(input);
  const held = await caseToChange(transaction, actor, name, on, orderId);
  if (!(input instanceof InvalidInput) && holds?.(held, input, actor)) return on.view(transaction, actor, held);
  requireStep(statesOf(held), name);
  const version = on.versionOf(held);
  if (version !== undefined) requireVersion(input, version);
  const changed = await change(held, checked(input), transaction);
  await transaction.saveOrderCase(changed);
  await transaction.append({
    type: name,
    subjectId: orderId,
    actor: subjectOf(actor),
    at: clock.now(),
    // What has no version is the bill, and that is not followed.
    ...(version !== undefined && { moment: momentOf(changed) }),
  });
  await then?.(transaction, held, changed);
  return on.view(transaction, actor, changed);
}

/** The course that every step of a case takes: find, permit, change, keep, show. */
export async function takeStep<T extends OrderById & ChangeInput, V>(
  { unitOfWork, clock }: { readonly unitOfWork: UnitOfWork; readonly clock: Clock },
  actor: Actor,
  input: Unchecked<T>,
  step: CaseStep<T, V>,
): Promise<V> {
  signedIn(actor);
  const { orderId = checked(input).orderId, idempotencyKey } = readableMembers(input);
  const { settlesWith } = step;
  return unitOfWork.run({
    actor,
    operation: step.name,
    idempotencyKey,
    fingerprint: fingerprintOf(input),
    prepare: () => Promise.resolve(),
    work: async (transaction) => {
      if (step.dispatches) await transaction.lockDispatch();
      return takeStepWithin(transaction, clock, actor, input, step);
    },
    ...(settlesWith && {
      after: async (rows: Rows) => {
        const settled = await rows.findOrderCase(orderId);
        if (settled) await settle(settlesWith, settled.bill);
      },
    }),
  });
}
