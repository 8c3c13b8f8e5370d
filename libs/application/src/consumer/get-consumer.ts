import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import { consumerAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetConsumer {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getConsumer'>>): Promise<OutcomeOf<'getConsumer'>> {
    signedIn(actor);
    const { consumerId } = checked(input);
    const record = isUuid(consumerId) ? await this.reads.findConsumer(consumerId, actor) : undefined;
    const isSelf = actor.role === 'consumer' && actor.consumerId === consumerId;
    if (!record || !(isSelf || actor.role === 'support' || record.servedByViewer)) {
      throw new Refusal('consumer-not-found', { id: consumerId });
    }
    return consumerAsSeenBy(actor, record.consumer);
  }
}
