import { applyDecorators, Controller, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import type { OperationName } from '@rungs/application';
import { JsonOnly } from '@rungs/http';

/** All of level 1's interface: its resources, and the actions that each one takes. */
export const ACTIONS = {
  orders: ['placeOrder', 'listOrders'],
  'orders/:orderId': ['getOrder', 'getOrderDetails', 'cancelOrder'],
  'orders/:orderId/details': ['getOrderDetails'],
  'orders/:orderId/bill': ['getBill'],
  restaurants: ['listRestaurants'],
  'restaurants/:restaurantId': ['getRestaurant'],
  'restaurants/:restaurantId/menu': ['getMenu'],
  'restaurants/:restaurantId/menu/:menuItemId': ['getMenuItem'],
  'consumers/:consumerId': ['getConsumer'],
  'consumers/:consumerId/order-history': ['listOrderHistory'],
  'consumers/:consumerId/baskets/:restaurantId': [
    'getBasket',
    'addToBasket',
    'setBasketLine',
    'clearBasket',
    'checkoutBasket',
  ],
  'tickets/:orderId': ['getTicket'],
  'deliveries/:orderId': ['getDelivery'],
  'couriers/:courierId': ['getCourier'],
} as const satisfies Record<string, readonly OperationName[]>;

export type ResourcePath = keyof typeof ACTIONS;
/** The actions that the resource at a path takes. */
export type ActionAt<P extends ResourcePath> = (typeof ACTIONS)[P][number];

/** An operation that no resource takes makes this `false`, and the constant below a type error. */
type EveryOperationHasAResource = [Exclude<OperationName, ActionAt<ResourcePath>>] extends [never] ? true : false;
export const EVERY_OPERATION_HAS_A_RESOURCE: EveryOperationHasAResource = true;

/** Names the style: a controller of level 1. */
export function Level1(): ClassDecorator {
  return applyDecorators(Controller('level1'), UseGuards(JsonOnly));
}

/** One resource: a URI that takes POST and nothing else, and answers 200 to whatever could be read. */
export function Resource(path: ResourcePath): MethodDecorator {
  return applyDecorators(Post(path), HttpCode(200), Header('cache-control', 'no-store'));
}
