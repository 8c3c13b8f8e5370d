import type { Page, RestaurantSummary, RestaurantView } from '@rungs/application';
import { type Actor, MAX_CUISINE_CHARACTERS, MAX_RESTAURANT_NAME_CHARACTERS, type Restaurant } from '@rungs/domain';
import * as plain from '@rungs/json';
import { address, conditions, field, idempotencyKey, location, yesOrNo } from '../fields.ts';
import { form, formsFor, type FormProperty, type Forms } from '../forms.ts';
import { type Hal, halPage, link, offers } from '../hal.ts';
import { uris } from '../level.ts';

/** The restaurant with the form for its staff to change it. */
export function representRestaurant(restaurant: RestaurantView, actor: Actor): Hal<plain.RestaurantJson> {
  return { ...representRestaurantItem(restaurant, actor), _templates: restaurantForms(restaurant) };
}

/** The restaurant as an item of a list: with links, without forms. */
function representRestaurantItem(restaurant: RestaurantView, actor: Actor): Hal<plain.RestaurantJson> {
  const { id: restaurantId, actions } = restaurant;
  const { self, ...others } = restaurantLinks(restaurant, actor);
  return {
    ...plain.representRestaurant(restaurant),
    _links: {
      self,
      ...others,
      // Whose orders and tickets they are, they are to manage.
      ...(actions.length > 0 && {
        'rungs:orders': link(uris.href('orders', { restaurantId })),
        'rungs:tickets': link(uris.href('tickets', { restaurantId })),
      }),
    },
  };
}

/** As a part of an order's details. */
export function representRestaurantSummary(restaurant: RestaurantSummary, actor: Actor): Hal {
  return { ...plain.representRestaurantSummary(restaurant), _links: restaurantLinks(restaurant, actor) };
}

function restaurantLinks({ id: restaurantId, open }: { id: string; open: boolean }, actor: Actor): Hal['_links'] {
  return {
    self: link(uris.href('restaurant', { restaurantId })),
    collection: link(uris.href('restaurants', {})),
    'rungs:menu': link(uris.href('menu', { restaurantId })),
    // The way to order: not shown where nothing can be ordered now.
    ...(actor.role === 'consumer' &&
      open && { 'rungs:basket': link(uris.href('basket', { consumerId: actor.consumerId, restaurantId })) }),
  };
}

function restaurantForms({ id: restaurantId, version, actions, ...held }: RestaurantView): Forms {
  return formsFor(actions, {
    updateRestaurant: () =>
      form('PATCH', uris.href('restaurant', { restaurantId }), 'Change the restaurant', [
        ...restaurantFields(held),
        ...conditions(version),
      ]),
  });
}

function restaurantFields(held: Partial<Restaurant>, required?: true): readonly FormProperty[] {
  const { name, cuisine, open } = held;
  return [
    field('name', 'Name', { required, minLength: 1, maxLength: MAX_RESTAURANT_NAME_CHARACTERS, value: name }),
    field('cuisine', 'Cuisine', { required, minLength: 1, maxLength: MAX_CUISINE_CHARACTERS, value: cuisine }),
    ...address('address.', 'Address', held.address, required),
    ...location('location.', held.location, required),
    yesOrNo('open', 'Open now', { value: open ?? false }),
  ];
}

/** For those who may open one with the form to do so. */
export function representRestaurants(page: Page<RestaurantView>, url: string, actor: Actor): Hal {
  const items = page.items.map((restaurant) => representRestaurantItem(restaurant, actor));
  const list = halPage(url, page, uris.template('restaurants'), items);
  return offers(actor, 'openRestaurant') ? { ...list, _templates: openingForm() } : list;
}

function openingForm(): Forms {
  return {
    openRestaurant: form('POST', uris.href('restaurants', {}), 'Open a restaurant', [
      ...restaurantFields({}, true),
      field('currency', 'Currency of all its prices (ISO 4217)', { required: true, regex: '^[A-Z]{3}$' }),
      idempotencyKey(),
    ]),
  };
}
