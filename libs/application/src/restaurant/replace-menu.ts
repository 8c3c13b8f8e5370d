import { menuErrors, refuseInvalid, replacedMenu, versionOfDishes, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { requireVersion } from '../policy/version.ts';
import { menuAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, InvalidInput, type Unchecked } from '../unchecked.ts';
import { changeRestaurant } from './restaurant-change.ts';

/** The whole menu anew. Dishes are told apart by their names: one that stays keeps its id and its photo. */
export class ReplaceMenu {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'replaceMenu'>>): Promise<OutcomeOf<'replaceMenu'>> {
    const { unitOfWork, clock } = this;
    return changeRestaurant({ unitOfWork, clock }, actor, 'replaceMenu', input, async (held) => {
      const { transaction, restaurant, note } = held;
      const items = await transaction.lockMenuItems(restaurant.id);
      const menu = { restaurantId: restaurant.id, version: restaurant.version, items };
      // What holds already as asked succeeds again, even with the version of the first time (RFC 9110 §13.1.1).
      if (!(input instanceof InvalidInput) && replacedMenu(items, input.items, () => '') === items) {
        return menuAsSeenBy(actor, menu);
      }
      requireVersion(input, restaurant.version, versionOfDishes(items));
      const dishes = checked(input).items;
      refuseInvalid(menuErrors(dishes, restaurant));
      const replaced = replacedMenu(items, dishes, () => this.ids.next());
      const changed = { ...restaurant, version: restaurant.version + 1 };
      await transaction.saveRestaurant(changed);
      await transaction.saveMenu(restaurant.id, replaced);
      await note();
      return menuAsSeenBy(actor, { ...menu, version: changed.version, items: replaced });
    });
  }
}
