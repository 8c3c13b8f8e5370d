import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { seesDelivery } from '../policy/order-case.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import { deliveryAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetDelivery {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getDelivery'>>): Promise<OutcomeOf<'getDelivery'>> {
    signedIn(actor);
    const { orderId } = checked(input);
    const record = isUuid(orderId) ? await this.reads.findDelivery(orderId) : undefined;
    if (!record || !seesDelivery(record.facts, actor)) throw new Refusal('delivery-not-found', { id: orderId });
    return deliveryAsSeenBy(actor, record.facts, record);
  }
}
