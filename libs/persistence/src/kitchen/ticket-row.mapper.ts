import type { Ticket } from '@rungs/domain';
import { withoutNulls } from '../absent.ts';
import type { TicketRow } from './ticket.row.ts';

export function ticketOf(row: TicketRow): Ticket {
  return withoutNulls<Ticket>(row);
}

export function ticketRowOf({ orderId, version, state, readyBy, acceptedAt, preparingAt, readyAt }: Ticket): TicketRow {
  return {
    orderId,
    version,
    state,
    readyBy: readyBy ?? null,
    acceptedAt: acceptedAt ?? null,
    preparingAt: preparingAt ?? null,
    readyAt: readyAt ?? null,
  };
}
