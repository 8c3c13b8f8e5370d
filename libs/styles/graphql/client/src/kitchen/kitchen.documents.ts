import type { TicketJson } from '@rungs/json';
import {
  mutationOf,
  PAGE_ARGUMENTS,
  PAGE_INFO,
  PAGE_VARIABLES,
  refusal,
  type ById,
  type ConnectionJson,
  type FilterOf,
  type PageVariables,
} from '../documents.ts';
import { documentOf } from '../exchange.ts';
import { TICKET } from '../selections.ts';
import type { UserError } from '../user-errors.ts';

export const GET_TICKET = documentOf<{ ticket?: TicketJson }, ById>(
  `query GetTicket($id: ID!) { ticket(orderId: $id) { ${TICKET} } }`,
);

export const LIST_TICKETS = documentOf<
  { tickets: ConnectionJson<TicketJson> },
  PageVariables & { readonly filter: FilterOf<'listTickets'> }
>(`
  query ListTickets(${PAGE_VARIABLES}, $filter: TicketFilter) {
    tickets(${PAGE_ARGUMENTS}, filter: $filter) { nodes { ${TICKET} } ${PAGE_INFO} }
  }
`);

const result = `ticket { ${TICKET} }`;
export const ACCEPT_TICKET = mutationOf<'acceptTicket', TicketJson>(
  'acceptTicket',
  result,
  'ticket-not-acceptable',
  'ready-by-out-of-range',
);
export const REJECT_TICKET = mutationOf<'rejectTicket', TicketJson>('rejectTicket', result, 'ticket-not-rejectable');
export const START_PREPARING = mutationOf<'startPreparing', TicketJson>(
  'startPreparing',
  result,
  'preparation-not-startable',
);
export const FINISH_PREPARING = mutationOf<'finishPreparing', TicketJson>(
  'finishPreparing',
  result,
  'preparation-not-finishable',
);

/** What became of one ticket of several, as it travels. */
export interface AcceptanceAnswer {
  readonly orderId: string;
  readonly ticket?: TicketJson;
  readonly userError?: UserError;
}

export const ACCEPT_TICKETS = mutationOf<'acceptTickets', readonly AcceptanceAnswer[]>(
  'acceptTickets',
  `acceptances {
    orderId
    ticket { ${TICKET} }
    userError ${refusal('ticket-not-acceptable', 'ready-by-out-of-range')}
  }`,
);
