import type { InputOf, OperationName, PageInput } from '@rungs/application';
import type { BasketJson, OrderDetailsJson, OutcomeJson, RestaurantJson, TicketAcceptanceJson } from '@rungs/json';
import { NotOfferedError, type ClientOptions, type StyleClient } from '@rungs/scenarios';
import { embeddedIn, formsOf, membersOf, refusalOf, type Form, type Problem, type Resource } from './hypermedia.ts';
import { ITEMS, Walker, type Asked } from './walker.ts';

/**
 * An honest client of level 3: it knows relations, forms' names and fields, and what they mean; addresses, methods
 * and what is allowed now it reads from each answer. What was not offered it cannot ask (`NotOfferedError`).
 */
export function connect(options: ClientOptions): StyleClient {
  const web = new Walker(options);

  /** By a link of the entry point, filled in with ids that one holds, like bookmarks. */
  async function read<N extends OperationName>(operation: N, relation: string, ids: object): Promise<OutcomeJson<N>> {
    return membersOf<OutcomeJson<N>>(await web.begin(operation, relation, ids));
  }

  /** Looks at the thing as it is now, and submits the form that it has for the operation. */
  async function act<N extends OperationName>(
    operation: N,
    relation: string,
    ids: object,
    asked: Asked,
  ): Promise<OutcomeJson<N>> {
    return membersOf(await web.submit(operation, await web.begin(operation, relation, ids), asked));
  }

  return {
    getConsumer: (ids) => read('getConsumer', 'rungs:consumer', ids),
    listConsumers: (input) => web.list('listConsumers', 'rungs:consumers', input),
    registerConsumer: async (input) =>
      membersOf(await web.submit('registerConsumer', await web.arrive(), { ...input })),
    updateConsumer: ({ consumerId, ...changes }) => act('updateConsumer', 'rungs:consumer', { consumerId }, changes),

    getRestaurant: (ids) => read('getRestaurant', 'rungs:restaurant', ids),
    listRestaurants: (input) => web.list('listRestaurants', 'rungs:restaurants', withPair(input)),
    openRestaurant: (input) => act('openRestaurant', 'rungs:restaurants', { limit: 1 }, { ...input }),
    updateRestaurant: ({ restaurantId, ...changes }) =>
      act('updateRestaurant', 'rungs:restaurant', { restaurantId }, changes),
    getMenu: async (ids) => menuOf(web, await web.begin('getMenu', 'rungs:menu', ids, ITEMS)),
    replaceMenu: async ({ restaurantId, ...asked }) => {
      const menu = await web.begin('replaceMenu', 'rungs:menu', { restaurantId });
      return menuOf(web, await web.submit('replaceMenu', menu, asked, { wanted: ITEMS }));
    },
    getMenuItem: (ids) => read('getMenuItem', 'rungs:menu-item', ids),
    updateMenuItem: ({ restaurantId, menuItemId, ...changes }) =>
      act('updateMenuItem', 'rungs:menu-item', { restaurantId, menuItemId }, changes),
    importMenu: ({ restaurantId, ...asked }) => act('importMenu', 'rungs:menu', { restaurantId }, asked),
    getMenuImport: (ids) => read('getMenuImport', 'rungs:menu-import', ids),
    getPhoto: async (ids) => {
      const { type, bytes } = await web.fetchFile('getPhoto', 'rungs:photo', ids);
      return { contentType: type, data: base64Of(bytes) } as OutcomeJson<'getPhoto'>;
    },
    setPhoto: ({ restaurantId, menuItemId, ...photo }) =>
      act('setPhoto', 'rungs:menu-item', { restaurantId, menuItemId }, photo),
    deletePhoto: ({ restaurantId, menuItemId, ...conditions }) =>
      act('deletePhoto', 'rungs:menu-item', { restaurantId, menuItemId }, conditions),

    getBasket: (ids) => read('getBasket', 'rungs:basket', ids),
    addToBasket: ({ consumerId, restaurantId, ...asked }) =>
      act('addToBasket', 'rungs:basket', { consumerId, restaurantId }, asked),
    setBasketLine: async ({ consumerId, restaurantId, ...asked }) => {
      const basket = await web.begin('setBasketLine', 'rungs:basket', { consumerId, restaurantId });
      return membersOf(await web.submit('setBasketLine', basket, asked, { form: lineForm(basket, asked) }));
    },
    clearBasket: ({ consumerId, restaurantId, ...conditions }) =>
      act('clearBasket', 'rungs:basket', { consumerId, restaurantId }, conditions),
    checkoutBasket: ({ consumerId, restaurantId, ...asked }) =>
      act('checkoutBasket', 'rungs:basket', { consumerId, restaurantId }, asked),

    getOrder: (ids) => read('getOrder', 'rungs:order', ids),
    listOrders: (input) => web.list('listOrders', 'rungs:orders', input),
    getOrderDetails: async (input) => detailsOf(await web.begin('getOrderDetails', 'rungs:order-details', input)),
    listOrderHistory: (input) => web.list('listOrderHistory', 'rungs:order-history', input),
    placeOrder: (input) => placeOrder(web, input),
    reviseOrder: ({ orderId, ...changes }) => act('reviseOrder', 'rungs:order', { orderId }, changes),
    cancelOrder: ({ orderId, ...conditions }) => act('cancelOrder', 'rungs:order', { orderId }, conditions),

    getTicket: (ids) => read('getTicket', 'rungs:ticket', ids),
    listTickets: (input) => web.list('listTickets', 'rungs:tickets', input),
    acceptTicket: ({ orderId, ...asked }) => act('acceptTicket', 'rungs:ticket', { orderId }, asked),
    rejectTicket: ({ orderId, ...asked }) => act('rejectTicket', 'rungs:ticket', { orderId }, asked),
    startPreparing: ({ orderId, ...conditions }) => act('startPreparing', 'rungs:ticket', { orderId }, conditions),
    finishPreparing: ({ orderId, ...conditions }) => act('finishPreparing', 'rungs:ticket', { orderId }, conditions),
    acceptTickets: async (input) => {
      const tickets = await web.begin('acceptTickets', 'rungs:tickets', { limit: 1 });
      const answer = await web.submit('acceptTickets', tickets, { ...input });
      return embeddedIn(answer, 'item').map(acceptanceOf);
    },

    getDelivery: (ids) => read('getDelivery', 'rungs:delivery', ids),
    listDeliveries: (input) => web.list('listDeliveries', 'rungs:deliveries', input),
    getTrack: (input) => web.list('getTrack', 'rungs:track', input),
    assignCourier: ({ orderId, ...asked }) => act('assignCourier', 'rungs:delivery', { orderId }, asked),
    notePickedUp: ({ orderId, ...conditions }) => act('notePickedUp', 'rungs:delivery', { orderId }, conditions),
    noteDelivered: ({ orderId, ...conditions }) => act('noteDelivered', 'rungs:delivery', { orderId }, conditions),
    reportLocation: ({ orderId, ...ping }) => act('reportLocation', 'rungs:delivery', { orderId }, ping),
    getCourier: (ids) => read('getCourier', 'rungs:courier', ids),
    listCouriers: (input) => web.list('listCouriers', 'rungs:couriers', input),
    setOnDuty: ({ courierId, ...asked }) => act('setOnDuty', 'rungs:courier', { courierId }, asked),

    getBill: (ids) => read('getBill', 'rungs:bill', ids),
    refundBill: ({ orderId, ...asked }) => act('refundBill', 'rungs:bill', { orderId }, asked),
  };
}

