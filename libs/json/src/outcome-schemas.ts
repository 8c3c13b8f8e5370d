import type { OperationName } from '@rungs/application';
import type { z } from 'zod';
import { bill } from './accounting/accounting.schema.ts';
import { basket } from './basket/basket.schema.ts';
import { consumer } from './consumer/consumer.schema.ts';
import { courier, delivery, locationPing } from './delivery/delivery.schema.ts';
import { ticket, ticketAcceptances } from './kitchen/kitchen.schema.ts';
import { order, orderDetails, orderHistoryEntry } from './order/order.schema.ts';
import type { OutcomesJson } from './outcomes.ts';
import { pageOf } from './outcome-members.ts';
import { menu, menuImport, menuItem, photo, restaurant } from './restaurant/restaurant.schema.ts';
import type { Same } from './same.ts';

/** What each operation answers, as schemas. */
export const OUTCOME_SCHEMAS = {
  getConsumer: consumer,
  listConsumers: pageOf('ConsumerPage', 'consumers', consumer),
  registerConsumer: consumer,
  updateConsumer: consumer,

  getRestaurant: restaurant,
  listRestaurants: pageOf('RestaurantPage', 'restaurants', restaurant),
  openRestaurant: restaurant,
  updateRestaurant: restaurant,
  getMenu: menu,
  replaceMenu: menu,
  getMenuItem: menuItem,
  updateMenuItem: menuItem,
  importMenu: menuImport,
  getMenuImport: menuImport,
  getPhoto: photo,
  setPhoto: menuItem,
  deletePhoto: menuItem,

  getBasket: basket,
  addToBasket: basket,
  setBasketLine: basket,
  clearBasket: basket,
  checkoutBasket: order,

  getOrder: order,
  listOrders: pageOf('OrderPage', 'orders', order),
  getOrderDetails: orderDetails,
  listOrderHistory: pageOf('OrderHistoryPage', 'lines of a history', orderHistoryEntry),
  placeOrder: order,
  reviseOrder: order,
  cancelOrder: order,

  getTicket: ticket,
  listTickets: pageOf('TicketPage', 'tickets', ticket),
  acceptTicket: ticket,
  rejectTicket: ticket,
  startPreparing: ticket,
  finishPreparing: ticket,
  acceptTickets: ticketAcceptances,

  getDelivery: delivery,
  listDeliveries: pageOf('DeliveryPage', 'deliveries', delivery),
  getTrack: pageOf('TrackPage', 'reports of where the courier was', locationPing),
  assignCourier: delivery,
  notePickedUp: delivery,
  noteDelivered: delivery,
  reportLocation: locationPing,
  getCourier: courier,
  listCouriers: pageOf('CourierPage', 'couriers', courier),
  setOnDuty: courier,

  getBill: bill,
  refundBill: bill,
} as const satisfies Record<OperationName, z.ZodType>;

type SchemaOf<N extends OperationName> = z.infer<(typeof OUTCOME_SCHEMAS)[N]>;

/** An outcome that its schema does not describe, or not as it is, is a type error here. */
({}) satisfies { readonly [N in OperationName as Same<SchemaOf<N>, OutcomesJson[N]> extends true ? never : N]: never };
