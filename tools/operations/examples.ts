import { BASKETS, CONSUMERS, ORDERS } from './ordering.examples.ts';
import { RESTAURANTS } from './restaurant.examples.ts';
import { ACCOUNTS, KITCHEN, ON_THE_ROAD, TO_THE_DOOR } from './serving.examples.ts';
import type { Chapter } from './example.ts';

/**
 * The operations in use, once for all styles: a walk through the demo data as a reset leaves them, from the top to the
 * bottom. The life of one order runs through it: ann fills a basket, luigi cooks, dana delivers, sam gives money back.
 */
export const CHAPTERS: readonly Chapter[] = [
  CONSUMERS,
  RESTAURANTS,
  BASKETS,
  ORDERS,
  ON_THE_ROAD,
  KITCHEN,
  TO_THE_DOOR,
  ACCOUNTS,
];
