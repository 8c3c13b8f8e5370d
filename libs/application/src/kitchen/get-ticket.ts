import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { seesOrder } from '../policy/order-case.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import { ticketAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetTicket {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getTicket'>>): Promise<OutcomeOf<'getTicket'>> {
    signedIn(actor);
    const { orderId } = checked(input);
    const record = isUuid(orderId) ? await this.reads.findTicket(orderId) : undefined;
    if (!record || !seesOrder(record.facts, actor)) throw new Refusal('ticket-not-found', { id: orderId });
    return ticketAsSeenBy(actor, record.facts, record.ticket);
  }
}
