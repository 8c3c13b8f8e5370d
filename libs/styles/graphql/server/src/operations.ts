import type { OperationName } from '@rungs/application';
import type { Mutation, Query } from './types.generated.ts';

type RootField = `Query.${Exclude<keyof Query, '__typename'>}` | `Mutation.${Exclude<keyof Mutation, '__typename'>}`;

/** The field of the schema that answers each operation. An operation without its line is a type error here. */
export const FIELD_OF = {
  getConsumer: 'Query.consumer',
  listConsumers: 'Query.consumers',
  registerConsumer: 'Mutation.registerConsumer',
  updateConsumer: 'Mutation.updateConsumer',

  getRestaurant: 'Query.restaurant',
  listRestaurants: 'Query.restaurants',
  openRestaurant: 'Mutation.openRestaurant',
  updateRestaurant: 'Mutation.updateRestaurant',
  getMenu: 'Query.menu',
  replaceMenu: 'Mutation.replaceMenu',
  getMenuItem: 'Query.menuItem',
  updateMenuItem: 'Mutation.updateMenuItem',
  importMenu: 'Mutation.importMenu',
  getMenuImport: 'Query.menuImport',
  getPhoto: 'Query.photo',
  setPhoto: 'Mutation.setPhoto',
  deletePhoto: 'Mutation.deletePhoto',

  getBasket: 'Query.basket',
  addToBasket: 'Mutation.addToBasket',
  setBasketLine: 'Mutation.setBasketLine',
  clearBasket: 'Mutation.clearBasket',
  checkoutBasket: 'Mutation.checkoutBasket',

  getOrder: 'Query.order',
  listOrders: 'Query.orders',
  // The same field: what is selected below it says how much of the order is asked for.
  getOrderDetails: 'Query.order',
  listOrderHistory: 'Query.orderHistory',
  placeOrder: 'Mutation.placeOrder',
  reviseOrder: 'Mutation.reviseOrder',
  cancelOrder: 'Mutation.cancelOrder',

  getTicket: 'Query.ticket',
  listTickets: 'Query.tickets',
  acceptTicket: 'Mutation.acceptTicket',
  rejectTicket: 'Mutation.rejectTicket',
  startPreparing: 'Mutation.startPreparing',
  finishPreparing: 'Mutation.finishPreparing',
  acceptTickets: 'Mutation.acceptTickets',

  getDelivery: 'Query.delivery',
  listDeliveries: 'Query.deliveries',
  getTrack: 'Query.track',
  assignCourier: 'Mutation.assignCourier',
  notePickedUp: 'Mutation.notePickedUp',
  noteDelivered: 'Mutation.noteDelivered',
  reportLocation: 'Mutation.reportLocation',
  getCourier: 'Query.courier',
  listCouriers: 'Query.couriers',
  setOnDuty: 'Mutation.setOnDuty',

  getBill: 'Query.bill',
  refundBill: 'Mutation.refundBill',
} as const satisfies Record<OperationName, RootField>;

type FieldOn<Root extends 'Query' | 'Mutation'> = {
  [N in OperationName]: (typeof FIELD_OF)[N] extends `${Root}.${infer Field}` ? Field : never;
}[OperationName];

/** The fields of a root that answer the operations, each once. */
export function operationFieldsOf<Root extends 'Query' | 'Mutation'>(root: Root): readonly FieldOn<Root>[] {
  const names = Object.values(FIELD_OF).flatMap((field) => {
    const [on, name] = field.split('.');
    return on === root ? [name] : [];
  });
  return [...new Set(names)] as FieldOn<Root>[];
}
