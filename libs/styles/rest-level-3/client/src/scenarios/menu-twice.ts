import type { MenuItemJson } from '@rungs/json';
import {
  menuScreen,
  type ClientOptions,
  type MenuScreen,
  type MenuTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { embeddedIn } from '../hypermedia.ts';
import { ITEMS, offered, Walker } from '../walker.ts';
import { shown, Steps } from './steps.ts';

export interface MenuLink {
  readonly menuHref: string;
}

async function arrive(options: ClientOptions, { restaurantId }: MenuTask): Promise<MenuLink> {
  const restaurant = await new Walker(options).begin('getRestaurant', 'rungs:restaurant', { restaurantId });
  return { menuHref: offered('getMenu', restaurant, 'rungs:menu') };
}

async function granular(context: ProgramContext, { menuHref }: MenuLink): Promise<MenuScreen> {
  const steps = new Steps(context);
  const first = await steps.open('menu 1', menuHref, { wanted: ITEMS });
  const again = await steps.open('menu 2', menuHref, { dependsOn: [first.n], wanted: ITEMS });
  const dishesOf = ({ resource }: typeof first) => embeddedIn(resource, 'item').map(shown<MenuItemJson>);
  return menuScreen(dishesOf(first), dishesOf(again));
}

export const menuTwicePrograms: ScenarioPrograms<MenuTask, MenuLink, MenuScreen> = {
  arrive,
  granular: { run: granular, knows: { addresses: [], names: ['item'], rules: [] } },
  composed: {
    notApplicable:
      'a menu comes with all of its dishes where it is asked for them, and a client cannot ask for less of them',
  },
  'purpose-built': {
    notApplicable:
      'no link was made for looking again: the same one is followed, and a cache asks whether its copy is still good',
  },
};
