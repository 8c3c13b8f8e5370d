import { DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { globalIdOf } from '../src/global-id.ts';
import type { RESOLVED } from '../src/nodes.ts';
import type { AskedBy } from './asking.ts';
import type { ReadName } from './faulty-reads.ts';

type Resolved = typeof RESOLVED;

/** `Delivery.track`: a field that a resolver class answers. */
export type ResolvedField = {
  [T in keyof Resolved]: `${T}.${Resolved[T][number]}`;
}[keyof Resolved];

/** A query in which one field leads to a read, and neighbours that do not need it; it may use `$menuImportId`. */
export interface ReadingField {
  readonly read: ReadName;
  readonly query: string;
  /** Where in the answer the field is. */
  readonly path: readonly (string | number)[];
  readonly as?: AskedBy;
}

/** Why a resolved field of the schema reads nothing by itself. */
export type NotReading = 'at hand with its object' | 'tells who asks' | 'changes something' | 'told on a stream';

const { APPROVED, PICKED_UP } = DEMO_ORDERS;
const { consumerId } = PERSONAS.ann;
const { restaurantId } = PERSONAS.luigi;
const { courierId } = PERSONAS.dana;
const dish = `restaurantId: "${restaurantId}", menuItemId: "${DEMO_DISHES.tiramisu}"`;

/** The field at the root, between others. */
const root = (read: ReadName, field: string, selected: string, as?: AskedBy): ReadingField => ({
  read,
  query: `${field.concat(selected).includes('$menuImportId') ? 'query ($menuImportId: ID!) ' : ''}{
    before: viewer { role } failing: ${field} { ${selected} } after: viewer { role }
  }`,
  path: ['failing'],
  ...(as && { as }),
});

/** The field of a thing at the root, which is there without it. */
const below = (
  thing: string,
  path: readonly string[],
  read: ReadName,
  selected: string,
  as?: AskedBy,
): ReadingField => ({ ...root(read, thing, selected, as), path: ['failing', ...path] });

/** A part of the order in a mutation's payload: the change is made already, and nothing has read parts for it. */
const inPayload = (part: string): ReadingField => ({
  read: 'findOrderDetails',
  query: `mutation { failing: reviseOrder(input: { orderId: "${APPROVED}" }) {
    order { state ${part} { id } total { amount } } userErrors { code } } }`,
  path: ['failing', 'order', part],
});

const ORDER = `order(id: "${PICKED_UP}")`;
const DELIVERY = `delivery(orderId: "${PICKED_UP}")`;
const RESTAURANT = `restaurant(id: "${restaurantId}")`;

/** Every field that a resolver class answers: a query in which it reads, or why it does not. */
export const READING_FIELDS = {
  'Query.node': root('findOrderDetails', `node(id: "${globalIdOf('Order', PICKED_UP)}")`, 'id'),
  'Query.viewer': 'tells who asks',
  'Query.consumer': root('findConsumer', `consumer(id: "${consumerId}")`, 'email'),
  'Query.consumers': root('listConsumers', 'consumers(first: 2)', 'nodes { id }', 'sam'),
  'Query.restaurant': root('findRestaurant', RESTAURANT, 'name', 'anonymous'),
  'Query.restaurants': root('listRestaurants', 'restaurants(first: 2)', 'edges { node { id } }', 'anonymous'),
  'Query.menu': root('findMenu', `menu(restaurantId: "${restaurantId}")`, 'items { name }', 'anonymous'),
  'Query.menuItem': root('findMenuItem', `menuItem(${dish})`, 'name', 'anonymous'),
  'Query.menuImport': root(
    'findMenuImport',
    `menuImport(restaurantId: "${restaurantId}", menuImportId: $menuImportId)`,
    'state',
    'luigi',
  ),
  'Query.photo': root('findPhoto', `photo(${dish})`, 'byteLength', 'anonymous'),
  'Query.basket': root('findBasket', `basket(consumerId: "${consumerId}", restaurantId: "${restaurantId}")`, 'version'),
  'Query.order': root('findOrderDetails', ORDER, 'state restaurant { name } bill { total { amount } }'),
  'Query.orders': root('listOrders', 'orders(first: 3)', 'nodes { state ticket { state } }'),
  'Query.orderHistory': root('listOrderHistory', `orderHistory(consumerId: "${consumerId}")`, 'nodes { state }'),
  'Query.ticket': root('findTicket', `ticket(orderId: "${PICKED_UP}")`, 'state'),
  'Query.tickets': root('listTickets', 'tickets(first: 3)', 'nodes { state }', 'luigi'),
  'Query.delivery': root('findDelivery', DELIVERY, 'state'),
  'Query.deliveries': root('listDeliveries', 'deliveries(first: 3)', 'nodes { state }', 'dana'),
  'Query.track': root('findTrack', `track(orderId: "${PICKED_UP}")`, 'nodes { lat }'),
  'Query.courier': root('findCourier', `courier(id: "${courierId}")`, 'name'),
  'Query.couriers': root('listCouriers', 'couriers(first: 2)', 'nodes { name }', 'sam'),
  'Query.bill': root('findBill', `bill(orderId: "${PICKED_UP}")`, 'paymentState'),

  'Mutation.registerConsumer': 'changes something',
  'Mutation.updateConsumer': 'changes something',
  'Mutation.openRestaurant': 'changes something',
  'Mutation.updateRestaurant': 'changes something',
  'Mutation.replaceMenu': 'changes something',
  'Mutation.updateMenuItem': 'changes something',
  'Mutation.importMenu': 'changes something',
  'Mutation.setPhoto': 'changes something',
  'Mutation.deletePhoto': 'changes something',
  'Mutation.addToBasket': 'changes something',
  'Mutation.setBasketLine': 'changes something',
  'Mutation.clearBasket': 'changes something',
  'Mutation.checkoutBasket': 'changes something',
  'Mutation.placeOrder': 'changes something',
  'Mutation.reviseOrder': 'changes something',
  'Mutation.cancelOrder': 'changes something',
  'Mutation.acceptTicket': 'changes something',
  'Mutation.acceptTickets': 'changes something',
  'Mutation.rejectTicket': 'changes something',
  'Mutation.startPreparing': 'changes something',
  'Mutation.finishPreparing': 'changes something',
  'Mutation.assignCourier': 'changes something',
  'Mutation.notePickedUp': 'changes something',
  'Mutation.noteDelivered': 'changes something',
  'Mutation.reportLocation': 'changes something',
  'Mutation.setOnDuty': 'changes something',
  'Mutation.refundBill': 'changes something',

  'Subscription.orderEvents': 'told on a stream',
  'OrderStateChanged.order': 'told on a stream',

  'Order.id': 'at hand with its object',
  'Order.orderId': 'at hand with its object',
  'Order.availableActions': 'at hand with its object',
  'Order.consumer': inPayload('consumer'),
  'Order.restaurant': inPayload('restaurant'),
  'Order.ticket': inPayload('ticket'),
  'Order.delivery': inPayload('delivery'),
  'Order.bill': inPayload('bill'),

  'Restaurant.id': 'at hand with its object',
  'Restaurant.restaurantId': 'at hand with its object',
  'Restaurant.availableActions': 'at hand with its object',
  'Restaurant.menu': below(RESTAURANT, ['menu'], 'findMenu', 'name menu { items { id } } open', 'anonymous'),
  'Restaurant.menuImport': below(
    RESTAURANT,
    ['menuImport'],
    'findMenuImport',
    'name menuImport(id: $menuImportId) { state }',
    'luigi',
  ),

  'Menu.id': 'at hand with its object',
  'Menu.items': 'at hand with its object',
  'Menu.availableActions': 'at hand with its object',
  'MenuItem.id': 'at hand with its object',
  'MenuItem.menuItemId': 'at hand with its object',
  'MenuItem.photo': 'at hand with its object',
  'MenuItem.availableActions': 'at hand with its object',
  'Photo.data': below(`menuItem(${dish})`, ['photo', 'data'], 'findPhoto', 'name photo { byteLength data }'),
  'MenuImport.id': 'at hand with its object',
  'MenuImport.menuImportId': 'at hand with its object',
  'MenuImport.lines': 'at hand with its object',

  'Viewer.consumer': below('viewer', ['consumer'], 'findConsumer', 'role consumer { email }'),
  'Viewer.restaurant': below('viewer', ['restaurant'], 'findRestaurant', 'role restaurant { name }', 'luigi'),
  'Viewer.courier': below('viewer', ['courier'], 'findCourier', 'role courier { name }', 'dana'),

  'Consumer.id': 'at hand with its object',
  'Consumer.consumerId': 'at hand with its object',
  'Consumer.availableActions': 'at hand with its object',
  'Consumer.orders': below(
    `consumer(id: "${consumerId}")`,
    ['orders'],
    'listOrders',
    'email orders(first: 2) { nodes { state } } name { last }',
  ),

  'Basket.id': 'at hand with its object',
  'Basket.availableActions': 'at hand with its object',

  'Ticket.id': 'at hand with its object',
  'Ticket.availableActions': 'at hand with its object',
  'Ticket.order': below(`ticket(orderId: "${PICKED_UP}")`, ['order'], 'findOrderDetails', 'state order { state }'),

  'Delivery.id': 'at hand with its object',
  'Delivery.availableActions': 'at hand with its object',
  'Delivery.courier': below(DELIVERY, ['courier'], 'findCourier', 'state courier { name } courierPhone'),
  'Delivery.order': below(DELIVERY, ['order'], 'findOrderDetails', 'state order { state } courierPhone'),
  'Delivery.track': below(DELIVERY, ['track'], 'findTrack', 'state track(first: 2) { nodes { lat } } courierPhone'),

  'Courier.id': 'at hand with its object',
  'Courier.courierId': 'at hand with its object',
  'Courier.currentDelivery': below(
    `courier(id: "${courierId}")`,
    ['currentDelivery'],
    'findDelivery',
    'name currentDelivery { state } vehicle',
    'dana',
  ),
  'Courier.availableActions': 'at hand with its object',

  'Bill.id': 'at hand with its object',
  'Bill.availableActions': 'at hand with its object',
  'Bill.order': below(`bill(orderId: "${PICKED_UP}")`, ['order'], 'findOrderDetails', 'paymentState order { state }'),
} as const satisfies Record<ResolvedField, ReadingField | NotReading>;

/** How long a list is: no resolver class answers it, and it is a read of its own all the same. */
const counted = (list: string, read: ReadName, as: AskedBy = 'sam'): ReadingField =>
  below(list, ['totalCount'], read, 'totalCount nodes { __typename } pageInfo { hasNextPage }', as);

/** By connection type: every one that has a `totalCount`. */
export const COUNTED_LISTS: Readonly<Record<`${string}Connection`, ReadingField>> = {
  OrderConnection: counted('orders(first: 2)', 'countOrders', 'ann'),
  OrderHistoryConnection: counted(`orderHistory(consumerId: "${consumerId}", first: 2)`, 'countOrders', 'ann'),
  TicketConnection: counted('tickets(first: 2)', 'countTickets', 'luigi'),
  DeliveryConnection: counted('deliveries(first: 2)', 'countDeliveries'),
  CourierConnection: counted('couriers(first: 2)', 'countCouriers'),
  ConsumerConnection: counted('consumers(first: 2)', 'countConsumers'),
  RestaurantConnection: counted('restaurants(first: 2)', 'countRestaurants', 'anonymous'),
};

const all: Readonly<Record<string, ReadingField | NotReading>> = READING_FIELDS;

export const READING: readonly (readonly [string, ReadingField])[] = [
  ...Object.entries(all).flatMap(([field, reading]) =>
    typeof reading === 'string' ? [] : [[field, reading] as const],
  ),
  ...Object.entries(COUNTED_LISTS).map(([type, field]) => [`${type}.totalCount`, field] as const),
];
