// At this level an order is represented by the plain JSON contract and nothing more.
export { representOrder, representOrderDetails, representOrderHistoryEntry, representPage } from '@rungs/json';
