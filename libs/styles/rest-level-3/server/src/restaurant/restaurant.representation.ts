import type { Page, RestaurantView } from '@rungs/application';
import { type Actor, MAX_CUISINE_CHARACTERS, MAX_RESTAURANT_NAME_CHARACTERS, type Restaurant } from '@rungs/domain';
import * as plain from '@rungs/json';
import { address, conditions, field, idempotencyKey, location, yesOrNo } from '../fields.ts';
import type { Embedding } from '../embedding.ts';
import { form, formsFor, type FormProperty, type Forms } from '../forms.ts';
import { embeddedItems, type Hal, halPage, link, linkedItems, offers } from '../hal.ts';
import { uris } from '../level.ts';

/** The restaurant with the form for its staff to change it. */
export function representRestaurant(restaurant: RestaurantView, actor: Actor): Hal<plain.RestaurantJson> {
  const { id: restaurantId, open, actions } = restaurant;
  return {
    ...plain.representRestaurant(restaurant),
    _links: {
      self: link(uris.href('restaurant', { restaurantId })),
      collection: link(uris.href('restaurants', {})),
      'rungs:menu': link(uris.href('menu', { restaurantId })),
      // The way to order: not shown where nothing can be ordered now.
      ...(actor.role === 'consumer' &&
        open && { 'rungs:basket': link(uris.href('basket', { consumerId: actor.consumerId, restaurantId })) }),
      // Whose orders and tickets they are, they are to manage.
      ...(actions.length > 0 && {
        'rungs:orders': link(uris.href('orders', { restaurantId })),
        'rungs:tickets': link(uris.href('tickets', { restaurantId })),
      }),
    },
    _templates: restaurantForms(restaurant),
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
export function representRestaurants(
  page: Page<RestaurantView>,
  url: string,
  actor: Actor,
  embedding: Embedding<'item'>,
): Hal {
  const items = embedding.has('item')
    ? embeddedItems(page.items, (restaurant) => representRestaurant(restaurant, actor))
    : linkedItems(page.items, ({ id: restaurantId, name }) => link(uris.href('restaurant', { restaurantId }), name));
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
