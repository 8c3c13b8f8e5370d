import type { OperationName } from '@rungs/application';
import { componentJsonSchemas, type JsonSchema, outcomeJsonSchema } from '@rungs/json';
import { type Names, NO_NAMES } from './names.ts';
import type { Parts } from './parts.ts';

const known = new Map<OperationName, Names>();

/** The members of what an operation shows; of a list's, those of its items. */
export function membersOf(operation: OperationName): Names {
  const members = known.get(operation) ?? itemsOf(membersIn(outcomeJsonSchema(operation)));
  known.set(operation, members);
  return members;
}

/** The same with the members of the parts that are brought along. */
export function membersWith(operation: OperationName, expand: Names, parts: Parts): Names {
  const members = new Map(membersOf(operation));
  for (const [name, within] of expand) {
    const part = parts[name];
    if (part) members.set(name, membersWith(part.shownAs, within, part.parts ?? {}));
  }
  return members;
}

function itemsOf(members: Names): Names {
  const items = members.get('items');
  return items && members.has('page') ? items : members;
}

let components: Readonly<Record<string, JsonSchema>> | undefined;

function membersIn(schema: JsonSchema): Names {
  const { $ref, items, anyOf, oneOf, properties } = schema as {
    readonly $ref?: string;
    readonly items?: JsonSchema;
    readonly anyOf?: readonly JsonSchema[];
    readonly oneOf?: readonly JsonSchema[];
    readonly properties?: Readonly<Record<string, JsonSchema>>;
  };
  if ($ref !== undefined) {
    components ??= componentJsonSchemas();
    return membersIn(components[$ref.slice($ref.lastIndexOf('/') + 1)] as JsonSchema);
  }
  if (items) return membersIn(items);
  const alternatives = anyOf ?? oneOf;
  if (alternatives) return alternatives.map(membersIn).reduce(merged, NO_NAMES);
  return new Map(Object.entries(properties ?? {}).map(([name, member]) => [name, membersIn(member)]));
}

function merged(one: Names, other: Names): Names {
  const both = new Map(one);
  for (const [name, below] of other) both.set(name, merged(both.get(name) ?? NO_NAMES, below));
  return both;
}
