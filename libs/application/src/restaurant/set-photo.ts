import { factsOfPhoto, photoErrors, Refusal, refuseInvalid, type Actor, type Photo } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { NO_VERSION, requireVersion } from '../policy/version.ts';
import { menuItemAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, InvalidInput, readableMembers, type Unchecked } from '../unchecked.ts';
import { changeMenuItem } from './restaurant-change.ts';

/** The photo of a dish: one, of a type and size that pages can show. */
export class SetPhoto {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'setPhoto'>>): Promise<OutcomeOf<'setPhoto'>> {
    const { unitOfWork, clock } = this;
    return changeMenuItem({ unitOfWork, clock }, actor, 'setPhoto', input, async (held) => {
      const { transaction, restaurant, item, note } = held;
      const { unlessVersions } = readableMembers(input);
      // RFC 9110 §13.1.2: whoever wants to be the first has nothing to have seen, and is not answered as if they were.
      const isForNone = unlessVersions === 'any';
      if (isForNone && item.photo) {
        throw new Refusal('stale-version', { expectedVersion: NO_VERSION, currentVersion: item.version });
      }
      // What holds already as asked succeeds again, even with the version of the first time (RFC 9110 §13.1.1).
      if (!(input instanceof InvalidInput) && item.photo && samePhoto(await transaction.findPhoto(item.id), input)) {
        return menuItemAsSeenBy(actor, restaurant.id, item);
      }
      if (!isForNone) requireVersion(input, item.version);
      const { contentType, data } = checked(input);
      refuseInvalid(photoErrors({ contentType, data }));
      const photo = factsOfPhoto({ contentType, data });
      const changed = { ...item, version: item.version + 1, photo, photoChangedAt: clock.now() };
      await transaction.saveMenuItem(restaurant.id, changed);
      await transaction.savePhoto(item.id, { contentType, data });
      await note();
      const seen = menuItemAsSeenBy(actor, restaurant.id, changed);
      return item.photo ? seen : { ...seen, isFirstPhoto: true };
    });
  }
}

function samePhoto(held: Photo | undefined, asked: Photo): boolean {
  return held?.contentType === asked.contentType && held.data === asked.data;
}
