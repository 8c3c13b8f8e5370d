import { ORDER_PARTS } from '@rungs/application';
import { ORDER_STATES, type MenuItem, type OrderLine } from '@rungs/domain';
import { NOBODYS_ID } from '../../conformance/nobody.ts';
import {
  anAddress,
  casesOf,
  consumersOf,
  orderIdsOf,
  sometimes,
  WRONG_PAGE_SIZES,
  type Scene,
  type Wish,
} from './wish.ts';

const menuOf = ({ state }: Scene, restaurantId: string): readonly MenuItem[] => state.menus.get(restaurantId) ?? [];

/** Of what is there to be had, cheap enough that the total keeps its limit. */
function orderable(scene: Scene, restaurantId: string): readonly MenuItem[] {
  return menuOf(scene, restaurantId).filter(({ available, price }) => available && price.amount < 50_000);
}

const line = ({ picks }: Scene, { id }: MenuItem): OrderLine => ({ menuItemId: id, quantity: picks.whole(1, 3) });

function someLines(scene: Scene, restaurantId: string): readonly OrderLine[] {
  const dishes = scene.picks.shuffled(orderable(scene, restaurantId));
  return dishes.slice(0, scene.picks.whole(1, 3)).map((item) => line(scene, item));
}

const WRONG_PAYMENTS = [{ paymentToken: 'tok_declined' }, { paymentToken: 'tok_unavailable' }];
const WRONG_NOTE = { deliveryNote: 'x'.repeat(501) };

/** Lines that break a rule each: sold out, on no menu, too dear, too many of one. */
function wrongLines(scene: Scene, restaurantId: string): readonly { readonly lines: readonly OrderLine[] }[] {
  const menu = menuOf(scene, restaurantId);
  const soldOut = menu.filter(({ available }) => !available);
  const dear = menu.filter(({ available, price }) => available && price.amount >= 50_000);
  const good = orderable(scene, restaurantId).slice(0, 1);
  return [
    ...soldOut.map(({ id }) => ({ lines: [{ menuItemId: id, quantity: 1 }] })),
    ...soldOut.map(({ id }) => ({ lines: [{ menuItemId: id, quantity: 1 }] })),
    ...dear.map(({ id }) => ({ lines: [{ menuItemId: id, quantity: 11 }] })),
    ...good.map(({ id }) => ({ lines: [{ menuItemId: id, quantity: 100 }] })),
    ...good.map(({ id }) => ({ lines: [1, 2].map((quantity) => ({ menuItemId: id, quantity })) })),
    { lines: [] },
    { lines: [{ menuItemId: NOBODYS_ID, quantity: 1 }] },
  ];
}

const basketKeys = (scene: Scene) =>
  consumersOf(scene).flatMap((consumerId) =>
    [...scene.state.restaurants.keys()].map((restaurantId) => ({ consumerId, restaurantId })),
  );

const heldLines = (
  { state }: Scene,
  { consumerId, restaurantId }: { readonly consumerId: string; readonly restaurantId: string },
): readonly OrderLine[] => state.baskets.get(`${consumerId}/${restaurantId}`)?.lines ?? [];

const getBasket: Wish<'getBasket'> = { weight: 2, inputs: basketKeys };

const addToBasket: Wish<'addToBasket'> = {
  weight: 6,
  inputs: (scene) =>
    basketKeys(scene).flatMap((key) =>
      scene.picks
        .shuffled(orderable(scene, key.restaurantId))
        .slice(0, 1)
        .map((item) => ({ ...key, ...line(scene, item) })),
    ),
  spoilt: (scene, { restaurantId }) => [
    { quantity: 0 },
    { quantity: 99 },
    { menuItemId: NOBODYS_ID },
    ...menuOf(scene, restaurantId)
      .filter(({ available }) => !available)
      .map(({ id }) => ({ menuItemId: id })),
  ],
};

const setBasketLine: Wish<'setBasketLine'> = {
  weight: 5,
  inputs: (scene) =>
    basketKeys(scene).flatMap((key) =>
      heldLines(scene, key).map(({ menuItemId, quantity }) => ({
        ...key,
        menuItemId,
        quantity: (quantity + scene.picks.whole(1, 3)) % 5,
      })),
    ),
  spoilt: () => [{ quantity: 100 }],
};

const clearBasket: Wish<'clearBasket'> = { weight: 2, inputs: basketKeys };

const checkoutBasket: Wish<'checkoutBasket'> = {
  weight: 14,
  inputs: (scene) => basketKeys(scene).map((key) => ({ ...key, ...delivered(scene), paymentToken: 'tok_visa' })),
  spoilt: () => [...WRONG_PAYMENTS, ...WRONG_PAYMENTS, WRONG_NOTE, { paymentToken: 'cash' }],
};

