import { makeSeedData } from '@rungs/persistence';
import type { ModelCase, ModelState } from './model-state.ts';

/** Made once: the model replaces things and never changes them. */
let seed: ReturnType<typeof makeSeed> | undefined;

function makeSeed() {
  const { world, orders } = makeSeedData({ size: 'small' });
  return { world, couriers: orders.couriers, cases: [...orders.cases()] };
}

/** A model in the state of a database that was just seeded. */
export function seededModel(): ModelState {
  const { world, couriers, cases: seeded } = (seed ??= makeSeed());
  const cases = new Map<string, ModelCase>();
  for (const { orderCase, pings } of seeded) {
    const { order, ticket, delivery, bill, cancelledBy } = orderCase;
    cases.set(order.id, { order, ticket, delivery, bill, track: pings, cancelledBy });
  }
  return {
    consumers: new Map(world.residents.map(({ consumer }) => [consumer.id, consumer])),
    restaurants: new Map(world.kitchens.map(({ restaurant }) => [restaurant.id, restaurant])),
    menus: new Map(world.kitchens.map(({ restaurant, menu }) => [restaurant.id, menu])),
    photos: new Map(world.photos),
    imports: new Map(),
    couriers: new Map(couriers.map((courier) => [courier.id, courier])),
    cases,
    baskets: new Map(),
    kept: new Map(),
  };
}