/** RFC 6570 expands a list as `41.9,12.5`, which is how the template wants a place. */
function withPair({ near, ...filter }: InputOf<'listRestaurants'>): PageInput {
  return { ...filter, ...(near && { near: [near.lat, near.lon] }) };
}

/**
 * There is no form with an order's nested lines: fills the basket of the restaurant and checks it out. With a key,
 * each step has a key made from it, so that the same order placed again is the same basket filled and the same
 * checkout: the first order is answered.
 */
async function placeOrder(web: Walker, input: InputOf<'placeOrder'>): Promise<OutcomeJson<'placeOrder'>> {
  const { restaurantId, lines, idempotencyKey, ...checkout } = input;
  // A basket has one line for each dish: with a dish twice it would be another order than the one asked for.
  if (new Set(lines.map(({ menuItemId }) => menuItemId)).size < lines.length) throw new NotOfferedError('placeOrder');
  const restaurant = await web.begin('placeOrder', 'rungs:restaurant', { restaurantId });
  let basket = await web.follow('placeOrder', restaurant, 'rungs:basket');
  if (!holds(basket, lines)) {
    if (formsOf(basket)['clearBasket']) basket = await web.submit('clearBasket', basket, {});
    for (const [index, { menuItemId, quantity }] of lines.entries()) {
      const key = idempotencyKey === undefined ? undefined : `${idempotencyKey}.${index}`;
      basket = await web.submit('addToBasket', basket, { menuItemId, quantity, idempotencyKey: key });
    }
  }
  return membersOf(await web.submit('checkoutBasket', basket, { ...checkout, idempotencyKey }));
}

function holds(basket: Resource, lines: InputOf<'placeOrder'>['lines']): boolean {
  const held = membersOf<BasketJson>(basket).lines;
  return (
    held.length === lines.length &&
    lines.every(({ menuItemId, quantity }, at) => held[at]?.menuItemId === menuItemId && held[at].quantity === quantity)
  );
}

/** The form for one line, among those of all lines: the one that was offered with this dish in it. */
function lineForm(basket: Resource, { menuItemId }: { readonly menuItemId: string }): Form | undefined {
  return Object.values(formsOf(basket)).find(({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'menuItemId' && value === menuItemId),
  );
}

async function menuOf(web: Walker, menu: Resource): Promise<OutcomeJson<'getMenu'>> {
  const dishes = await web.itemsOf(menu);
  return { ...membersOf<OutcomeJson<'getMenu'>>(menu), items: dishes.map(membersOf<never>) };
}

/** What is embedded is whole; the catalogue's details have of a restaurant what the screen shows. */
function detailsOf(details: Resource): OrderDetailsJson {
  const parts = ['order', 'consumer', 'restaurant', 'ticket', 'delivery', 'courier', 'bill'].flatMap((part) =>
    embeddedIn(details, `rungs:${part}`).map((embedded) => [part, membersOf<object>(embedded)] as const),
  );
  const { restaurant, ...others } = Object.fromEntries(parts) as unknown as DetailsWithRestaurant;
  if (!restaurant) return others;
  const { location: _location, currency: _currency, ...summary } = restaurant;
  return { ...others, restaurant: summary };
}

type DetailsWithRestaurant = Omit<OrderDetailsJson, 'restaurant'> & { readonly restaurant?: RestaurantJson };

/** What became of one of several: the ticket, or the problem that it would have met alone. */
function acceptanceOf(answer: Resource): TicketAcceptanceJson {
  const { orderId, problem } = membersOf<{ orderId: string; problem?: Problem }>(answer);
  const [ticket] = embeddedIn(answer, 'rungs:ticket');
  return ticket ? { orderId, ticket: membersOf(ticket) } : { orderId, refusal: refusalOf(problem as Problem) };
}

const BYTES_AT_ONCE = 0x8000;

/** RFC 4648 §4. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  }
  return btoa(binary);
}
