import {
  applyDecorators,
  Controller,
  Header,
  HttpCode,
  Post,
  UnsupportedMediaTypeException,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { BuiltOperation } from '@rungs/application';
import type { FastifyRequest } from 'fastify';

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
} as const satisfies Record<string, readonly BuiltOperation[]>;

export type ResourcePath = keyof typeof ACTIONS;
/** The actions that the resource at a path takes. */
export type ActionAt<P extends ResourcePath> = (typeof ACTIONS)[P][number];

/** An operation that no resource takes makes this `false`, and the constant below a type error. */
type EveryOperationHasAResource = [Exclude<BuiltOperation, ActionAt<ResourcePath>>] extends [never] ? true : false;
export const EVERY_OPERATION_HAS_A_RESOURCE: EveryOperationHasAResource = true;

/** The shared parsers hand on XML as text, for the one style that speaks it. This one does not. */
class JsonOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (/^[^;]*xml/i.test(headers['content-type'] ?? '')) throw new UnsupportedMediaTypeException();
    return true;
  }
}

/** Names the style: a controller of level 1. */
export function Level1(): ClassDecorator {
  return applyDecorators(Controller('level1'), UseGuards(JsonOnly));
}

/** One resource: a URI that takes POST and nothing else, and answers 200 to whatever could be read. */
export function Resource(path: ResourcePath): MethodDecorator {
  return applyDecorators(Post(path), HttpCode(200), Header('cache-control', 'no-store'));
}
