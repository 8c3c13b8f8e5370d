import type { DeliveryJson, OrderHistoryEntryJson, OrderJson, RestaurantJson } from '@rungs/json';
import {
  NEWEST_FIRST,
  orderHistoryRow,
  orderHistoryRowOfEntry,
  UnexpectedAnswerError,
  type ClientOptions,
  type OrderHistoryScreen,
  type OrderHistoryTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { embeddedIn } from '../hypermedia.ts';
import { ITEMS, offered, Walker } from '../walker.ts';
import { shown, Steps, type Taken } from './steps.ts';

export interface HistoryLinks {
  readonly ordersHref: string;
  readonly historyHref: string;
}

/** The entry point's templates are for ids that one holds; how long a page is, one may say as well. */
async function arrive(options: ClientOptions, { consumerId, limit }: OrderHistoryTask): Promise<HistoryLinks> {
  const home = await new Walker(options).arrive();
  return {
    ordersHref: offered('listOrders', home, 'rungs:orders', { consumerId, limit }),
    historyHref: offered('listOrderHistory', home, 'rungs:order-history', { consumerId, limit }),
  };
}

async function granular(context: ProgramContext, { ordersHref }: HistoryLinks): Promise<OrderHistoryScreen> {
  const steps = new Steps(context);
  const list = await steps.open('orders', ordersHref, { wanted: ITEMS });
  const orders = embeddedIn(list.resource, 'item');
  // One orders where one has ordered before: each restaurant is asked for once …
  const placeHrefs = orders.map((order) => offered('getRestaurant', order, 'rungs:restaurant'));
  const places = new Map<string, Promise<Taken>>();
  for (const href of new Set(placeHrefs)) {
    places.set(href, steps.open(`restaurant ${places.size + 1}`, href, { dependsOn: [list.n] }));
  }
  // … but every order has a delivery of its own.
  const rows = orders.map(async (order, at) => {
    const way = steps.follow(`delivery ${at + 1}`, { ...list, resource: order }, 'getDelivery', 'rungs:delivery');
    const [place, delivery] = await Promise.all([places.get(placeHrefs[at] as string) as Promise<Taken>, way]);
    return orderHistoryRow({
      order: shown<OrderJson>(order),
      restaurant: shown<RestaurantJson>(place.resource),
      delivery: shown<DeliveryJson>(delivery.resource),
    });
  });
  return { orders: await Promise.all(rows) };
}

/** The list, and with each order what two of its links lead to. */
async function composed(context: ProgramContext, { ordersHref }: HistoryLinks): Promise<OrderHistoryScreen> {
  const { resource } = await new Steps(context).open('orders', ordersHref, { wanted: WITH_PARTS });
  return {
    orders: embeddedIn(resource, 'item').map((order) => {
      const [place] = embeddedIn(order, 'rungs:restaurant');
      const [delivery] = embeddedIn(order, 'rungs:delivery');
      if (!place || !delivery) throw new UnexpectedAnswerError('An order lacks a part that its row shows.');
      return orderHistoryRow({
        order: shown<OrderJson>(order),
        restaurant: shown<RestaurantJson>(place),
        delivery: shown<DeliveryJson>(delivery),
      });
    }),
  };
}

const WITH_PARTS = [...ITEMS, 'rungs:restaurant', 'rungs:delivery'];

async function purposeBuilt(context: ProgramContext, { historyHref }: HistoryLinks): Promise<OrderHistoryScreen> {
  const { resource } = await new Steps(context).open('history', historyHref);
  const entries = embeddedIn(resource, 'item').map(shown<OrderHistoryEntryJson>);
  return { orders: entries.map(orderHistoryRowOfEntry) };
}

export const orderHistoryPrograms: ScenarioPrograms<OrderHistoryTask, HistoryLinks, OrderHistoryScreen> = {
  arrive,
  granular: {
    run: granular,
    knows: { addresses: [], names: ['item', 'rungs:restaurant', 'rungs:delivery'], rules: [NEWEST_FIRST] },
  },
  composed: { run: composed, knows: { addresses: [], names: WITH_PARTS, rules: [NEWEST_FIRST] } },
  'purpose-built': { run: purposeBuilt, knows: { addresses: [], names: ['item'], rules: [] } },
};
