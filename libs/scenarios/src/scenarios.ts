import { acceptTicketsScenario, type AcceptedTickets, type AcceptTicketsTask } from './accept-tickets.ts';
import {
  cancelAllowedScenario,
  cancelRefusedScenario,
  type CancelledOrder,
  type CancelTask,
  type RefusedCancel,
} from './cancel-order.ts';
import { menuTwiceScenario, type MenuScreen, type MenuTask } from './menu-twice.ts';
import { orderDetailsScenario, type OrderDetailsScreen, type OrderDetailsTask } from './order-details.ts';
import { orderHistoryScenario, type OrderHistoryScreen, type OrderHistoryTask } from './order-history.ts';
import { orderDishesScenario, type OrderDishesTask, type PlacedOrder } from './order-dishes.ts';
import { pollOrderScenario, type OrderChange, type PollOrderTask } from './poll-order.ts';
import { restaurantListScenario, type RestaurantListScreen, type RestaurantListTask } from './restaurant-list.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario: what it is about, and the view model that all clients must build. */
export interface Scenarios {
  'order-details': { task: OrderDetailsTask; view: OrderDetailsScreen };
  'order-history': { task: OrderHistoryTask; view: OrderHistoryScreen };
  'restaurant-list': { task: RestaurantListTask; view: RestaurantListScreen };
  'menu-twice': { task: MenuTask; view: MenuScreen };
  'poll-order': { task: PollOrderTask; view: OrderChange };
  'order-dishes': { task: OrderDishesTask; view: PlacedOrder };
  'cancel-allowed': { task: CancelTask; view: CancelledOrder };
  'cancel-refused': { task: CancelTask; view: RefusedCancel };
  'accept-tickets': { task: AcceptTicketsTask; view: AcceptedTickets };
}

export type ScenarioId = keyof Scenarios;
export type TaskOf<S extends ScenarioId> = Scenarios[S]['task'];
export type ViewOf<S extends ScenarioId> = Scenarios[S]['view'];

/** In the order in which they teach. */
export const SCENARIOS: { readonly [S in ScenarioId]: Scenario<S> } = {
  'order-details': orderDetailsScenario,
  'order-history': orderHistoryScenario,
  'restaurant-list': restaurantListScenario,
  'menu-twice': menuTwiceScenario,
  'poll-order': pollOrderScenario,
  'order-dishes': orderDishesScenario,
  'cancel-allowed': cancelAllowedScenario,
  'cancel-refused': cancelRefusedScenario,
  'accept-tickets': acceptTicketsScenario,
};

export function isScenarioId(text: string): text is ScenarioId {
  return Object.hasOwn(SCENARIOS, text);
}
