export { representOrder, representOrderDetails, representOrderHistoryEntry, representPage } from '@rungs/json';
