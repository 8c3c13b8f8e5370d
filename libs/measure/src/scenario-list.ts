import { orderDetailsScenario, type Scenario } from '@rungs/scenarios';
import type { ScenarioId, TaskOf } from './compare.ts';

/** Every scenario that styles have programs for: a missing one is a type error. */
export const SCENARIOS: { readonly [S in ScenarioId]: Scenario<TaskOf<S>> & { readonly id: S } } = {
  'order-details': { ...orderDetailsScenario, id: 'order-details' },
};
