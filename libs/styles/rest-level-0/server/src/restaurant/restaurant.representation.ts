export { representMenu, representMenuItem, representPage, representRestaurant } from '@rungs/json';
