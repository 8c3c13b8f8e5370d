export { representPage, representTicket, representTicketAcceptances } from '@rungs/json';
