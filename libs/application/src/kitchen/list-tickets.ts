import type { Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { countOf, EMPTY_SLICE, mapPage, pageOf, type Page } from '../paging.ts';
import { hides, ownParty } from '../policy/own-party.ts';
import { signedIn } from '../policy/sign-in.ts';
import { ticketAsSeenBy } from '../policy/visibility.ts';
import type { Counts } from '../ports/counts.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads, TicketFilter, TicketRecord } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListTickets {
  constructor(
    private readonly reads: Reads,
    private readonly counts: Counts,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listTickets'>>): Promise<OutcomeOf<'listTickets'>> {
    const { filter, hidden, list, page } = this.asked(actor, input);
    const found: Page<TicketRecord> = await pageOf(this.cursors, actor, list, page, async (window) =>
      hidden ? EMPTY_SLICE : this.reads.listTickets(filter, window),
    );
    return mapPage(found, ({ facts, ticket }) => ticketAsSeenBy(actor, facts, ticket));
  }

  /** How many there are on all pages together. */
  async count(actor: Actor, input: Unchecked<InputOf<'listTickets'>>): Promise<number> {
    const { filter, hidden, list, page } = this.asked(actor, input);
    return countOf(this.cursors, actor, list, page, async () => (hidden ? 0 : this.counts.countTickets(filter)));
  }

  private asked(actor: Actor, input: Unchecked<InputOf<'listTickets'>>) {
    const { courierId, ...own } = ownParty(signedIn(actor));
    const { limit, after, before, ...asked } = checked(input);
    const filter: TicketFilter = { ...asked, ...own, ...(courierId !== undefined && { currentCourierId: courierId }) };
    const hidden = hides(asked.restaurantId, filter.restaurantId);
    const list = { operation: 'listTickets', filter: { ...filter, ...asked } };
    return { filter, hidden, list, page: { limit, after, before } };
  }
}
