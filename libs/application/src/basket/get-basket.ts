import { isUuid, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { basketAsSeenBy } from '../policy/basket.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';
import { basketNotFound, seesBasket } from './basket-access.ts';

/** The basket at today's prices; one that was never touched is empty. */
export class GetBasket {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getBasket'>>): Promise<OutcomeOf<'getBasket'>> {
    signedIn(actor);
    const key = checked(input);
    const known = isUuid(key.consumerId) && isUuid(key.restaurantId) && seesBasket(key, actor);
    const record = known ? await this.reads.findBasket(key.consumerId, key.restaurantId) : undefined;
    if (!record) throw basketNotFound(key);
    return basketAsSeenBy(actor, record);
  }
}
