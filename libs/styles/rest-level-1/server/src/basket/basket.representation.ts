// At this level everything here is represented by the plain JSON contract and nothing more.
export { representBasket, representOrder } from '@rungs/json';
