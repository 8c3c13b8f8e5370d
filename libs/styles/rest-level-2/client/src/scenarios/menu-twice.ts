import type { MenuJson } from '@rungs/json';
import {
  menuScreen,
  type MenuScreen,
  type MenuTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, Requests } from './requests.ts';

const MENU = '/level2/restaurants/{restaurantId}/menu';

async function granular(context: ProgramContext, { restaurantId }: MenuTask): Promise<MenuScreen> {
  const requests = new Requests(context);
  const menu = expanded(MENU, { restaurantId });
  const first = await requests.get<MenuJson>('menu 1', [], menu);
  const again = await requests.get<MenuJson>('menu 2', [first.n], menu);
  return menuScreen(first.json.items, again.json.items);
}

export const menuTwicePrograms: ScenarioPrograms<MenuTask, MenuTask, MenuScreen> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: { run: granular, knows: { addresses: [MENU], names: ['items'], rules: [] } },
  composed: {
    notApplicable: 'a menu is one resource already, and there is no `fields` parameter to ask for less of it',
  },
  'purpose-built': {
    notApplicable:
      'no address was made for looking again: it is the same GET, by which a cache asks whether its copy is still good',
  },
};
