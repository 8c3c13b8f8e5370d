import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import { courierAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetCourier {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getCourier'>>): Promise<OutcomeOf<'getCourier'>> {
    signedIn(actor);
    const { courierId } = checked(input);
    const record = isUuid(courierId) ? await this.reads.findCourier(courierId, actor) : undefined;
    const isSelf = actor.role === 'courier' && actor.courierId === courierId;
    if (!record || !(isSelf || actor.role === 'support' || record.servesViewer)) {
      throw new Refusal('courier-not-found', { id: courierId });
    }
    return courierAsSeenBy(actor, record.courier);
  }
}
