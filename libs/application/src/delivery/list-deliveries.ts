import type { Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { countOf, EMPTY_SLICE, mapPage, pageOf, type Page } from '../paging.ts';
import { hides, ownParty } from '../policy/own-party.ts';
import { signedIn } from '../policy/sign-in.ts';
import { deliveryAsSeenBy } from '../policy/visibility.ts';
import type { Counts } from '../ports/counts.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { CaseFacts, DeliveryFilter, DeliveryRecord, Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListDeliveries {
  constructor(
    private readonly reads: Reads,
    private readonly counts: Counts,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listDeliveries'>>): Promise<OutcomeOf<'listDeliveries'>> {
    const { filter, hidden, list, page } = this.asked(actor, input);
    const found: Page<DeliveryRecord & { readonly facts: CaseFacts }> = await pageOf(
      this.cursors,
      actor,
      list,
      page,
      async (window) => (hidden ? EMPTY_SLICE : this.reads.listDeliveries(filter, window)),
    );
    return mapPage(found, (record) => deliveryAsSeenBy(actor, record.facts, record));
  }

  /** How many there are on all pages together. */
  async count(actor: Actor, input: Unchecked<InputOf<'listDeliveries'>>): Promise<number> {
    const { filter, hidden, list, page } = this.asked(actor, input);
    return countOf(this.cursors, actor, list, page, async () => (hidden ? 0 : this.counts.countDeliveries(filter)));
  }

  private asked(actor: Actor, input: Unchecked<InputOf<'listDeliveries'>>) {
    const own = ownParty(signedIn(actor));
    const { limit, after, before, ...asked } = checked(input);
    const filter: DeliveryFilter = { ...asked, ...own };
    const hidden = hides(asked.courierId, filter.courierId);
    const list = { operation: 'listDeliveries', filter: { ...filter, ...asked } };
    return { filter, hidden, list, page: { limit, after, before } };
  }
}
