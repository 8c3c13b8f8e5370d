import type { OperationName } from '@rungs/application';
import type { PriorKnowledge } from '@rungs/scenarios';

/**
 * What a program of level 1 has in its code: where things live, the names of the actions that it asks them for and of
 * the members that it fills in beside them, and rules that it relies on.
 */
export function knowing(
  resources: readonly { readonly template: string }[],
  actions: readonly OperationName[],
  filledIn: readonly string[] = [],
  rules: readonly string[] = [],
): PriorKnowledge {
  return { addresses: resources.map(({ template }) => template), names: [...actions, ...filledIn], rules };
}
