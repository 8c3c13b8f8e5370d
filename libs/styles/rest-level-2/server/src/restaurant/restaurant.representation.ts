export { representMenu, representMenuImport, representMenuItem, representPage, representRestaurant } from '@rungs/json';
