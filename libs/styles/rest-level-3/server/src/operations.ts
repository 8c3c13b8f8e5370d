import type { OperationName } from '@rungs/application';
import { handledBy, type NotOffered, type OperationHandler } from '@rungs/http';
import type { OutcomesJson, PageJson } from '@rungs/json';
import { AccountingController } from './accounting/accounting.controller.ts';
import { BasketController } from './basket/basket.controller.ts';
import { ConsumerController } from './consumer/consumer.controller.ts';
import { DeliveryController } from './delivery/delivery.controller.ts';
import type { Hal, HalPart } from './hal.ts';
import { KitchenController } from './kitchen/kitchen.controller.ts';
import { OrderController } from './order/order.controller.ts';
import { PhotoController, PhotoFormsController } from './restaurant/photo.controller.ts';
import { RestaurantController } from './restaurant/restaurant.controller.ts';

/** Plain JSON with controls; what is a list, or has one, embeds it. */
type AnswerOf<Outcome> = Outcome extends PageJson<unknown> | { readonly items: unknown }
  ? Hal
  : HalPart<Outcome & object>;

interface Answers extends Omit<
  { readonly [N in OperationName]: AnswerOf<OutcomesJson[N]> },
  'getPhoto' | 'getOrderDetails' | 'acceptTickets'
> {
  /** The bytes; their type is in a header field. */
  getPhoto: Buffer;
  /** The parts are embedded. */
  getOrderDetails: Hal;
  acceptTickets: HalPart;
}

/** The operations for which no form can be offered. */
interface Exceptions {
  placeOrder: NotOffered;
}

export type OperationHandlers = Exceptions & {
  readonly [N in Exclude<OperationName, keyof Exceptions>]: OperationHandler<Answers[N]>;
};

/** Which handler does each operation. One that is missing, or answers something else, does not compile. */
export const OPERATION_HANDLERS = {
  getConsumer: handledBy(ConsumerController, 'get'),
  listConsumers: handledBy(ConsumerController, 'list'),
  registerConsumer: handledBy(ConsumerController, 'register'),
  updateConsumer: handledBy(ConsumerController, 'update'),

  getRestaurant: handledBy(RestaurantController, 'get'),
  listRestaurants: handledBy(RestaurantController, 'list'),
  openRestaurant: handledBy(RestaurantController, 'open'),
  updateRestaurant: handledBy(RestaurantController, 'update'),
  getMenu: handledBy(RestaurantController, 'menu'),
  replaceMenu: handledBy(RestaurantController, 'putMenu'),
  getMenuItem: handledBy(RestaurantController, 'menuItem'),
  updateMenuItem: handledBy(RestaurantController, 'patchMenuItem'),
  importMenu: handledBy(RestaurantController, 'startImport'),
  getMenuImport: handledBy(RestaurantController, 'menuImport'),
  getPhoto: handledBy(PhotoController, 'get'),
  setPhoto: handledBy(PhotoFormsController, 'put'),
  deletePhoto: handledBy(PhotoFormsController, 'remove'),

  getBasket: handledBy(BasketController, 'get'),
  addToBasket: handledBy(BasketController, 'add'),
  setBasketLine: handledBy(BasketController, 'setLine'),
  clearBasket: handledBy(BasketController, 'clear'),
  checkoutBasket: handledBy(BasketController, 'checkout'),

  getOrder: handledBy(OrderController, 'get'),
  listOrders: handledBy(OrderController, 'list'),
  getOrderDetails: handledBy(OrderController, 'details'),
  listOrderHistory: handledBy(OrderController, 'history'),
  placeOrder: { notOffered: 'a form is flat and an order’s lines are not: it is placed by basket and checkout' },
  reviseOrder: handledBy(OrderController, 'revise'),
  cancelOrder: handledBy(OrderController, 'cancel'),

  getTicket: handledBy(KitchenController, 'ticket'),
  listTickets: handledBy(KitchenController, 'tickets'),
  acceptTicket: handledBy(KitchenController, 'accept'),
  rejectTicket: handledBy(KitchenController, 'reject'),
  startPreparing: handledBy(KitchenController, 'prepare'),
  finishPreparing: handledBy(KitchenController, 'finish'),
  acceptTickets: handledBy(KitchenController, 'acceptSeveral'),

  getDelivery: handledBy(DeliveryController, 'delivery'),
  listDeliveries: handledBy(DeliveryController, 'deliveries'),
  getTrack: handledBy(DeliveryController, 'track'),
  assignCourier: handledBy(DeliveryController, 'assign'),
  notePickedUp: handledBy(DeliveryController, 'pickUp'),
  noteDelivered: handledBy(DeliveryController, 'dropOff'),
  reportLocation: handledBy(DeliveryController, 'report'),
  getCourier: handledBy(DeliveryController, 'courier'),
  listCouriers: handledBy(DeliveryController, 'couriers'),
  setOnDuty: handledBy(DeliveryController, 'setDuty'),

  getBill: handledBy(AccountingController, 'bill'),
  refundBill: handledBy(AccountingController, 'refund'),
} satisfies OperationHandlers;
