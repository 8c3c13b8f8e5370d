import { isUuid, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { EMPTY_SLICE, mapPage, pageOf, type Page } from '../paging.ts';
import { signedIn, type SignedInActor } from '../policy/sign-in.ts';
import { orderAsSeenBy } from '../policy/visibility.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { OrderFilter, OrderRecord, Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

/** What an actor may list at all; a filter can only narrow it, and what is hidden is simply not there. */
function ownOrders(actor: SignedInActor): Pick<OrderFilter, 'consumerId' | 'restaurantId' | 'currentCourierId'> {
  switch (actor.role) {
    case 'consumer':
      return { consumerId: actor.consumerId };
    case 'restaurant':
      return { restaurantId: actor.restaurantId };
    case 'courier':
      return { currentCourierId: actor.courierId };
    case 'support':
      return {};
  }
}

export class ListOrders {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listOrders'>>): Promise<OutcomeOf<'listOrders'>> {
    const own = ownOrders(signedIn(actor));
    const { limit, after, before, sort = '-placedAt', ...asked } = checked(input);
    const filter: OrderFilter = { ...asked, ...own, newestFirst: sort === '-placedAt' };
    const hidden =
      (asked.consumerId !== undefined && (!isUuid(asked.consumerId) || asked.consumerId !== filter.consumerId)) ||
      (asked.restaurantId !== undefined && (!isUuid(asked.restaurantId) || asked.restaurantId !== filter.restaurantId));
    const page: Page<OrderRecord> = await pageOf(
      this.cursors,
      actor,
      { operation: 'listOrders', filter: { ...filter, ...asked } },
      { limit, after, before },
      async (window) => (hidden ? EMPTY_SLICE : this.reads.listOrders(filter, window)),
    );
    return mapPage(page, (record) => orderAsSeenBy(actor, record));
  }
}
