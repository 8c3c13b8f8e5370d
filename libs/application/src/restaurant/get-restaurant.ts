import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { restaurantAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetRestaurant {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getRestaurant'>>): Promise<OutcomeOf<'getRestaurant'>> {
    const { restaurantId } = checked(input);
    const restaurant = isUuid(restaurantId) ? await this.reads.findRestaurant(restaurantId) : undefined;
    if (!restaurant) throw new Refusal('restaurant-not-found', { id: restaurantId });
    return restaurantAsSeenBy(actor, restaurant);
  }
}
