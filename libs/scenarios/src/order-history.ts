import { PERSONAS } from '@rungs/application';
import type { DeliveryJson, OrderHistoryEntryJson, OrderJson } from '@rungs/json';
import type { Scenario } from './scenario.ts';

export interface OrderHistoryTask {
  readonly consumerId: string;
  /** Orders on the screen. */
  readonly limit: number;
}

/** The list of past orders, newest first. */
export interface OrderHistoryScreen {
  readonly orders: readonly OrderHistoryRow[];
}

export interface OrderHistoryRow {
  readonly placedAt: string;
  readonly state: string;
  readonly restaurant: string;
  /** Dishes, counted by quantity. */
  readonly itemCount: number;
  readonly total: { readonly amount: number; readonly currency: string };
  readonly delivery: string;
}

export const orderHistoryScenario: Scenario<'order-history'> = {
  id: 'order-history',
  title: 'Order history',
  question: 'What do twenty rows cost, each of which names something that lies elsewhere?',
  holds: 'the consumer’s id; at level 3 the links that the previous screen gave',
  personas: ['ann', 'sam'],
  secondVisit: true,
  prepare: () => Promise.resolve({ consumerId: PERSONAS.ann.consumerId, limit: 20 }),
};

/** Of each thing, the members that a row reads. Both plain JSON and a GraphQL answer fit. */
export interface OrderHistoryParts {
  readonly order: Pick<OrderJson, 'placedAt' | 'state' | 'total'> & {
    readonly lineItems: readonly { readonly quantity: number }[];
  };
  readonly restaurant: { readonly name: string };
  readonly delivery: Pick<DeliveryJson, 'state'>;
}

/** A row put together from an order and what it names. */
export function orderHistoryRow({ order, restaurant, delivery }: OrderHistoryParts): OrderHistoryRow {
  return {
    placedAt: order.placedAt,
    state: order.state,
    restaurant: restaurant.name,
    itemCount: order.lineItems.reduce((sum, { quantity }) => sum + quantity, 0),
    total: { amount: order.total.amount, currency: order.total.currency },
    delivery: delivery.state,
  };
}

/** A row of the list that was made for this screen. */
export function orderHistoryRowOfEntry(
  entry: Omit<OrderHistoryEntryJson, 'orderId' | 'restaurantId'>,
): OrderHistoryRow {
  return {
    placedAt: entry.placedAt,
    state: entry.state,
    restaurant: entry.restaurantName,
    itemCount: entry.itemCount,
    total: { amount: entry.total.amount, currency: entry.total.currency },
    delivery: entry.deliveryState,
  };
}
