import { applyDecorators, Controller, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import type { OperationName } from '@rungs/application';
import { JsonOnly } from '@rungs/http';

/** All of level 1's interface: its resources, and the actions that each one takes. */
export const ACTIONS = {
  consumers: ['registerConsumer', 'listConsumers'],
  'consumers/:consumerId': ['getConsumer', 'updateConsumer'],
  'consumers/:consumerId/order-history': ['listOrderHistory'],
  'consumers/:consumerId/baskets/:restaurantId': [
    'getBasket',
    'addToBasket',
    'setBasketLine',
    'clearBasket',
    'checkoutBasket',
  ],
  restaurants: ['openRestaurant', 'listRestaurants'],
  'restaurants/:restaurantId': ['getRestaurant', 'updateRestaurant'],
  'restaurants/:restaurantId/menu': ['getMenu', 'replaceMenu'],
  'restaurants/:restaurantId/menu/:menuItemId': ['getMenuItem', 'updateMenuItem'],
  'restaurants/:restaurantId/menu/:menuItemId/photo': ['getPhoto', 'setPhoto', 'deletePhoto'],
  'restaurants/:restaurantId/menu-imports': ['importMenu'],
  'restaurants/:restaurantId/menu-imports/:menuImportId': ['getMenuImport'],
  orders: ['placeOrder', 'listOrders'],
  'orders/:orderId': ['getOrder', 'getOrderDetails', 'reviseOrder', 'cancelOrder'],
  'orders/:orderId/details': ['getOrderDetails'],
  'orders/:orderId/bill': ['getBill', 'refundBill'],
  tickets: ['listTickets', 'acceptTickets'],
  'tickets/:orderId': ['getTicket', 'acceptTicket', 'rejectTicket', 'startPreparing', 'finishPreparing'],
  deliveries: ['listDeliveries'],
  'deliveries/:orderId': ['getDelivery', 'assignCourier', 'notePickedUp', 'noteDelivered'],
  'deliveries/:orderId/track': ['getTrack', 'reportLocation'],
  couriers: ['listCouriers'],
  'couriers/:courierId': ['getCourier', 'setOnDuty'],
} as const satisfies Record<string, readonly OperationName[]>;

export type ResourcePath = keyof typeof ACTIONS;
/** The actions that the resource at a path takes. */
export type ActionAt<P extends ResourcePath> = (typeof ACTIONS)[P][number];

/** The operations that no resource of a table takes. */
export type Untaken<T extends Readonly<Record<string, readonly OperationName[]>>> = Exclude<
  OperationName,
  T[keyof T][number]
>;

/** Does not compile while no resource takes an operation; the error names it. */
type Complete<Missing extends never> = Missing;
export type EveryOperationIsTaken = Complete<Untaken<typeof ACTIONS>>;

/** Names the style: a controller of level 1. */
export function Level1(): ClassDecorator {
  return applyDecorators(Controller('level1'), UseGuards(JsonOnly));
}

/** One resource: a URI that takes POST and nothing else, and answers 200 to whatever could be read. */
export function Resource(path: ResourcePath): MethodDecorator {
  return applyDecorators(Post(path), HttpCode(200), Header('cache-control', 'no-store'));
}
