import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { menuItemAsSeenBy } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetMenuItem {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getMenuItem'>>): Promise<OutcomeOf<'getMenuItem'>> {
    const { restaurantId, menuItemId } = checked(input);
    const known = isUuid(restaurantId) && isUuid(menuItemId);
    const item = known ? await this.reads.findMenuItem(restaurantId, menuItemId) : undefined;
    if (!item) throw new Refusal('menu-item-not-found', { id: menuItemId });
    return menuItemAsSeenBy(actor, restaurantId, item);
  }
}
