import type {
  BillJson,
  ConsumerJson,
  CourierJson,
  DeliveryJson,
  OrderJson,
  RestaurantJson,
  TicketJson,
} from '@rungs/json';
import {
  orderDetailsScreen,
  UnexpectedAnswerError,
  type ClientOptions,
  type OrderDetailsParts,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { embeddedIn, hrefOf, type Resource } from '../hypermedia.ts';
import { offered, Walker } from '../walker.ts';
import { shown, Steps } from './steps.ts';

/**
 * What a message about an order leaves a client with, as its id does elsewhere: one link, for the program that wants the
 * order or for the one that wants its details. A list of orders would give away those to its parts as well.
 */
export interface OrderLinks {
  readonly orderHref: string;
  readonly detailsHref: string;
}

async function arrive(options: ClientOptions, { orderId }: OrderDetailsTask): Promise<OrderLinks> {
  const order = await new Walker(options).begin('getOrder', 'rungs:order', { orderId });
  return {
    orderHref: offered('getOrder', order, 'self'),
    detailsHref: offered('getOrderDetails', order, 'rungs:order-details'),
  };
}

async function granular(context: ProgramContext, { orderHref }: OrderLinks): Promise<OrderDetailsScreen> {
  const steps = new Steps(context);
  // Nothing can be asked before the order has said where its parts are.
  const order = await steps.open('order', orderHref);
  const delivery = steps.follow('delivery', order, 'getDelivery', 'rungs:delivery');
  const courier = delivery.then((step) =>
    hrefOf(step.resource, 'rungs:courier') === undefined
      ? undefined
      : steps.follow('courier', step, 'getCourier', 'rungs:courier'),
  );
  const [ticket, bill, consumer, restaurant, way, by] = await Promise.all([
    steps.follow('ticket', order, 'getTicket', 'rungs:ticket'),
    steps.follow('bill', order, 'getBill', 'rungs:bill'),
    steps.follow('consumer', order, 'getConsumer', 'rungs:consumer'),
    steps.follow('restaurant', order, 'getRestaurant', 'rungs:restaurant'),
    delivery,
    courier,
  ]);
  return orderDetailsScreen({
    order: shown<OrderJson>(order.resource),
    ticket: shown<TicketJson>(ticket.resource),
    delivery: shown<DeliveryJson>(way.resource),
    bill: shown<BillJson>(bill.resource),
    consumer: shown<ConsumerJson>(consumer.resource),
    restaurant: shown<RestaurantJson>(restaurant.resource),
    courier: by && shown<CourierJson>(by.resource),
  });
}

/** The order, and with it what its links lead to. */
async function composed(context: ProgramContext, { orderHref }: OrderLinks): Promise<OrderDetailsScreen> {
  const { resource } = await new Steps(context).open('order', orderHref, { wanted: PARTS });
  return screenOf(resource, resource);
}

async function purposeBuilt(context: ProgramContext, { detailsHref }: OrderLinks): Promise<OrderDetailsScreen> {
  const { resource } = await new Steps(context).open('details', detailsHref);
  return screenOf(partIn(resource, 'rungs:order'), resource);
}

/** The order, and the resource that its parts are embedded in. */
function screenOf(order: Resource, holder: Resource): OrderDetailsScreen {
  const part = <T>(relation: string): T => shown<T>(partIn(holder, relation));
  const [courier] = embeddedIn(holder, 'rungs:courier');
  return orderDetailsScreen({
    order: shown<OrderJson>(order),
    ticket: part<TicketJson>('rungs:ticket'),
    delivery: part<DeliveryJson>('rungs:delivery'),
    bill: part<BillJson>('rungs:bill'),
    consumer: part<ConsumerJson>('rungs:consumer'),
    restaurant: part<OrderDetailsParts['restaurant']>('rungs:restaurant'),
    courier: courier && shown<CourierJson>(courier),
  });
}

function partIn(holder: Resource, relation: string): Resource {
  const [embedded] = embeddedIn(holder, relation);
  if (!embedded) throw new UnexpectedAnswerError(`The answer lacks ${relation}, which the screen shows.`);
  return embedded;
}

const PARTS = [
  'rungs:ticket',
  'rungs:delivery',
  'rungs:bill',
  'rungs:consumer',
  'rungs:restaurant',
  'rungs:courier',
] as const;

export const orderDetailsPrograms: ScenarioPrograms<OrderDetailsTask, OrderLinks, OrderDetailsScreen> = {
  arrive,
  granular: { run: granular, knows: { addresses: [], names: PARTS, rules: [] } },
  composed: { run: composed, knows: { addresses: [], names: PARTS, rules: [] } },
  'purpose-built': { run: purposeBuilt, knows: { addresses: [], names: ['rungs:order', ...PARTS], rules: [] } },
};
