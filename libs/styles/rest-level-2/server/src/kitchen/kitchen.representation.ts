import type { TicketAcceptance } from '@rungs/application';
import { problemOf, STATUS_OF, type Problem } from '@rungs/http';
import { representTicket, type TicketJson } from '@rungs/json';

export { representPage, representTicket } from '@rungs/json';

/** What became of one ticket of several, as if it had been asked for alone: its status, and what came with that. */
export type TicketAnswer =
  | { readonly orderId: string; readonly status: 200; readonly ticket: TicketJson }
  | { readonly orderId: string; readonly status: number; readonly problem: Problem };

export function representTicketAnswer(acceptance: TicketAcceptance): TicketAnswer {
  const { orderId } = acceptance;
  if ('ticket' in acceptance) return { orderId, status: 200, ticket: representTicket(acceptance.ticket) };
  const { refusal } = acceptance;
  return { orderId, status: STATUS_OF[refusal.code], problem: problemOf(refusal) };
}
