import { menuAsSeenBy, menuItemAsSeenBy, PERSONAS } from '@rungs/application';
import { ANONYMOUS, MAX_DISHES, type Actor, type MenuItem } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { Embedding, ITEMS } from '../embedding.ts';
import { representMenu, representMenuItem, representMenuSheet } from './menu.representation.ts';

const { ann, luigi, mei, sam } = PERSONAS;
const { restaurantId } = luigi;

const dish: MenuItem = {
  id: 'dish-1',
  version: 4,
  name: 'Tonnarelli',
  description: '',
  price: { amount: 1200, currency: 'EUR' },
  available: true,
  tags: ['vegetarian'],
};
const pictured: MenuItem = {
  ...dish,
  id: 'dish-2',
  name: 'Tiramisù',
  photo: { contentType: 'image/png', byteLength: 9 },
};

const menuFor = (actor: Actor, items: readonly MenuItem[] = [dish, pictured]) =>
  menuAsSeenBy(actor, { restaurantId, version: 7, items });
const shown = (actor: Actor, embed = '') =>
  representMenu(menuFor(actor), Embedding.askedBy({ headers: {}, query: { embed } }, ITEMS));
const sheet = (actor: Actor, count?: number, items?: readonly MenuItem[]) =>
  representMenuSheet(menuFor(actor, items), '/sheet', count)._templates?.['replaceMenu']?.properties ?? [];
const dishesIn = (properties: ReturnType<typeof sheet>) =>
  properties.filter(({ name }) => /^items\.\d+\.name$/.test(name)).length;

describe('the menu', () => {
  it('is lean: the names of its dishes as links, for its staff a form to import and a link to the sheet', () => {
    for (const actor of [luigi, sam]) {
      const menu = shown(actor);
      expect(Object.keys(menu._templates ?? {})).toEqual(['importMenu']);
      expect(menu._links['rungs:sheet']).toEqual({
        href: `/level3/restaurants/${restaurantId}/menu-sheet{?rows}`,
        templated: true,
      });
    }
  });

  it.each([ANONYMOUS, ann, mei])('is the same for all others: $role', (actor) => {
    const menu = shown(actor);
    expect(menu._templates).toEqual({});
    expect(Object.keys(menu._links)).toEqual(['self', 'rungs:restaurant', 'rungs:embed', 'item']);
    expect(menu._links.item?.map(({ title }) => title)).toEqual(['Tonnarelli', 'Tiramisù']);
    expect(menu).not.toHaveProperty('_embedded');
  });

  it('has its dishes with it for who asks, each as it says of itself, with the link to a photo if there is one', () => {
    const dishes = menuFor(luigi).items.map((item) => representMenuItem(item, restaurantId));
    expect(shown(luigi, 'item')._embedded?.item).toEqual(dishes);
    const links = dishes.map(({ _links }) => _links);
    expect(links.map((each) => each?.['rungs:photo'])).toEqual([
      undefined,
      { href: `/level3/restaurants/${restaurantId}/menu/dish-2/photo`, type: 'image/png' },
    ]);
  });
});

describe('the sheet of a menu', () => {
  it('comes filled in with the menu, and has room for more', () => {
    const fields = Object.fromEntries(sheet(luigi).map(({ name, value }) => [name, value]));
    expect(fields).toMatchObject({
      'items.0.name': 'Tonnarelli',
      'items.0.price.amount': '1200',
      'items.0.available': 'true',
      'items.0.tags.0': 'vegetarian',
      'items.1.name': 'Tiramisù',
      'items.2.name': undefined,
      'items.2.price.currency': 'EUR',
      version: '7',
    });
    expect(dishesIn(sheet(luigi))).toBe(7);
  });

  it('has as many rows as one asks for, and never fewer than dishes, nor more than a menu may have', () => {
    expect([dishesIn(sheet(luigi, 20)), dishesIn(sheet(luigi, 1))]).toEqual([20, 2]);
    const full = Array.from({ length: MAX_DISHES }, (_, at) => ({ ...dish, id: `dish-${at}`, name: `Dish ${at}` }));
    expect(dishesIn(sheet(luigi, undefined, full))).toBe(MAX_DISHES);
  });

  it('asks for the currency where no dish says it', () => {
    const currencyOf = (items: readonly MenuItem[]) =>
      sheet(luigi, 3, items).find(({ name }) => name === 'items.0.price.currency');
    expect(currencyOf([dish])).toMatchObject({ type: 'hidden', value: 'EUR' });
    expect(currencyOf([])).toMatchObject({ type: 'text' });
  });

  it('has no form for others', () => {
    expect(sheet(ann)).toEqual([]);
  });
});

describe('the dish', () => {
  const formsFor = (item: MenuItem, actor: Actor) => {
    const { _templates = {} } = representMenuItem(menuItemAsSeenBy(actor, restaurantId, item), restaurantId);
    return Object.entries(_templates).map(([name, { method, target }]) => [name, method, target]);
  };

  it('offers its staff to change it and its photo, and to take away a photo that is there', () => {
    const href = `/level3/restaurants/${restaurantId}/menu/dish-2`;
    expect(formsFor(pictured, luigi)).toEqual([
      ['updateMenuItem', 'PATCH', href],
      ['setPhoto', 'PUT', `${href}/photo`],
      ['deletePhoto', 'DELETE', `${href}/photo`],
    ]);
    expect(formsFor(dish, sam).map(([name]) => name)).toEqual(['updateMenuItem', 'setPhoto']);
  });

  it('offers others nothing', () => {
    for (const actor of [ANONYMOUS, ann, mei]) expect(formsFor(pictured, actor)).toEqual([]);
  });
});
