import type { Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { EMPTY_SLICE, mapPage, pageOf, type Page } from '../paging.ts';
import { hides, ownParty } from '../policy/own-party.ts';
import { signedIn } from '../policy/sign-in.ts';
import { deliveryAsSeenBy } from '../policy/visibility.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { CaseFacts, DeliveryFilter, DeliveryRecord, Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListDeliveries {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listDeliveries'>>): Promise<OutcomeOf<'listDeliveries'>> {
    const own = ownParty(signedIn(actor));
    const { limit, after, before, ...asked } = checked(input);
    const filter: DeliveryFilter = { ...asked, ...own };
    const hidden = hides(asked.courierId, filter.courierId);
    const page: Page<DeliveryRecord & { readonly facts: CaseFacts }> = await pageOf(
      this.cursors,
      actor,
      { operation: 'listDeliveries', filter: { ...filter, ...asked } },
      { limit, after, before },
      async (window) => (hidden ? EMPTY_SLICE : this.reads.listDeliveries(filter, window)),
    );
    return mapPage(page, (record) => deliveryAsSeenBy(actor, record.facts, record));
  }
}
