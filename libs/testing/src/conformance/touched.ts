import type { OperationName, InputOf } from '@rungs/application';
import { question, type Question } from './ask.ts';
import type { ModelState } from './model-state.ts';

/** The ids under which two models hold different things. They share what neither has changed. */
function changed<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): string[] {
  return [...now.keys()].filter((id) => now.get(id) !== before.get(id));
}

/** What support asks to see everything that a story has changed: one read of each thing. */
export function readsOfTouched(before: ModelState, now: ModelState): readonly Question[] {
  const each = <N extends OperationName>(ids: readonly string[], operation: N, input: (id: string) => InputOf<N>) =>
    ids.map((id) => question(operation, input(id)));
  const parts = ['order', 'ticket', 'delivery', 'bill', 'track'] as const;
  const orderIds = [...now.cases.keys()].filter((id) =>
    parts.some((part) => now.cases.get(id)?.[part] !== before.cases.get(id)?.[part]),
  );
  const restaurantIds = [...changed(before.restaurants, now.restaurants), ...changed(before.menus, now.menus)];
  return [
    ...each(orderIds, 'getOrderDetails', (orderId) => ({ orderId })),
    ...each(orderIds, 'getTrack', (orderId) => ({ orderId })),
    ...each(changed(before.consumers, now.consumers), 'getConsumer', (consumerId) => ({ consumerId })),
    ...each(changed(before.couriers, now.couriers), 'getCourier', (courierId) => ({ courierId })),
    ...each([...new Set(restaurantIds)], 'getRestaurant', (restaurantId) => ({ restaurantId })),
    ...each([...new Set(restaurantIds)], 'getMenu', (restaurantId) => ({ restaurantId })),
    ...each(changed(before.baskets, now.baskets), 'getBasket', (key) => {
      const [consumerId = '', restaurantId = ''] = key.split('/');
      return { consumerId, restaurantId };
    }),
  ];
}
