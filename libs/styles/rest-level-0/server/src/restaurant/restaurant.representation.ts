export {
  representMenu,
  representMenuImport,
  representMenuItem,
  representPage,
  representPhoto,
  representRestaurant,
} from '@rungs/json';
