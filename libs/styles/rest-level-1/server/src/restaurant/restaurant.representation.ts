// At this level everything here is represented by the plain JSON contract and nothing more.
export { representMenu, representMenuItem, representPage, representRestaurant } from '@rungs/json';
