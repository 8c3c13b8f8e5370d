import { refuseInvalid, restaurantErrors, withRestaurantChanges, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { requireVersion } from '../policy/version.ts';
import { restaurantAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, InvalidInput, type Unchecked } from '../unchecked.ts';
import { changeRestaurant } from './restaurant-change.ts';

/** Changes the members given; the others stay. */
export class UpdateRestaurant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'updateRestaurant'>>): Promise<OutcomeOf<'updateRestaurant'>> {
    const { unitOfWork, clock } = this;
    return changeRestaurant({ unitOfWork, clock }, actor, 'updateRestaurant', input, async (held) => {
      const { transaction, restaurant, note } = held;
      // What holds already as asked succeeds again, even with the version of the first time (RFC 9110 §13.1.1).
      if (!(input instanceof InvalidInput) && withRestaurantChanges(restaurant, input) === restaurant) {
        return restaurantAsSeenBy(actor, restaurant);
      }
      requireVersion(input, restaurant.version);
      const changes = checked(input);
      refuseInvalid(restaurantErrors(changes));
      const changed = withRestaurantChanges(restaurant, changes);
      await transaction.saveRestaurant(changed);
      await note();
      return restaurantAsSeenBy(actor, changed);
    });
  }
}
