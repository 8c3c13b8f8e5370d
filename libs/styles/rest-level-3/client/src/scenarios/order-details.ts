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
import { entryPoint } from '../walker.ts';
import { embeddedIn, get, headersFor, hrefOf, membersOf, resourceOf, type Resource } from '../hypermedia.ts';

/** What the list of orders leaves a client with: links. */
export interface OrderLinks {
  readonly orderHref: string;
  readonly detailsHref: string;
}

interface Step {
  readonly n: number;
  readonly resource: Resource;
}

async function arrive(options: ClientOptions, { orderId }: OrderDetailsTask): Promise<OrderLinks> {
  const home = await get(options, entryPoint(options));
  const order = await get(options, offered(home, 'rungs:order', { orderId }));
  return { orderHref: offered(order, 'self'), detailsHref: offered(order, 'rungs:order-details') };
}

async function granular(context: ProgramContext, { orderHref }: OrderLinks): Promise<OrderDetailsScreen> {
  const read = async (label: string, dependsOn: readonly number[], url: string): Promise<Step> => {
    const { n, response } = await context.asking.fetch(label, dependsOn, url, { headers: headersFor(context) });
    return { n, resource: await resourceOf(url, response) };
  };
  const follow = ({ n, resource }: Step, label: string): Promise<Step> =>
    read(label, [n], offered(resource, `rungs:${label}`));

  // Nothing can be asked before the order has said where its parts are.
  const order = await read('order', [], orderHref);
  const delivery = follow(order, 'delivery');
  const courier = delivery.then((step) =>
    hrefOf(step.resource, 'rungs:courier') === undefined ? undefined : follow(step, 'courier'),
  );
  const [ticket, bill, consumer, restaurant] = ['ticket', 'bill', 'consumer', 'restaurant'].map((part) =>
    follow(order, part),
  ) as [Promise<Step>, Promise<Step>, Promise<Step>, Promise<Step>];
  const by = await courier;
  return orderDetailsScreen({
    order: membersOf<OrderJson>(order.resource),
    ticket: membersOf<TicketJson>((await ticket).resource),
    delivery: membersOf<DeliveryJson>((await delivery).resource),
    bill: membersOf<BillJson>((await bill).resource),
    consumer: membersOf<ConsumerJson>((await consumer).resource),
    restaurant: membersOf<RestaurantJson>((await restaurant).resource),
    courier: by && membersOf<CourierJson>(by.resource),
  });
}

async function purposeBuilt(context: ProgramContext, { detailsHref }: OrderLinks): Promise<OrderDetailsScreen> {
  const { response } = await context.asking.fetch('details', [], detailsHref, { headers: headersFor(context) });
  const details = await resourceOf(detailsHref, response);
  const part = <T>(relation: string): T => {
    const [embedded] = embeddedIn(details, relation);
    if (embedded === undefined)
      throw new UnexpectedAnswerError(`The details lack ${relation}, which the screen shows.`);
    return membersOf<T>(embedded);
  };
  const [courier] = embeddedIn(details, 'rungs:courier');
  return orderDetailsScreen({
    order: part<OrderJson>('rungs:order'),
    ticket: part<TicketJson>('rungs:ticket'),
    delivery: part<DeliveryJson>('rungs:delivery'),
    bill: part<BillJson>('rungs:bill'),
    consumer: part<ConsumerJson>('rungs:consumer'),
    restaurant: part<OrderDetailsParts['restaurant']>('rungs:restaurant'),
    courier: courier && membersOf<CourierJson>(courier),
  });
}

function offered(resource: Resource, relation: string, variables = {}): string {
  const href = hrefOf(resource, relation, variables);
  if (href === undefined) throw new UnexpectedAnswerError(`There is no link ${relation}.`);
  return href;
}

export const orderDetailsPrograms: ScenarioPrograms<OrderDetailsTask, OrderLinks, OrderDetailsScreen> = {
  arrive,
  granular,
  composed: {
    notApplicable:
      'a client cannot ask for parts to be embedded: only the details that were made for this screen embed them',
  },
  'purpose-built': purposeBuilt,
};
