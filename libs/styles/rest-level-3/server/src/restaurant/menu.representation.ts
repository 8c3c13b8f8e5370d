import { MAX_CSV_CHARACTERS, type MenuImportView, type MenuItemView, type MenuView } from '@rungs/application';
import {
  type Dish,
  MAX_DESCRIPTION_CHARACTERS,
  MAX_DISH_NAME_CHARACTERS,
  MAX_DISHES,
  MAX_PHOTO_BYTES,
  MAX_PRICE_AMOUNT,
  MAX_TAG_CHARACTERS,
  MAX_TAGS,
  PHOTO_TYPES,
} from '@rungs/domain';
import * as plain from '@rungs/json';
import { conditions, field, hidden, idempotencyKey, rows, yesOrNo } from '../fields.ts';
import type { Embedding } from '../embedding.ts';
import { form, formsFor, type FormProperty, type Forms } from '../forms.ts';
import { embeddedItems, type Hal, link, linkedItems, templated } from '../hal.ts';
import { uris } from '../level.ts';

/** The menu, for its staff with the ways to change it: a file to import, and a sheet with all of its dishes. */
export function representMenu(menu: MenuView, embedding: Embedding<'item'>): Hal {
  const { items: _dishes, ...rest } = plain.representMenu(menu);
  const { restaurantId } = rest;
  const items = embedding.has('item')
    ? embeddedItems(menu.items, (item) => representMenuItem(item, restaurantId))
    : linkedItems(menu.items, ({ id: menuItemId, name }) =>
        link(uris.href('menuItem', { restaurantId, menuItemId }), name),
      );
  const sheet = templated(uris.templateAt('menuSheet', { restaurantId }));
  return {
    ...rest,
    _links: {
      self: link(uris.href('menu', { restaurantId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId })),
      'rungs:embed': templated(uris.templateAt('menu', { restaurantId })),
      ...(menu.actions.includes('replaceMenu') && { 'rungs:sheet': sheet }),
      ...items._links,
    },
    ...(items._embedded && { _embedded: items._embedded }),
    _templates: formsFor(menu.actions, {
      importMenu: () =>
        form('POST', uris.href('menuImports', { restaurantId }), 'Import dishes from a file', [
          field('csv', 'CSV: name,description,price,available,tags', {
            type: 'textarea',
            required: true,
            maxLength: MAX_CSV_CHARACTERS,
          }),
          idempotencyKey(),
        ]),
    }),
  };
}

/** For as many new dishes a menu's sheet has room, where nobody says for how many. */
const MORE_DISHES = 5;

/** The form to replace the menu: comes filled in with it, and a dish whose name is left empty goes. */
export function representMenuSheet(menu: MenuView, url: string, dishCount: number | undefined): Hal {
  const { restaurantId, version, items, actions } = menu;
  // The first dish of a menu says the currency.
  const currency = items[0]?.price.currency;
  const count = Math.min(dishCount ?? items.length + MORE_DISHES, MAX_DISHES);
  return {
    _links: { self: link(url), 'rungs:menu': link(uris.href('menu', { restaurantId })) },
    _templates: formsFor(actions, {
      replaceMenu: () =>
        form('PUT', uris.href('menu', { restaurantId }), 'Replace the menu', [
          ...rows(items, count, (held, at) => dishFields(`items.${at}.`, `Dish ${at + 1}`, held ?? BLANK, currency)),
          ...conditions(version),
        ]),
    }),
  };
}

const BLANK: Partial<Dish> = { available: true };

/** Of a dish that is there, or of none yet. */
function dishFields(
  prefix: string,
  prompt: string,
  { name, description, price, available, tags = [] }: Partial<Dish>,
  currency: string | undefined,
): readonly FormProperty[] {
  const amount = { type: 'number', min: 0, max: MAX_PRICE_AMOUNT, value: price?.amount } as const;
  return [
    field(`${prefix}name`, prompt, { minLength: 1, maxLength: MAX_DISH_NAME_CHARACTERS, value: name }),
    field(`${prefix}description`, 'Description', { maxLength: MAX_DESCRIPTION_CHARACTERS, value: description }),
    field(`${prefix}price.amount`, 'Price in minor units', amount),
    currency === undefined
      ? field(`${prefix}price.currency`, 'Currency (ISO 4217)', { regex: '^[A-Z]{3}$' })
      : hidden(`${prefix}price.currency`, 'Currency', currency),
    yesOrNo(`${prefix}available`, 'Available', { value: available }),
    ...rows(tags, MAX_TAGS, (tag, at) => [
      field(`${prefix}tags.${at}`, `Tag ${at + 1}`, { minLength: 1, maxLength: MAX_TAG_CHARACTERS, value: tag }),
    ]),
  ];
}

/** The dish with the forms for its staff to change it and its photo. */
export function representMenuItem(item: MenuItemView, restaurantId: string): Hal<plain.MenuItemJson> {
  const menuItemId = item.id;
  return {
    ...plain.representMenuItem(item),
    _links: {
      self: link(uris.href('menuItem', { restaurantId, menuItemId })),
      collection: link(uris.href('menu', { restaurantId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId })),
      ...photoLink(item, { restaurantId }),
    },
    _templates: menuItemForms(item, { restaurantId, menuItemId }),
  };
}

function photoLink({ id: menuItemId, photo }: plain.MenuItemJson, { restaurantId }: { restaurantId: string }) {
  const href = uris.href('photo', { restaurantId, menuItemId });
  return photo && { 'rungs:photo': { href, type: photo.contentType } };
}

function menuItemForms(item: MenuItemView, ids: { readonly restaurantId: string; readonly menuItemId: string }): Forms {
  const seen = () => conditions(item.version);
  return formsFor(item.actions, {
    updateMenuItem: () =>
      form('PATCH', uris.href('menuItem', ids), 'Change the dish', [
        ...dishFields('', 'Name', item, item.price.currency),
        ...seen(),
      ]),
    setPhoto: () =>
      form('PUT', uris.href('photo', ids), 'Set the photo', [
        field('contentType', 'Type', { required: true, options: { inline: PHOTO_TYPES } }),
        // HAL-FORMS has no field for a file.
        field('data', `The image in base64, at most ${MAX_PHOTO_BYTES} bytes of it`, {
          type: 'textarea',
          required: true,
          maxLength: Math.ceil(MAX_PHOTO_BYTES / 3) * 4,
        }),
        ...seen(),
      ]),
    deletePhoto: () => form('DELETE', uris.href('photo', ids), 'Take the photo away', seen()),
  });
}

/** How far an import is: to be read again until it is DONE. */
export function representMenuImport(menuImport: MenuImportView): Hal<plain.MenuImportJson> {
  const { restaurantId, id: menuImportId } = menuImport;
  return {
    ...plain.representMenuImport(menuImport),
    _links: {
      self: link(uris.href('menuImport', { restaurantId, menuImportId })),
      'rungs:menu': link(uris.href('menu', { restaurantId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId })),
    },
  };
}
