import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { seesBill } from '../policy/order-case.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import { billAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetBill {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getBill'>>): Promise<OutcomeOf<'getBill'>> {
    signedIn(actor);
    const { orderId } = checked(input);
    const record = isUuid(orderId) ? await this.reads.findBill(orderId) : undefined;
    if (!record || !seesBill(record.facts, actor)) throw new Refusal('bill-not-found', { id: orderId });
    return billAsSeenBy(actor, record.facts, record.bill);
  }
}
