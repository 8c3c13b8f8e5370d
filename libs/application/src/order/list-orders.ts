import type { Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { EMPTY_SLICE, mapPage, pageOf, type Page } from '../paging.ts';
import { hides, ownParty } from '../policy/own-party.ts';
import { signedIn } from '../policy/sign-in.ts';
import { orderAsSeenBy } from '../policy/visibility.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { OrderFilter, OrderRecord, Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListOrders {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listOrders'>>): Promise<OutcomeOf<'listOrders'>> {
    const { courierId, ...own } = ownParty(signedIn(actor));
    const { limit, after, before, sort = '-placedAt', ...asked } = checked(input);
    const filter: OrderFilter = {
      ...asked,
      ...own,
      ...(courierId !== undefined && { currentCourierId: courierId }),
      newestFirst: sort === '-placedAt',
    };
    const hidden = hides(asked.consumerId, filter.consumerId) || hides(asked.restaurantId, filter.restaurantId);
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
