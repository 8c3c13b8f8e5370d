import type { OperationName } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';
import { z } from 'zod';
import { INPUT_COMPONENTS, OUTCOME_COMPONENTS, type Components } from './components.ts';
import { OUTCOME_SCHEMAS } from './outcome-schemas.ts';
import { inputSchemaOf } from './parse-input.ts';
import { REFUSAL_DETAILS } from './refusal.schema.ts';

/** A JSON Schema (2020-12); `$ref`s lead to `#/components/schemas/…`, where OpenAPI and OpenRPC keep them. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Of an operation's input: an object with `properties` and `required`. Members beyond these are ignored, hence allowed. */
export function inputJsonSchema(operation: OperationName): JsonSchema {
  return jsonSchemaOf(inputSchemaOf(operation), INPUT_COMPONENTS, 'input');
}

/** Of what an operation answers. Nothing beyond what is said here is answered. */
export function outcomeJsonSchema(operation: OperationName): JsonSchema {
  return jsonSchemaOf(OUTCOME_SCHEMAS[operation], OUTCOME_COMPONENTS, 'output');
}

/** Of what a refusal tells beside its code and sentence. */
export function refusalDetailsJsonSchema(code: RefusalCode): JsonSchema {
  return jsonSchemaOf(REFUSAL_DETAILS[code], OUTCOME_COMPONENTS, 'output');
}

/** What the `$ref`s of all of these lead to, by name. */
export function componentJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return { ...componentsIn(INPUT_COMPONENTS, 'input'), ...componentsIn(OUTCOME_COMPONENTS, 'output') };
}

type Direction = 'input' | 'output';

function componentsIn(components: Components, io: Direction): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(schemasOf([...components], io)).map(([name, schema]) => [name, withoutIds(schema)]),
  );
}

function jsonSchemaOf(schema: z.ZodType, components: Components, io: Direction): JsonSchema {
  const named = [...components];
  const known = named.find(([, component]) => component === schema);
  if (known) return { $ref: uri(known[0]) };
  return withoutIds(schemasOf([...named, [ASKED_FOR, schema]], io)[ASKED_FOR] as JsonSchema);
}

/** All at once, so that each refers to the others by their names instead of repeating them. */
function schemasOf(named: readonly (readonly [string, z.ZodType])[], io: Direction): Record<string, JsonSchema> {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of named) registry.add(schema, { id });
  return z.toJSONSchema(registry, { uri, io, unrepresentable: 'any', override: plainer }).schemas;
}

/** No component has this name. */
const ASKED_FOR = '?';

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
