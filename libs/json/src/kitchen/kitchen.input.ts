import { TICKET_STATES } from '@rungs/domain';
import {
  change,
  expectedVersion,
  id,
  idempotencyKey,
  inputParser,
  instant,
  listOf,
  members,
  oneOf,
  optional,
  page,
  text,
} from '../input-parser.ts';

const ticket = { orderId: id };

export const kitchenInputs = {
  getTicket: inputParser<'getTicket'>(members(ticket)),
  listTickets: inputParser<'listTickets'>(
    members({ ...page, restaurantId: optional(id), states: optional(listOf(oneOf(TICKET_STATES))) }),
  ),
  acceptTicket: inputParser<'acceptTicket'>(members({ ...ticket, readyBy: instant, ...change })),
  rejectTicket: inputParser<'rejectTicket'>(members({ ...ticket, reason: text, ...change })),
  startPreparing: inputParser<'startPreparing'>(members({ ...ticket, ...change })),
  finishPreparing: inputParser<'finishPreparing'>(members({ ...ticket, ...change })),
  acceptTickets: inputParser<'acceptTickets'>(
    members({ tickets: listOf(members({ ...ticket, readyBy: instant, expectedVersion })), idempotencyKey }),
  ),
};
