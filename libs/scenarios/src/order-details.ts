import { DEMO_ORDERS } from '@rungs/application';
import type {
  BillJson,
  ConsumerJson,
  CourierJson,
  DeliveryJson,
  OrderDetailsJson,
  OrderJson,
  TicketJson,
} from '@rungs/json';
import type { Scenario } from './scenario.ts';
import { UnexpectedAnswerError } from './style-client.ts';

export interface OrderDetailsTask {
  readonly orderId: string;
}

/** The order details screen: what a person sees, nothing more. */
export interface OrderDetailsScreen {
  readonly state: string;
  readonly placedAt: string;
  readonly dishes: readonly { readonly name: string; readonly quantity: number }[];
  readonly deliverTo: string;
  readonly consumer: string;
  readonly restaurant: string;
  readonly restaurantCity: string;
  readonly kitchen: string;
  readonly readyBy: string | null;
  readonly delivery: string;
  readonly estimatedAt: string | null;
  readonly courierAt: { readonly lat: number; readonly lon: number } | null;
  readonly courier: { readonly name: string; readonly vehicle: string } | null;
  readonly total: { readonly amount: number; readonly currency: string };
  readonly payment: string;
}

export const orderDetailsScenario: Scenario<'order-details'> = {
  id: 'order-details',
  title: 'Order details',
  question: 'What does a screen cost that shows one thing and the six that belong to it?',
  holds: 'the order’s id and nothing else of it; at level 3 one link, to the order or to its details',
  // The others may not see all of its parts.
  personas: ['ann', 'luigi', 'sam'],
  secondVisit: true,
  prepare: () => Promise.resolve({ orderId: DEMO_ORDERS.PICKED_UP }),
};

/** Of each thing, the members that the screen reads. Both plain JSON and a GraphQL answer fit. */
export interface OrderDetailsParts {
  readonly order: Pick<OrderJson, 'state' | 'placedAt'> & {
    readonly lineItems: readonly Pick<OrderJson['lineItems'][number], 'name' | 'quantity'>[];
    readonly deliveryAddress: Pick<OrderJson['deliveryAddress'], 'street' | 'city'>;
  };
  readonly consumer: Pick<ConsumerJson, 'name'>;
  readonly restaurant: { readonly name: string; readonly address: { readonly city: string } };
  readonly ticket: Pick<TicketJson, 'state'> & { readonly readyBy?: string | null };
  readonly delivery: Pick<DeliveryJson, 'state'> & {
    readonly estimatedAt?: string | null;
    readonly lastLocation?: { readonly lat: number; readonly lon: number } | null;
  };
  readonly courier?: Pick<CourierJson, 'name' | 'vehicle'> | null;
  readonly bill: Pick<BillJson, 'total' | 'paymentState'>;
}

/** The details with every part that the screen shows; whoever may not see one of them has no such screen. */
export function orderDetailsPartsOf(details: OrderDetailsJson): OrderDetailsParts {
  const { order, consumer, restaurant, ticket, delivery, courier, bill } = details;
  if (!consumer || !restaurant || !ticket || !delivery || !bill) {
    throw new UnexpectedAnswerError('The order details lack a part that this screen shows.');
  }
  return { order, consumer, restaurant, ticket, delivery, courier, bill };
}

/** The one builder of the screen, so that styles differ in how they ask and in nothing else. */
export function orderDetailsScreen(parts: OrderDetailsParts): OrderDetailsScreen {
  const { order, consumer, restaurant, ticket, delivery, courier, bill } = parts;
  const at = delivery.lastLocation;
  return {
    state: order.state,
    placedAt: order.placedAt,
    dishes: order.lineItems.map(({ name, quantity }) => ({ name, quantity })),
    deliverTo: `${order.deliveryAddress.street}, ${order.deliveryAddress.city}`,
    consumer: `${consumer.name.first} ${consumer.name.last}`,
    restaurant: restaurant.name,
    restaurantCity: restaurant.address.city,
    kitchen: ticket.state,
    readyBy: ticket.readyBy ?? null,
    delivery: delivery.state,
    estimatedAt: delivery.estimatedAt ?? null,
    courierAt: at ? { lat: at.lat, lon: at.lon } : null,
    courier: courier ? { name: courier.name, vehicle: courier.vehicle } : null,
    total: { amount: bill.total.amount, currency: bill.total.currency },
    payment: bill.paymentState,
  };
}
