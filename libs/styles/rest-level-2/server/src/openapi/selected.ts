import { OPERATION_NAMES, type OperationName } from '@rungs/application';
import { componentJsonSchemas, outcomeJsonSchema, type JsonSchema } from '@rungs/json';
import { OPERATION_HANDLERS } from '../operations.ts';
import { EXPANDABLE, namesOfParts, type Parts } from '../selection/parts.ts';

/** The members of a request's query that decide how much of a thing is shown, and what is shown with it. */
export const SELECTING = ['fields', 'expand'] as const;

/** All reads of things that have members. */
export function isSelectable(operation: OperationName): boolean {
  return OPERATION_HANDLERS[operation].verb === 'GET' && operation !== 'getPhoto';
}

/** The members of what is read; of a list's, those of its items. */
export function shownMembersOf(operation: OperationName): readonly string[] {
  const { properties } = resolved(outcomeJsonSchema(operation));
  const { page, items } = properties;
  return Object.keys(page && items ? resolved(items['items'] as JsonSchema).properties : properties);
}

/** `delivery`, `delivery.courier`. */
export function expandableIn(operation: OperationName): readonly string[] {
  return namesOfParts(EXPANDABLE[operation] ?? {});
}

/**
 * What a read answers: the whole of it, or with `fields` or `expand` any part of it, with others in it.
 * `x-only-with` names the parameters without which an alternative is not answered.
 */
export function selectableSchema(operation: OperationName): JsonSchema {
  const whole = outcomeJsonSchema(operation);
  if (!isSelectable(operation)) return whole;
  return { anyOf: [whole, { $ref: `#/components/schemas/${selectedNameOf(operation)}` }] };
}

function selectedNameOf(operation: OperationName): string {
  return `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Selected`;
}

/** What the schemas of selections refer to: each component once more, with nothing in it that is needed. */
export function selectedComponents(): JsonSchema {
  const needed = new Set<string>();
  const ofOperations = OPERATION_NAMES.filter(isSelectable).map((operation) => [
    selectedNameOf(operation),
    selectedSchema(operation, needed),
  ]);
  const ofThings: [string, JsonSchema][] = [];
  // Grows while it is gone through: a part of a thing is needed as well.
  for (const name of needed) {
    ofThings.push([partialNameOf(name), partial(componentJsonSchemas()[name] as JsonSchema, needed)]);
  }
  return Object.fromEntries([...ofOperations, ...ofThings]) as JsonSchema;
}

function partialNameOf(component: string): string {
  return `Selected${component}`;
}

function selectedSchema(operation: OperationName, needed: Set<string>): JsonSchema {
  const schema = resolved(outcomeJsonSchema(operation));
  const { page, items } = schema.properties;
  const parts = EXPANDABLE[operation] ?? {};
  const shown =
    page && items
      ? {
          ...schema,
          properties: { items: { ...items, items: withParts(items['items'] as JsonSchema, parts, needed) }, page },
        }
      : withParts(schema, parts, needed);
  const description = 'What was selected of it, with what was asked to be shown in it.';
  return { ...shown, description, 'x-only-with': SELECTING };
}

interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
}

/** A thing of which nothing is needed, with these in it. */
function withParts(schema: JsonSchema, parts: Parts, needed: Set<string>): JsonSchema {
  const within = Object.entries(parts);
  if (within.length === 0) return partial(schema, needed);
  const thing = partial(resolved(schema), needed) as ObjectSchema;
  const shown = within.map(([name, part]) => [
    name,
    withParts(outcomeJsonSchema(part.shownAs), part.parts ?? {}, needed),
  ]);
  return { ...thing, properties: { ...thing.properties, ...Object.fromEntries(shown) } };
}

function nameIn(schema: JsonSchema): string | undefined {
  const { $ref } = schema as { readonly $ref?: string };
  return $ref?.replace('#/components/schemas/', '');
}

function resolved(schema: JsonSchema): ObjectSchema {
  const name = nameIn(schema);
  return (name === undefined ? schema : componentJsonSchemas()[name]) as ObjectSchema;
}

/** Nothing of it is needed, at any depth. */
function partial(schema: JsonSchema, needed: Set<string>): JsonSchema {
  const name = nameIn(schema);
  if (name !== undefined) {
    needed.add(name);
    return { ...schema, $ref: `#/components/schemas/${partialNameOf(name)}` };
  }
  const {
    required: _required,
    properties,
    items,
    anyOf,
    ...rest
  } = schema as {
    readonly required?: unknown;
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly items?: JsonSchema;
    readonly anyOf?: readonly JsonSchema[];
  };
  const ofMembers = Object.entries(properties ?? {}).map(([member, value]) => [member, partial(value, needed)]);
  return {
    ...rest,
    ...(properties && { properties: Object.fromEntries(ofMembers) as JsonSchema }),
    ...(items && { items: partial(items, needed) }),
    ...(anyOf && { anyOf: anyOf.map((each) => partial(each, needed)) }),
  };
}
