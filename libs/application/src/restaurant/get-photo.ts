import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class GetPhoto {
  constructor(private readonly reads: Reads) {}

  async execute(_actor: Actor, input: Unchecked<InputOf<'getPhoto'>>): Promise<OutcomeOf<'getPhoto'>> {
    const { restaurantId, menuItemId } = checked(input);
    const known = isUuid(restaurantId) && isUuid(menuItemId);
    const photo = known ? await this.reads.findPhoto(restaurantId, menuItemId) : undefined;
    if (photo) return photo;
    const item = known ? await this.reads.findMenuItem(restaurantId, menuItemId) : undefined;
    throw new Refusal('photo-not-found', { id: menuItemId, ...(item?.photoChangedAt && { gone: true }) });
  }
}
