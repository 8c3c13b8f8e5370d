import type { OperationName } from '@rungs/application';
import type { PriorKnowledge } from '@rungs/scenarios';

/**
 * What a program of level 1 has in its code: where things live, the names of the actions that it asks them for, and
 * rules that it relies on.
 */
export function knowing(
  resources: readonly { readonly template: string }[],
  names: readonly OperationName[],
  rules: readonly string[] = [],
): PriorKnowledge {
  return { addresses: resources.map(({ template }) => template), names, rules };
}
