import type { MeasuredCell } from '@rungs/measure';

/** An action that a run's answers told, once, however often they told it. */
export interface ToldOnce {
  readonly name: string;
  /** The member of the answer that says so. */
  readonly source: string;
  /** The labels of the exchanges whose answers told it. */
  readonly by: readonly string[];
}

export function toldBy({ run }: MeasuredCell): readonly ToldOnce[] {
  const told = new Map<string, ToldOnce>();
  for (const { label, actions } of run.exchanges) {
    for (const { name, source } of actions) {
      const key = JSON.stringify([name, source]);
      const by = told.get(key)?.by ?? [];
      told.set(key, { name, source, by: by.includes(label) ? by : [...by, label] });
    }
  }
  return [...told.values()];
}
