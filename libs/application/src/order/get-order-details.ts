import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { seesOrder } from '../policy/order-case.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import { detailsAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';
import { ORDER_PARTS } from '../views.ts';

/** The order with the parts asked for (all of them when none are named), in one statement. */
export class GetOrderDetails {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getOrderDetails'>>): Promise<OutcomeOf<'getOrderDetails'>> {
    signedIn(actor);
    const { orderId = checked(input).orderId, parts = ORDER_PARTS } = readableMembers(input);
    const record = isUuid(orderId) ? await this.reads.findOrderDetails(orderId, new Set(parts)) : undefined;
    if (!record || !seesOrder(record.facts, actor)) throw new Refusal('order-not-found', { id: orderId });
    checked(input);
    return detailsAsSeenBy(actor, record);
  }
}
