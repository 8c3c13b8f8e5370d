import type { Ticket } from '@rungs/domain';
import * as plain from '@rungs/json';
import { type Hal, link } from '../hal.ts';
import { uris } from '../level.ts';

export function representTicket(ticket: Ticket): Hal<plain.TicketJson> {
  const { orderId } = ticket;
  return {
    ...plain.representTicket(ticket),
    _links: {
      self: link(uris.href('ticket', { orderId })),
      'rungs:order': link(uris.href('order', { orderId })),
      'rungs:delivery': link(uris.href('delivery', { orderId })),
    },
  };
}
