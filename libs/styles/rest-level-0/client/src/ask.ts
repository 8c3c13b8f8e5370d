import type { InputOf, OperationName } from '@rungs/application';
import type { OutcomeJson } from '@rungs/json';
import type { ProgramContext } from '@rungs/scenarios';
import { callOf, endpointOf, outcomeOf, outcomesOf, postOf, type Call } from './json-rpc.ts';

/** What a call came to, and the number of its exchange for those that depend on it. */
export interface Asked<N extends OperationName> {
  readonly n: number;
  readonly outcome: OutcomeJson<N>;
}

/** One call in one exchange. */
export async function ask<N extends OperationName>(
  context: ProgramContext,
  label: string,
  dependsOn: readonly number[],
  method: N,
  params: InputOf<N>,
): Promise<Asked<N>> {
  const call = callOf(1, method, params);
  const { n, response } = await context.asking.fetch(label, dependsOn, endpointOf(context), postOf(call, context));
  return { n, outcome: await outcomeOf(call, response) };
}

/** Several calls in one exchange: a batch, in which each answer is found by the id of its call. */
export async function askTogether(
  context: ProgramContext,
  label: string,
  dependsOn: readonly number[],
  calls: readonly Call<OperationName>[],
): Promise<{ readonly n: number; readonly outcomeOf: Awaited<ReturnType<typeof outcomesOf>> }> {
  const { n, response } = await context.asking.fetch(label, dependsOn, endpointOf(context), postOf(calls, context));
  return { n, outcomeOf: await outcomesOf(response) };
}
