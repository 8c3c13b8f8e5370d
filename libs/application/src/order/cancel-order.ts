import { alreadyCancelledBy, cancelCase, isUuid, Refusal, subjectOf, type Actor, type OrderCase } from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { mayTake, seesOrder } from '../policy/order-case.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import { requireVersion } from '../policy/version.ts';
import { orderAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { Payments } from '../ports/payments.ts';
import type { CaseFacts } from '../ports/reads.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';

export function factsOf({ order, ticket, delivery, bill }: OrderCase): CaseFacts {
  return {
    orderId: order.id,
    consumerId: order.consumerId,
    restaurantId: order.restaurantId,
    orderState: order.state,
    ticketState: ticket.state,
    deliveryState: delivery.state,
    paymentState: bill.paymentState,
    ...(delivery.courierId !== undefined && { courierId: delivery.courierId }),
  };
}

/** Cancels while APPROVED or ACCEPTED. The same cancel again by the same actor succeeds and changes nothing. */
export class CancelOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'cancelOrder'>>): Promise<OutcomeOf<'cancelOrder'>> {
    signedIn(actor);
    const { orderId = checked(input).orderId, idempotencyKey } = readableMembers(input);
    if (!isUuid(orderId)) throw new Refusal('order-not-found', { id: orderId });
    const voidable: string[] = [];
    const outcome = await this.unitOfWork.run({
      actor,
      operation: 'cancelOrder',
      idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: () => Promise.resolve(),
      work: async (transaction) => {
        const held = await transaction.findOrderCase(orderId);
        if (!held || !seesOrder(factsOf(held), actor)) throw new Refusal('order-not-found', { id: orderId });
        if (!mayTake('cancelOrder', actor)) {
          throw new Refusal('forbidden', { operation: 'cancelOrder', role: actor.role });
        }
        // A step that already holds as asked succeeds again, even with the version of the first time (RFC 9110 §13.1.1).
        if (alreadyCancelledBy(held, actor)) return orderAsSeenBy(actor, { facts: factsOf(held), order: held.order });
        const cancelled = cancelCase(held, actor);
        requireVersion(input, held.order.version);
        checked(input);

        await transaction.saveOrderCase(cancelled);
        if (held.delivery.courierId !== undefined) await transaction.freeCourier(held.delivery.courierId);
        await transaction.append({
          type: 'cancelOrder',
          subjectId: orderId,
          actor: subjectOf(actor),
          at: this.clock.now(),
        });
        voidable.push(held.bill.authorizationCode);
        return orderAsSeenBy(actor, { facts: factsOf(cancelled), order: cancelled.order });
      },
    });
    // After the commit: an authorization given back for an order that then lives on would be worse than one kept.
    for (const code of voidable) await this.payments.void(code);
    return outcome;
  }
}
