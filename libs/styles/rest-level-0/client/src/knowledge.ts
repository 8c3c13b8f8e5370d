import type { OperationName } from '@rungs/application';
import type { PriorKnowledge } from '@rungs/scenarios';
import { ENDPOINT } from './json-rpc.ts';

/**
 * What a program of level 0 has in its code: the one address, the names of operations and of the parameters that it
 * fills in, and rules that it relies on.
 */
export function knowing(
  operations: readonly OperationName[],
  filledIn: readonly string[],
  rules: readonly string[] = [],
): PriorKnowledge {
  return { addresses: [ENDPOINT], names: [...operations, ...filledIn], rules };
}
