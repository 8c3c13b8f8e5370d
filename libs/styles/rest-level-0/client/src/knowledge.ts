import type { OperationName } from '@rungs/application';
import type { PriorKnowledge } from '@rungs/scenarios';
import { ENDPOINT } from './json-rpc.ts';

/** What a program of level 0 has in its code: the one address, the names of operations, and rules that it relies on. */
export function knowing(names: readonly OperationName[], rules: readonly string[] = []): PriorKnowledge {
  return { addresses: [ENDPOINT], names, rules };
}