function delivered(scene: Scene) {
  return {
    ...sometimes(scene, 40, { deliveryAddress: anAddress(scene) }),
    ...sometimes(scene, 30, { deliveryNote: scene.picks.of(['Ring twice.', '두 번 눌러 주세요.']) }),
  };
}

const getOrder: Wish<'getOrder'> = { weight: 3, inputs: orderIdsOf };

const getOrderDetails: Wish<'getOrderDetails'> = {
  weight: 3,
  inputs: (scene) =>
    orderIdsOf(scene).map((order) => ({
      ...order,
      ...sometimes(scene, 25, { parts: scene.picks.shuffled(ORDER_PARTS).slice(0, 3) }),
    })),
};

const listOrders: Wish<'listOrders'> = {
  weight: 3,
  inputs: (scene) => [
    {
      ...sometimes(scene, 40, { states: scene.picks.shuffled(ORDER_STATES).slice(0, 4) }),
      ...sometimes(scene, 20, { restaurantId: scene.picks.of([...scene.state.restaurants.keys()]) }),
      ...sometimes(scene, 20, { consumerId: scene.picks.of([...scene.state.consumers.keys()]) }),
      ...sometimes(scene, 30, { sort: scene.picks.of(['placedAt', '-placedAt'] as const) }),
      ...sometimes(scene, 20, { placedFrom: '2026-01-05T11:03:00.000Z' }),
      ...sometimes(scene, 20, { placedTo: '2026-01-05T11:05:00.000Z' }),
      ...sometimes(scene, 40, { limit: scene.picks.whole(1, 4) }),
    },
  ],
  spoilt: () => WRONG_PAGE_SIZES,
};

const listOrderHistory: Wish<'listOrderHistory'> = {
  weight: 2,
  inputs: (scene) =>
    consumersOf(scene).map((consumerId) => ({
      consumerId,
      ...sometimes(scene, 50, { limit: scene.picks.whole(1, 4) }),
    })),
  spoilt: () => WRONG_PAGE_SIZES,
};

const placeOrder: Wish<'placeOrder'> = {
  weight: 14,
  inputs: (scene) =>
    [...scene.state.restaurants.keys()]
      // Where it is placed through the basket, that must not hold anything else: the worlds would drift apart.
      .filter((restaurantId) => consumersOf(scene).every((consumerId) => isEmpty(scene, consumerId, restaurantId)))
      .map((restaurantId) => ({
        restaurantId,
        lines: someLines(scene, restaurantId),
        ...delivered(scene),
        paymentToken: 'tok_visa',
      })),
  spoilt: (scene, { restaurantId }) => [
    ...WRONG_PAYMENTS,
    WRONG_NOTE,
    { paymentToken: 'cash' },
    ...wrongLines(scene, restaurantId),
  ],
};

function isEmpty(scene: Scene, consumerId: string, restaurantId: string): boolean {
  return heldLines(scene, { consumerId, restaurantId }).length === 0;
}

const reviseOrder: Wish<'reviseOrder'> = {
  weight: 9,
  inputs: (scene) =>
    casesOf(scene).map(({ order }) => ({
      orderId: order.id,
      ...sometimes(scene, 60, { lines: revisedLines(scene, order) }),
      ...sometimes(scene, 40, { deliveryAddress: anAddress(scene) }),
      ...sometimes(scene, 40, { deliveryNote: scene.picks.of(['', 'Second courtyard.']) }),
      ...sometimes(scene, 40, { paymentToken: 'tok_amex' }),
    })),
  spoilt: (scene, { orderId }) => {
    const { restaurantId } = scene.state.cases.get(orderId)?.order ?? {};
    return [
      { paymentToken: 'tok_declined' },
      { paymentToken: 'tok_unavailable' },
      WRONG_NOTE,
      ...(restaurantId === undefined ? [] : wrongLines(scene, restaurantId)),
    ];
  },
};

/** What was ordered, in other numbers, with one dish more at times. */
function revisedLines(
  scene: Scene,
  order: { readonly restaurantId: string; readonly lineItems: readonly OrderLine[] },
): readonly OrderLine[] {
  const surviving = order.lineItems.map(({ menuItemId, quantity }) => ({
    menuItemId,
    quantity: 1 + ((quantity + scene.picks.whole(0, 1)) % 4),
  }));
  const added = orderable(scene, order.restaurantId)
    .filter(({ id }) => surviving.every(({ menuItemId }) => menuItemId !== id))
    .slice(0, scene.picks.whole(0, 1))
    .map((item) => line(scene, item));
  return [...surviving, ...added];
}

const cancelOrder: Wish<'cancelOrder'> = { weight: 4, inputs: orderIdsOf };

export const ORDERING_WISHES = {
  getBasket,
  addToBasket,
  setBasketLine,
  clearBasket,
  checkoutBasket,
  getOrder,
  getOrderDetails,
  listOrders,
  listOrderHistory,
  placeOrder,
  reviseOrder,
  cancelOrder,
};
