import type { OperationName } from '@rungs/application';
import type { OutcomeJson } from '@rungs/json';
import type { ProgramContext } from '@rungs/scenarios';
import { outcomeOf, postOf, type MembersOf } from './action.ts';

/** What an action came to, and the number of its exchange for those that depend on it. */
export interface Asked<N extends OperationName> {
  readonly n: number;
  readonly outcome: OutcomeJson<N>;
}

/** One action on one resource, in one exchange. */
export async function ask<N extends OperationName>(
  context: ProgramContext,
  label: string,
  dependsOn: readonly number[],
  path: string,
  action: N,
  members: MembersOf<N> = {},
): Promise<Asked<N>> {
  const url = `${context.baseUrl}${path}`;
  const { n, response } = await context.asking.fetch(label, dependsOn, url, postOf(action, members, context));
  return { n, outcome: await outcomeOf(action, response) };
}
