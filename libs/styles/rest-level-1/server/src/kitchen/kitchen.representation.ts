export { representTicket } from '@rungs/json';
