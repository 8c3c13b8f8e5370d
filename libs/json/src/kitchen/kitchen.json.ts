import type { TicketAcceptance } from '@rungs/application';
import type { Ticket } from '@rungs/domain';
import type { TicketAcceptanceJson, TicketJson } from '../outcomes.ts';

export function representTicket(ticket: Ticket): TicketJson {
  const { orderId, version, state, readyBy, acceptedAt, preparingAt, readyAt, rejectionReason } = ticket;
  return {
    orderId,
    version,
    state,
    ...(readyBy !== undefined && { readyBy }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(preparingAt !== undefined && { preparingAt }),
    ...(readyAt !== undefined && { readyAt }),
    ...(rejectionReason !== undefined && { rejectionReason }),
  };
}

/** What became of each of several tickets: the ticket, or the refusal with the code that all styles share. */
export function representTicketAcceptances(acceptances: readonly TicketAcceptance[]): readonly TicketAcceptanceJson[] {
  return acceptances.map((acceptance) =>
    'ticket' in acceptance
      ? { orderId: acceptance.orderId, ticket: representTicket(acceptance.ticket) }
      : { orderId: acceptance.orderId, refusal: acceptance.refusal },
  );
}
