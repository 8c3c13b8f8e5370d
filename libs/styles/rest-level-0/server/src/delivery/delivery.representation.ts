export { representCourier, representDelivery } from '@rungs/json';
