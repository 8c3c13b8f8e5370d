export { representCourier, representDelivery, representLocationPing, representPage } from '@rungs/json';
