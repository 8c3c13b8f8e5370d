import type { Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { countOf, EMPTY_SLICE, mapPage, pageOf, type Page } from '../paging.ts';
import { hides, ownParty } from '../policy/own-party.ts';
import { signedIn } from '../policy/sign-in.ts';
import { detailsAsSeenBy, orderAsSeenBy } from '../policy/visibility.ts';
import type { Counts } from '../ports/counts.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { OrderDetailsRecord, OrderFilter, Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';
import type { OrderDetails, OrderPart } from '../views.ts';

export class ListOrders {
  constructor(
    private readonly reads: Reads,
    private readonly counts: Counts,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listOrders'>>): Promise<OutcomeOf<'listOrders'>> {
    return mapPage(await this.page(actor, input, []), (record) => orderAsSeenBy(actor, record));
  }

  /** The same page for those who will show parts of each order as well: they come with it. */
  async executeWithParts(
    actor: Actor,
    input: Unchecked<InputOf<'listOrders'>>,
    parts: readonly OrderPart[],
  ): Promise<Page<OrderDetails>> {
    return mapPage(await this.page(actor, input, parts), (record) => detailsAsSeenBy(actor, record));
  }

  /** How many there are on all pages together. */
  async count(actor: Actor, input: Unchecked<InputOf<'listOrders'>>): Promise<number> {
    const { filter, hidden, list, page } = this.asked(actor, input);
    return countOf(this.cursors, actor, list, page, async () => (hidden ? 0 : this.counts.countOrders(filter)));
  }

  private async page(
    actor: Actor,
    input: Unchecked<InputOf<'listOrders'>>,
    parts: readonly OrderPart[],
  ): Promise<Page<OrderDetailsRecord>> {
    const { filter, hidden, list, page } = this.asked(actor, input);
    return pageOf(this.cursors, actor, list, page, async (window) =>
      hidden ? EMPTY_SLICE : this.reads.listOrders(filter, window, new Set(parts)),
    );
  }

  private asked(actor: Actor, input: Unchecked<InputOf<'listOrders'>>) {
    const { courierId, ...own } = ownParty(signedIn(actor));
    const { limit, after, before, sort = '-placedAt', ...asked } = checked(input);
    const filter: OrderFilter = {
      ...asked,
      ...own,
      ...(courierId !== undefined && { currentCourierId: courierId }),
      newestFirst: sort === '-placedAt',
    };
    const hidden = hides(asked.consumerId, filter.consumerId) || hides(asked.restaurantId, filter.restaurantId);
    const list = { operation: 'listOrders', filter: { ...filter, ...asked } };
    return { filter, hidden, list, page: { limit, after, before } };
  }
}
