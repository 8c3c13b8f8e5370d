import {
  BOBS_ORDER,
  CLOSED_RESTAURANT,
  DEMO_DISHES,
  DEMO_ORDERS,
  PERSONAS,
  type InputOf,
  type OperationName,
} from '@rungs/application';
import { question, type Question } from './ask.ts';
import { NOBODYS_ID } from './nobody.ts';
import type { Scene, Story } from './scene.ts';
import { CSV } from './stories-menus.ts';

const LUIGIS = PERSONAS.luigi.restaurantId;
const MEIS = PERSONAS.mei.restaurantId;
const ANN = PERSONAS.ann.consumerId;
const BOB = PERSONAS.bob.consumerId;
const DANA = PERSONAS.dana.courierId;
const { tonnarelli, tiramisu, soldOut } = DEMO_DISHES;

/** What the demo data lacks: an import, something in a basket. */
export const furnish: Story = async (scene) => {
  await scene.ask('luigi', 'importMenu', { restaurantId: LUIGIS, csv: CSV });
  const basket = { consumerId: ANN, restaurantId: LUIGIS };
  await scene.ask('ann', 'addToBasket', { ...basket, menuItemId: tiramisu, quantity: 3 });
};

function each<N extends OperationName>(operation: N, ...inputs: readonly InputOf<N>[]): Question[] {
  return inputs.map((input) => question(operation, input));
}

/** Every read, of what is one's own, another's, nobody's and nonsense: the visibility table. */
export function everyRead(scene: Scene): readonly Question[] {
  const orderIds = [...Object.values(DEMO_ORDERS), BOBS_ORDER, NOBODYS_ID, 'no-uuid'];
  const carrier = scene.case(DEMO_ORDERS.READY_FOR_PICKUP).delivery.courierId ?? '';
  const stranger = scene.case([...scene.model.cases.keys()].at(-1) ?? '').order.consumerId;
  const menuImportId = scene.newest('imports');
  return [
    ...orderIds.flatMap((orderId) => [
      ...each('getOrder', { orderId }),
      ...each('getOrderDetails', { orderId }),
      ...each('getTicket', { orderId }),
      ...each('getDelivery', { orderId }),
      ...each('getTrack', { orderId }),
      ...each('getBill', { orderId }),
    ]),
    ...each('getOrderDetails', { orderId: DEMO_ORDERS.PICKED_UP, parts: ['courier', 'bill'] }),
    ...[ANN, BOB, stranger, NOBODYS_ID, 'no-uuid'].flatMap((consumerId) => [
      ...each('getConsumer', { consumerId }),
      ...each('listOrderHistory', { consumerId, limit: 7 }, { consumerId, limit: 0 }),
      ...each('getBasket', { consumerId, restaurantId: LUIGIS }, { consumerId, restaurantId: NOBODYS_ID }),
    ]),
    ...[LUIGIS, MEIS, CLOSED_RESTAURANT, NOBODYS_ID, 'no-uuid'].flatMap((restaurantId) => [
      ...each('getRestaurant', { restaurantId }),
      ...each('getMenu', { restaurantId }),
      ...each('getMenuItem', { restaurantId, menuItemId: tonnarelli }, { restaurantId, menuItemId: 'no-uuid' }),
      ...each('getPhoto', { restaurantId, menuItemId: tonnarelli }, { restaurantId, menuItemId: soldOut }),
      ...each('getMenuImport', { restaurantId, menuImportId }, { restaurantId, menuImportId: NOBODYS_ID }),
    ]),
    ...[DANA, carrier, NOBODYS_ID, 'no-uuid'].flatMap((courierId) => each('getCourier', { courierId })),
    ...each('listConsumers', {}, { text: 'ann', limit: 5 }, { text: 'CONTI an' }, { limit: 0 }, { limit: 101 }),
    ...each(
      'listRestaurants',
      {},
      { limit: 100, open: true },
      { cuisine: 'Italian', limit: 3 },
      { text: 'luig ital' },
      { text: '?' },
      { near: { lat: 41.8902, lon: 12.4922 }, limit: 10 },
      { near: { lat: 41.8902, lon: 12.4922 }, open: false, cuisine: 'Pizza' },
      { near: { lat: 91, lon: 12 } },
      { limit: 0 },
    ),
    ...each(
      'listOrders',
      {},
      { limit: 5, states: ['DELIVERED', 'CANCELLED'] },
      { limit: 5, sort: 'placedAt' },
      { limit: 3, consumerId: ANN, restaurantId: LUIGIS },
      { limit: 3, consumerId: BOB },
      { limit: 100, placedFrom: '2026-10-01T00:00:00.000Z', placedTo: '2026-10-08T00:00:00.000Z' },
      { limit: 101 },
    ),
    ...each(
      'listTickets',
      {},
      { limit: 4, states: ['AWAITING_ACCEPTANCE', 'PREPARING'] },
      { limit: 4, restaurantId: LUIGIS },
      { limit: 4, restaurantId: MEIS, states: ['PICKED_UP'] },
      { restaurantId: NOBODYS_ID },
      { limit: 0 },
    ),
    ...each(
      'listDeliveries',
      {},
      { limit: 4, states: ['PENDING', 'SCHEDULED'] },
      { limit: 4, courierId: DANA },
      { limit: 4, courierId: carrier, states: ['DELIVERED', 'SCHEDULED'] },
      { courierId: NOBODYS_ID },
      { limit: 101 },
    ),
    ...each('listCouriers', {}, { limit: 100, onDuty: true }, { limit: 5, onDuty: false }, { limit: 0 }),
    ...each('getTrack', { orderId: DEMO_ORDERS.PICKED_UP, limit: 2 }, { orderId: DEMO_ORDERS.PICKED_UP, limit: 0 }),
  ];
}

/** A list that is walked from one end to the other and back; each has more than two such pages. */
export interface Walk {
  readonly as: 'ann' | 'luigi' | 'sam';
  readonly question: Extract<Question, { operation: `list${string}` | 'getTrack' }>;
  readonly limit: number;
}

function walk<N extends Walk['question']['operation']>(
  as: Walk['as'],
  operation: N,
  input: InputOf<N>,
  limit: number,
): Walk {
  return { as, question: question(operation, input) as Walk['question'], limit };
}

export const WALKS: readonly Walk[] = [
  walk('sam', 'listConsumers', {}, 12),
  walk('sam', 'listConsumers', { text: 'ma' }, 2),
  walk('ann', 'listRestaurants', {}, 7),
  walk('ann', 'listRestaurants', { near: { lat: 41.8902, lon: 12.4922 } }, 7),
  walk('ann', 'listOrders', { consumerId: ANN }, 4),
  walk('luigi', 'listOrders', { sort: 'placedAt' }, 4),
  walk('ann', 'listOrderHistory', { consumerId: ANN }, 4),
  walk('luigi', 'listTickets', { states: ['PICKED_UP'] }, 4),
  walk('sam', 'listDeliveries', { courierId: DANA }, 4),
  walk('sam', 'getTrack', { orderId: DEMO_ORDERS.PICKED_UP }, 2),
  walk('sam', 'listCouriers', {}, 9),
];
