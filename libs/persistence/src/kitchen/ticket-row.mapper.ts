import type { Order, Ticket } from '@rungs/domain';
import { withoutNulls } from '../absent.ts';
import type { TicketRow } from './ticket.row.ts';

export function ticketOf({ restaurantId: _orders, placedAt: _too, ...row }: TicketRow): Ticket {
  return withoutNulls<Ticket>(row);
}

export function ticketRowOf(ticket: Ticket, { restaurantId, placedAt }: Order): TicketRow {
  const { orderId, version, state, readyBy, acceptedAt, preparingAt, readyAt, rejectionReason } = ticket;
  return {
    orderId,
    version,
    state,
    readyBy: readyBy ?? null,
    acceptedAt: acceptedAt ?? null,
    preparingAt: preparingAt ?? null,
    readyAt: readyAt ?? null,
    rejectionReason: rejectionReason ?? null,
    restaurantId,
    placedAt,
  };
}
