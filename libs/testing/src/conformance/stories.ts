import type { Story } from './scene.ts';
import { refunding } from './stories-accounting.ts';
import { signingInFirst } from './stories-anonymous.ts';
import { registering, updatingConsumers } from './stories-consumers.ts';
import { assigning, assigningByName, assigningNearest, duty, reporting, riding } from './stories-deliveries.ts';
import { accepting, acceptingSeveral, cooking, dispatching, rejecting } from './stories-kitchen.ts';
import { imports, photos, replacingMenus, updatingDishes } from './stories-menus.ts';
import { baskets, cancelling, lifeOfAnOrder, placing, placingOnce, revising } from './stories-orders.ts';
import { openingRestaurants, updatingRestaurants } from './stories-restaurants.ts';

/**
 * What the suite tells every style, each story in a freshly seeded world: success, every refusal, versions missing and
 * stale, steps repeated, keys used twice. `stories.spec.ts` counts what they reach.
 */
export const STORIES: Readonly<Record<string, Story>> = {
  'asks everybody to sign in for what is not for all': signingInFirst,
  'registers newcomers': registering,
  'updates consumers': updatingConsumers,
  'opens restaurants': openingRestaurants,
  'updates restaurants': updatingRestaurants,
  'replaces menus': replacingMenus,
  'updates dishes': updatingDishes,
  'shows and hides photos': photos,
  'imports menus, with a report for each line': imports,
  'keeps baskets up to the checkout': baskets,
  'places orders': placing,
  'places an order once for each idempotency key': placingOnce,
  'revises orders': revising,
  'cancels orders': cancelling,
  'accepts tickets': accepting,
  'accepts several tickets, each on its own': acceptingSeveral,
  'rejects tickets': rejecting,
  'cooks what was accepted': cooking,
  'gives each delivery to the nearest free courier, until there is none': dispatching,
  'assigns couriers to what waits': assigning,
  'assigns the courier that support names': assigningByName,
  'assigns the nearest courier': assigningNearest,
  'picks up and delivers': riding,
  'tracks deliveries': reporting,
  'lets couriers come on duty and go off': duty,
  'gives money back': refunding,
  'shows everybody the whole life of an order': lifeOfAnOrder,
};

/** Stories that a style without direct placing cannot tell: it places by basket, in several requests of several keys. */
export const DIRECT_PLACING: readonly string[] = ['places an order once for each idempotency key'];
