import { OPERATIONS, type OperationName } from '@rungs/application';
import type { RefusalCode, Role } from '@rungs/domain';
import {
  componentJsonSchemas,
  inputJsonSchema,
  OPERATION_TEXTS,
  outcomeJsonSchema,
  type JsonSchema,
} from '@rungs/json';

// What a resource says of itself when it is told to `describe`: made from the actions that it takes, the inputs' own
// schemas and those of the outcomes, so that it cannot say what is not so.

/** The one action that every resource takes, and that is no operation of the catalogue. */
export const DESCRIBE = 'describe';

/** Does not compile while the catalogue has an operation of that name: no resource would do it. */
type NoOperation<Taken extends never> = Taken;
export type DescribeIsFree = NoOperation<Extract<OperationName, typeof DESCRIBE>>;

export interface ActionDescription {
  readonly action: string;
  readonly summary: string;
  readonly description: string;
  /** For whom it may succeed. */
  readonly roles: readonly Role[];
  /** Of what stands beside the `action` in the body. Unknown members are ignored; an optional one may be null. */
  readonly members: JsonSchema;
  readonly result: JsonSchema;
  /** Codes. Any action may be answered by `unreadable` and `internal-error` besides. */
  readonly errors: readonly RefusalCode[];
}

export interface ResourceDescription {
  readonly actions: readonly ActionDescription[];
}

/**
 * Of a resource, the same for everybody and for whatever id: it tells what there is to be done with such a thing, and
 * neither whether there is one nor what one may do.
 *
 * @param actions those that it takes
 * @param ids the names of the ids in its URI, which no body needs to repeat
 */
export function describeResource(actions: readonly OperationName[], ids: readonly string[]): ResourceDescription {
  return { actions: [...actions.map((action) => describeAction(action, ids)), describing] };
}

const describing: ActionDescription = {
  action: DESCRIBE,
  summary: 'Describe this resource',
  description: 'Says which actions this resource takes. It needs no credential, and changes nothing.',
  roles: ['anonymous', 'consumer', 'restaurant', 'courier', 'support'],
  members: { type: 'object', properties: {} },
  result: { type: 'object', required: ['actions'], properties: { actions: { type: 'array' } } },
  errors: [],
};

function describeAction(action: OperationName, ids: readonly string[]): ActionDescription {
  const { roles, refusals } = OPERATIONS[action];
  const components = componentJsonSchemas();
  return {
    action,
    ...OPERATION_TEXTS[action],
    roles,
    members: inlined(without(ids, inputJsonSchema(action)), components),
    result: inlined(outcomeJsonSchema(action), components),
    errors: [...refusals, 'invalid-input', 'unavailable'],
  };
}

function without(ids: readonly string[], { properties = {}, required = [], ...schema }: InputSchema): JsonSchema {
  const isBeside = (name: string): boolean => !ids.includes(name);
  const beside = Object.entries(properties).filter(([name]) => isBeside(name));
  return { ...schema, properties: Object.fromEntries(beside), required: required.filter(isBeside) };
}

interface InputSchema extends JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** With what `$ref`s lead to in their place: an answer of this level stands for itself, and refers to no other. */
function inlined<T>(schema: T, components: Readonly<Record<string, JsonSchema>>): T {
  if (Array.isArray(schema)) return schema.map((item: unknown) => inlined(item, components)) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...beside } = schema as { readonly $ref?: unknown };
  // JSON Schema 2020-12 §8.2.3.1: what stands beside a reference counts, too; here it is descriptions.
  const whole = typeof $ref === 'string' ? { ...components[$ref.split('/').at(-1) ?? ''], ...beside } : beside;
  return Object.fromEntries(Object.entries(whole).map(([name, member]) => [name, inlined(member, components)])) as T;
}
