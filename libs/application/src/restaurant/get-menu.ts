import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { menuAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetMenu {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getMenu'>>): Promise<OutcomeOf<'getMenu'>> {
    const { restaurantId } = checked(input);
    const menu = isUuid(restaurantId) ? await this.reads.findMenu(restaurantId) : undefined;
    if (!menu) throw new Refusal('restaurant-not-found', { id: restaurantId });
    return menuAsSeenBy(actor, menu);
  }
}
