import { OPERATION_NAMES, type OperationName } from '@rungs/application';
import { REFUSAL_CODES, type RefusalCode } from '@rungs/domain';
import { z } from 'zod';
import { INPUT_COMPONENTS, OUTCOME_COMPONENTS, type Components } from './components.ts';
import { OUTCOME_SCHEMAS } from './outcome-schemas.ts';
import { ORDER_TOLD_SCHEMAS } from './order/order-told.schema.ts';
import { inputSchemaOf } from './parse-input.ts';
import { REFUSAL_DETAILS } from './refusal.schema.ts';

/** A JSON Schema (2020-12); `$ref`s lead to `#/components/schemas/…`, where OpenAPI and OpenRPC keep them. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Of an operation's input: an object with `properties` and `required`. Members beyond these are ignored, hence allowed. */
export function inputJsonSchema(operation: OperationName): JsonSchema {
  return inputs().schemaOf(inputSchemaOf(operation));
}

/** Of what an operation answers. Nothing beyond what is said here is answered. */
export function outcomeJsonSchema(operation: OperationName): JsonSchema {
  return outcomes().schemaOf(OUTCOME_SCHEMAS[operation]);
}

/** Of what a follower of an order is told, by the kind of event. */
export function orderToldJsonSchema(kind: keyof typeof ORDER_TOLD_SCHEMAS): JsonSchema {
  return outcomes().schemaOf(ORDER_TOLD_SCHEMAS[kind]);
}

/** Of what a refusal tells beside its code and sentence. */
export function refusalDetailsJsonSchema(code: RefusalCode): JsonSchema {
  return details().schemaOf(REFUSAL_DETAILS[code]);
}

/** What the `$ref`s of all of these lead to, by name. */
export function componentJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return { ...inputs().components, ...outcomes().components };
}

const inputs = once(() => new Converted(INPUT_COMPONENTS, OPERATION_NAMES.map(inputSchemaOf), 'input'));
const outcomes = once(() => new Converted(OUTCOME_COMPONENTS, Object.values(OUTCOME_SCHEMAS), 'output'));
// By themselves: they are parts of a component, which would else refer to them.
const details = once(
  () =>
    new Converted(
      new Map(),
      REFUSAL_CODES.map((code) => REFUSAL_DETAILS[code]),
      'output',
    ),
);

/** Schemas converted together, so that each refers to the components by their names instead of repeating them. */
class Converted {
  readonly components: Readonly<Record<string, JsonSchema>>;
  readonly #byName: Readonly<Record<string, JsonSchema>>;
  readonly #names: Map<z.ZodType, string>;

  constructor(components: Components, others: readonly z.ZodType[], io: 'input' | 'output') {
    this.#names = new Map([...components].map(([name, schema]) => [schema, name]));
    others.forEach((schema, index) => {
      if (!this.#names.has(schema)) this.#names.set(schema, `${ANONYMOUS}${index}`);
    });
    const registry = z.registry<{ readonly id: string }>();
    for (const [schema, id] of this.#names) registry.add(schema, { id });
    const { schemas } = z.toJSONSchema(registry, { uri, io, unrepresentable: 'any', override: plainer });
    this.#byName = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutIds(schema)]));
    this.components = Object.fromEntries(Object.entries(this.#byName).filter(([name]) => !name.startsWith(ANONYMOUS)));
  }

  schemaOf(schema: z.ZodType): JsonSchema {
    const name = this.#names.get(schema) as string;
    return name.startsWith(ANONYMOUS) ? (this.#byName[name] as JsonSchema) : { $ref: uri(name) };
  }
}

/** No component's name begins like this. */
const ANONYMOUS = '?';

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function uri(name: string): string {
  return `#/components/schemas/${name}`;
}

function withoutIds({ $schema: _dialect, $id: _id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

/**
 * `null` means that an optional member is absent, so that nobody need send it: the schema shows the member alone. Zod
 * leaves examples out where an input is transformed; ours are of what is sent.
 */
function plainer({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const { examples } = (z.globalRegistry.get(zodSchema as z.ZodType) ?? {}) as { readonly examples?: unknown[] };
  if (examples && jsonSchema.$ref === undefined) jsonSchema.examples = examples;
  const [shown, nothing, ...others] = jsonSchema.anyOf ?? [];
  if (others.length === 0 && typeof shown === 'object' && typeof nothing === 'object' && nothing.type === 'null') {
    delete jsonSchema.anyOf;
    Object.assign(jsonSchema, { ...shown, ...jsonSchema });
  }
}
