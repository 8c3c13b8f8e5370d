import { MAX_TICKETS } from '@rungs/application';
import { MAX_REASON_CHARACTERS, TICKET_STATES } from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from '../components.ts';
import { id, instant, text, version } from '../outcome-members.ts';
import { refusal } from '../refusal.schema.ts';

export const ticket = outcomeComponent(
  'Ticket',
  z
    .object({
      orderId: id('order, which is the ticket’s own'),
      version,
      state: z.enum(TICKET_STATES).meta({ description: 'Where in its life it is.' }),
      readyBy: instant('When the food was promised for.').optional(),
      acceptedAt: instant('When the restaurant accepted it.').optional(),
      preparingAt: instant('When cooking began.').optional(),
      readyAt: instant('When cooking ended.').optional(),
      rejectionReason: text('Why the restaurant would not cook it.', MAX_REASON_CHARACTERS).optional(),
    })
    .meta({ description: 'An order as the kitchen sees it.' }),
);

const orderId = id('order');

export const ticketAcceptances = z
  .array(
    outcomeComponent(
      'TicketAcceptance',
      z
        .union([
          z.object({ orderId, ticket }).meta({ description: 'Accepted.' }),
          z.object({ orderId, refusal }).meta({ description: 'Refused.' }),
        ])
        .meta({ description: 'What became of one ticket of several.' }),
    ),
  )
  .max(MAX_TICKETS)
  .meta({ description: 'What became of each, in the order in which they were named.' });
