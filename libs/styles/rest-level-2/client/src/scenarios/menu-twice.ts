import type { MenuItemJson } from '@rungs/json';
import {
  menuScreen,
  type MenuScreen,
  type MenuTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, namesIn, Requests } from './requests.ts';

const MENU = '/level2/restaurants/{restaurantId}/menu';
const CHOSEN = '/level2/restaurants/{restaurantId}/menu{?fields}';
const SHOWN = ['items.name', 'items.price', 'items.available'];

/** The second look is the same GET: a cache asks with what it holds, and gets 304 while that is current. */
async function lookTwice(context: ProgramContext, menu: string): Promise<MenuScreen> {
  const requests = new Requests(context);
  const first = await requests.get<ChosenMenu>('menu 1', [], menu);
  const again = await requests.get<ChosenMenu>('menu 2', [first.n], menu);
  return menuScreen(first.json.items, again.json.items);
}

interface ChosenMenu {
  readonly items: readonly Pick<MenuItemJson, 'name' | 'price' | 'available'>[];
}

export const menuTwicePrograms: ScenarioPrograms<MenuTask, MenuTask, MenuScreen> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: {
    run: (context, { restaurantId }) => lookTwice(context, expanded(MENU, { restaurantId })),
    knows: { addresses: [MENU], names: ['items'], rules: [] },
  },
  composed: {
    run: (context, { restaurantId }) => lookTwice(context, expanded(CHOSEN, { restaurantId, fields: SHOWN })),
    knows: { addresses: [CHOSEN], names: namesIn(SHOWN), rules: [] },
  },
  'purpose-built': {
    notApplicable:
      'no address was made for looking again: it is the same GET, by which a cache asks whether its copy is still good',
  },
};
