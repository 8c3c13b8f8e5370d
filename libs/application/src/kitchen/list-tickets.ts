import type { Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { EMPTY_SLICE, mapPage, pageOf, type Page } from '../paging.ts';
import { hides, ownParty } from '../policy/own-party.ts';
import { signedIn } from '../policy/sign-in.ts';
import { ticketAsSeenBy } from '../policy/visibility.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads, TicketFilter, TicketRecord } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListTickets {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listTickets'>>): Promise<OutcomeOf<'listTickets'>> {
    const { courierId, ...own } = ownParty(signedIn(actor));
    const { limit, after, before, ...asked } = checked(input);
    const filter: TicketFilter = { ...asked, ...own, ...(courierId !== undefined && { currentCourierId: courierId }) };
    const hidden = hides(asked.restaurantId, filter.restaurantId);
    const page: Page<TicketRecord> = await pageOf(
      this.cursors,
      actor,
      { operation: 'listTickets', filter: { ...filter, ...asked } },
      { limit, after, before },
      async (window) => (hidden ? EMPTY_SLICE : this.reads.listTickets(filter, window)),
    );
    return mapPage(page, ({ facts, ticket }) => ticketAsSeenBy(actor, facts, ticket));
  }
}
