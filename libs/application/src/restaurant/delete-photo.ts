import type { Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { requireVersion } from '../policy/version.ts';
import { menuItemAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, type Unchecked } from '../unchecked.ts';
import { changeMenuItem } from './restaurant-change.ts';

/** Takes the photo of a dish away; one that is not there stays away. */
export class DeletePhoto {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'deletePhoto'>>): Promise<OutcomeOf<'deletePhoto'>> {
    const { unitOfWork, clock } = this;
    return changeMenuItem({ unitOfWork, clock }, actor, 'deletePhoto', input, async (held) => {
      const { transaction, restaurant, item, note } = held;
      const { photo, ...bare } = item;
      // Deleting what is not there already holds as asked (RFC 9110 §9.2.2).
      if (!photo) return menuItemAsSeenBy(actor, restaurant.id, item);
      requireVersion(input, item.version);
      checked(input);
      const changed = { ...bare, version: item.version + 1, photoChangedAt: clock.now() };
      await transaction.saveMenuItem(restaurant.id, changed);
      await transaction.savePhoto(item.id, undefined);
      await note();
      return menuItemAsSeenBy(actor, restaurant.id, changed);
    });
  }
}
