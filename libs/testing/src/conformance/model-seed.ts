import { makeSeedData } from '@rungs/persistence';
import type { ModelCase, ModelState } from './model.ts';

/** A model in the state of a database that was just seeded. */
export function seededModel(): ModelState {
  const { world, orders } = makeSeedData({ size: 'small' });
  const cases = new Map<string, ModelCase>();
  for (const { orderCase, pings } of orders.cases()) {
    const { order, ticket, delivery, bill, cancelledBy } = orderCase;
    cases.set(order.id, { order, ticket, delivery, bill, lastLocation: pings.at(-1), cancelledBy });
  }
  return {
    consumers: new Map(world.residents.map(({ consumer }) => [consumer.id, consumer])),
    restaurants: new Map(world.kitchens.map(({ restaurant }) => [restaurant.id, restaurant])),
    menus: new Map(world.kitchens.map(({ restaurant, menu }) => [restaurant.id, [...menu]])),
    couriers: new Map(orders.couriers.map((courier) => [courier.id, courier])),
    cases,
    baskets: new Map(),
    kept: new Map(),
  };
}
