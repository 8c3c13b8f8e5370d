import type { Actor, Basket, MenuItem, OrderLine, Restaurant } from '@rungs/domain';
import { expectVersion, refuse, whole, type AnswerOf, type ModelState } from './model-state.ts';
import { itemsOf } from './model-menus.ts';
import { cost, lineTotal } from './model-money.ts';
import { placed } from './model-placing.ts';

// Baskets: one per consumer and restaurant, priced when read.

interface Key {
  readonly consumerId: string;
  readonly restaurantId: string;
}

function find(state: ModelState, actor: Actor, { consumerId, restaurantId }: Key): Basket {
  const seen = actor.role === 'support' || (actor.role === 'consumer' && actor.consumerId === consumerId);
  const there = state.restaurants.has(restaurantId) && state.consumers.has(consumerId);
  if (!seen || !there) refuse('basket-not-found');
  return state.baskets.get(`${consumerId}/${restaurantId}`) ?? { consumerId, restaurantId, version: 0, lines: [] };
}

function toChange(state: ModelState, actor: Actor, key: Key): Basket {
  const basket = find(state, actor, key);
  return actor.role === 'consumer' ? basket : refuse('forbidden');
}

function orderable(state: ModelState, restaurantId: string, menuItemId: string): MenuItem {
  const item = itemsOf(state, restaurantId).find(({ id }) => id === menuItemId) ?? refuse('invalid-input');
  return item.available ? item : refuse('menu-item-unavailable');
}

/** A dish that left the menu left the baskets too. */
function linesOnMenu(state: ModelState, { lines, restaurantId }: Basket): readonly OrderLine[] {
  const menu = itemsOf(state, restaurantId);
  return lines.filter(({ menuItemId }) => menu.some(({ id }) => id === menuItemId));
}

function show(state: ModelState, basket: Basket): object {
  const { currency } = state.restaurants.get(basket.restaurantId) as Restaurant;
  const menu = itemsOf(state, basket.restaurantId);
  const lines = linesOnMenu(state, basket).map(({ menuItemId, quantity }) => {
    const { name, price: unitPrice, available } = menu.find(({ id }) => id === menuItemId) as MenuItem;
    const line = { menuItemId, name, unitPrice, quantity };
    return { ...line, total: lineTotal(line), available };
  });
  return { ...basket, lines, charges: cost(lines, currency) };
}

function keep(state: ModelState, basket: Basket, lines: readonly OrderLine[]): Basket {
  const kept = { ...basket, version: basket.version + 1, lines };
  state.baskets.set(`${basket.consumerId}/${basket.restaurantId}`, kept);
  return kept;
}

const getBasket: AnswerOf<'getBasket'> = (state, actor, key) => ({ outcome: show(state, find(state, actor, key)) });

const addToBasket: AnswerOf<'addToBasket'> = (state, actor, { menuItemId, quantity, ...key }) => {
  const basket = toChange(state, actor, key);
  if (!whole(quantity, 1, 99)) refuse('invalid-input');
  orderable(state, key.restaurantId, menuItemId);
  const held = basket.lines.find((line) => line.menuItemId === menuItemId);
  const sum = { menuItemId, quantity: quantity + (held?.quantity ?? 0) };
  if (sum.quantity > 99) refuse('invalid-input');
  const lines = held
    ? basket.lines.map((line) => (line.menuItemId === menuItemId ? sum : line))
    : [...basket.lines, sum];
  if (lines.length > 50) refuse('invalid-input');
  return { outcome: show(state, keep(state, basket, lines)) };
};

const setBasketLine: AnswerOf<'setBasketLine'> = (state, actor, { menuItemId, quantity, expectedVersion, ...key }) => {
  const basket = toChange(state, actor, key);
  const held = basket.lines.find((line) => line.menuItemId === menuItemId)?.quantity ?? 0;
  if (held === quantity) return { outcome: show(state, basket), again: true };
  expectVersion(expectedVersion, basket);
  if (!whole(quantity, 0, 99)) refuse('invalid-input');
  if (quantity > 0) orderable(state, key.restaurantId, menuItemId);
  const others = basket.lines.filter((line) => line.menuItemId !== menuItemId);
  const at = basket.lines.findIndex((line) => line.menuItemId === menuItemId);
  const lines = [...others];
  if (quantity > 0) lines.splice(at < 0 ? others.length : at, 0, { menuItemId, quantity });
  return { outcome: show(state, keep(state, basket, lines)) };
};

const clearBasket: AnswerOf<'clearBasket'> = (state, actor, { expectedVersion, ...key }) => {
  const basket = toChange(state, actor, key);
  if (basket.lines.length === 0) return { outcome: show(state, basket), again: true };
  expectVersion(expectedVersion, basket);
  return { outcome: show(state, keep(state, basket, [])) };
};

const checkoutBasket: AnswerOf<'checkoutBasket'> = (state, actor, { expectedVersion, ...input }) => {
  const basket = toChange(state, actor, input);
  const lines = linesOnMenu(state, basket);
  if (lines.length === 0) refuse('basket-empty');
  const restaurant = state.restaurants.get(input.restaurantId) as Restaurant;
  if (!restaurant.open) refuse('restaurant-closed');
  expectVersion(expectedVersion, basket);
  if (actor.role !== 'consumer') return refuse('forbidden');
  const answer = placed(state, actor, restaurant, { ...input, lines });
  keep(state, basket, []);
  return answer;
};

export const BASKET_ANSWERS = { getBasket, addToBasket, setBasketLine, clearBasket, checkoutBasket };
