import { MAX_TICKETS } from '@rungs/application';
import { TICKET_STATES } from '@rungs/domain';
import { inputComponent } from '../components.ts';
import {
  change,
  expectedVersion,
  idempotencyKey,
  idOf,
  instant,
  listOf,
  members,
  oneOf,
  optional,
  page,
  reason,
} from '../input-members.ts';
import { inputParser } from '../input-parser.ts';

const ticket = { orderId: idOf('order that is cooked') };
const readyBy = instant('When the food will be ready: from now to 24 hours ahead.');

export const kitchenInputs = {
  getTicket: inputParser<'getTicket'>(members(ticket)),
  listTickets: inputParser<'listTickets'>(
    members({
      ...page,
      restaurantId: optional(idOf('restaurant').meta({ description: 'Only those of this restaurant.' })),
      states: optional(
        listOf(oneOf(TICKET_STATES)).meta({ description: 'Only those in one of these states.', maxItems: 20 }),
      ),
    }),
  ),
  acceptTicket: inputParser<'acceptTicket'>(members({ ...ticket, readyBy, ...change })),
  rejectTicket: inputParser<'rejectTicket'>(
    members({
      ...ticket,
      reason: reason.meta({ description: 'Why it will not be cooked.', examples: ['The oven is out.'] }),
      ...change,
    }),
  ),
  startPreparing: inputParser<'startPreparing'>(members({ ...ticket, ...change })),
  finishPreparing: inputParser<'finishPreparing'>(members({ ...ticket, ...change })),
  acceptTickets: inputParser<'acceptTickets'>(
    members({
      tickets: listOf(
        inputComponent(
          'TicketToAccept',
          members({ ...ticket, readyBy, expectedVersion }).meta({ description: 'One ticket of several.' }),
        ),
      ).meta({
        description: 'Each is accepted or refused on its own, in this order.',
        minItems: 1,
        maxItems: MAX_TICKETS,
      }),
      idempotencyKey,
    }),
  ),
};
