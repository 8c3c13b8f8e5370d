import type { z } from 'zod';

// Schemas that have a name of their own, by which others refer to them. Two lists, since the same thing may be asked for
// more loosely than it is answered.

export type Components = ReadonlyMap<string, z.ZodType>;

const inputs = new Map<string, z.ZodType>();
const outcomes = new Map<string, z.ZodType>();

export const INPUT_COMPONENTS: Components = inputs;
export const OUTCOME_COMPONENTS: Components = outcomes;

/** Gives a part of inputs a name in the JSON Schema. */
export function inputComponent<S extends z.ZodType>(name: string, schema: S): S {
  inputs.set(name, schema);
  return schema;
}

/** Gives an outcome, or a part of outcomes, a name in the JSON Schema. */
export function outcomeComponent<S extends z.ZodType>(name: string, schema: S): S {
  outcomes.set(name, schema);
  return schema;
}
