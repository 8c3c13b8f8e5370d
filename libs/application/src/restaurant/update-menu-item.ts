import { dishErrors, refuseInvalid, withDishChanges, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { requireVersion } from '../policy/version.ts';
import { menuItemAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, InvalidInput, type Unchecked } from '../unchecked.ts';
import { changeMenuItem } from './restaurant-change.ts';

/** Changes the members given; the others stay. */
export class UpdateMenuItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'updateMenuItem'>>): Promise<OutcomeOf<'updateMenuItem'>> {
    const { unitOfWork, clock } = this;
    return changeMenuItem({ unitOfWork, clock }, actor, 'updateMenuItem', input, async (held) => {
      const { transaction, restaurant, items, item, note } = held;
      // What holds already as asked succeeds again, even with the version of the first time (RFC 9110 §13.1.1).
      if (!(input instanceof InvalidInput) && withDishChanges(item, input) === item) {
        return menuItemAsSeenBy(actor, restaurant.id, item);
      }
      requireVersion(input, item.version);
      const changes = checked(input);
      const taken = items.some(({ id, name }) => id !== item.id && name === changes.name);
      refuseInvalid([
        ...dishErrors(changes, restaurant),
        ...(taken ? [{ path: '/name', message: 'is on this menu already' }] : []),
      ]);
      const changed = withDishChanges(item, changes);
      await transaction.saveMenuItem(restaurant.id, changed);
      await note();
      return menuItemAsSeenBy(actor, restaurant.id, changed);
    });
  }
}
