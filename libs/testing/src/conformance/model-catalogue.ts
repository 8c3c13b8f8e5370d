import type { Actor } from '@rungs/domain';
import type { AnswerOf, ModelCase, ModelState } from './model.ts';
import { refuse } from './model.ts';

// Consumers, restaurants, menus and couriers: what is there and who may see which part of it.

function ordersServedBy(state: ModelState, actor: Actor): ModelCase[] {
  return [...state.cases.values()].filter(({ order, delivery }) => {
    if (actor.role === 'restaurant') return order.restaurantId === actor.restaurantId;
    if (actor.role === 'courier') {
      return delivery.courierId === actor.courierId && ['SCHEDULED', 'PICKED_UP'].includes(delivery.state);
    }
    return false;
  });
}

const getConsumer: AnswerOf<'getConsumer'> = (state, actor, { consumerId }) => {
  const consumer = state.consumers.get(consumerId) ?? refuse('consumer-not-found');
  const { id, version, name } = consumer;
  if (actor.role === 'support') return { outcome: consumer };
  if (actor.role === 'consumer' && actor.consumerId === consumerId) return { outcome: consumer };
  const served = ordersServedBy(state, actor).some(({ order }) => order.consumerId === consumerId);
  return served ? { outcome: { id, version, name } } : refuse('consumer-not-found');
};

const getCourier: AnswerOf<'getCourier'> = (state, actor, { courierId }) => {
  const courier = state.couriers.get(courierId) ?? refuse('courier-not-found');
  const { id, version, name, vehicle } = courier;
  if (actor.role === 'support') return { outcome: courier };
  if (actor.role === 'courier') return actor.courierId === id ? { outcome: courier } : refuse('courier-not-found');
  const delivers = [...state.cases.values()].some(
    ({ order, delivery }) =>
      delivery.courierId === id &&
      ((actor.role === 'consumer' && order.consumerId === actor.consumerId) ||
        (actor.role === 'restaurant' && order.restaurantId === actor.restaurantId)),
  );
  return delivers ? { outcome: { id, version, name, vehicle } } : refuse('courier-not-found');
};

const getRestaurant: AnswerOf<'getRestaurant'> = (state, _actor, { restaurantId }) => ({
  outcome: state.restaurants.get(restaurantId) ?? refuse('restaurant-not-found'),
});

const getMenu: AnswerOf<'getMenu'> = (state, _actor, { restaurantId }) => {
  const restaurant = state.restaurants.get(restaurantId) ?? refuse('restaurant-not-found');
  return { outcome: { restaurantId, version: restaurant.version, items: state.menus.get(restaurantId) } };
};

const getMenuItem: AnswerOf<'getMenuItem'> = (state, _actor, { restaurantId, menuItemId }) => ({
  outcome: state.menus.get(restaurantId)?.find(({ id }) => id === menuItemId) ?? refuse('menu-item-not-found'),
});

const listRestaurants: AnswerOf<'listRestaurants'> = (state, _actor, { limit = 20, cuisine, open }) => {
  const listed = [...state.restaurants.values()]
    .filter((restaurant) => cuisine === undefined || restaurant.cuisine === cuisine)
    .filter((restaurant) => open === undefined || restaurant.open === open)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  return { outcome: { items: listed.slice(0, limit), hasNext: listed.length > limit } };
};

export const CATALOGUE_ANSWERS = { getConsumer, getCourier, getRestaurant, getMenu, getMenuItem, listRestaurants };
