export { representBasket, representOrder } from '@rungs/json';
