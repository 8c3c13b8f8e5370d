import type { Ticket } from '@rungs/domain';
import type { TicketJson } from '../outcomes.ts';

export function representTicket(ticket: Ticket): TicketJson {
  const { orderId, version, state, readyBy, acceptedAt, preparingAt, readyAt } = ticket;
  return {
    orderId,
    version,
    state,
    ...(readyBy !== undefined && { readyBy }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(preparingAt !== undefined && { preparingAt }),
    ...(readyAt !== undefined && { readyAt }),
  };
}
