import { Refusal, refuseInvalid, restaurantErrors, subjectOf, type Actor, type Restaurant } from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import { restaurantAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';

/** A new restaurant, with an empty menu. */
export class OpenRestaurant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'openRestaurant'>>): Promise<OutcomeOf<'openRestaurant'>> {
    signedIn(actor);
    return this.unitOfWork.run({
      actor,
      operation: 'openRestaurant',
      idempotencyKey: readableMembers(input).idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: () => Promise.resolve(),
      work: async (transaction) => {
        if (actor.role !== 'support') {
          throw new Refusal('forbidden', { operation: 'openRestaurant', role: actor.role });
        }
        const { name, address, location, cuisine, currency, open = false } = checked(input);
        refuseInvalid(restaurantErrors({ name, location, cuisine, currency }));
        const restaurant: Restaurant = {
          id: this.ids.next(),
          version: 1,
          name,
          address,
          location,
          cuisine,
          open,
          currency,
        };
        await transaction.addRestaurant(restaurant);
        await transaction.append({
          type: 'openRestaurant',
          subjectId: restaurant.id,
          actor: subjectOf(actor),
          at: this.clock.now(),
        });
        return restaurantAsSeenBy(actor, restaurant);
      },
    });
  }
}
