import type { OperationName } from '@rungs/application';
import { MAX_PHOTO_BYTES } from '@rungs/domain';
import { ANY_JSON } from '@rungs/http';
import { componentJsonSchemas, inputJsonSchema, type JsonSchema } from '@rungs/json';
import { PATCHABLE as PATCHABLE_CONSUMER } from '../consumer/consumer.controller.ts';
import { OPERATION_HANDLERS } from '../operations.ts';
import { PATCHABLE as PATCHABLE_ORDER } from '../order/order.controller.ts';
import { PATCHABLE as PATCHABLE_RESTAURANT, PATCHABLE_ITEM } from '../restaurant/restaurant.controller.ts';
import { JSON_PATCH } from '../patch/json-patch.ts';
import { KEPT } from '../patch/patchable.ts';
import { EXAMPLE_BODIES } from './examples.ts';
import { namesInPath } from './parameters.ts';

/** Said by a header field here, and not in a body. */
const IN_HEADERS = ['expectedVersion', 'idempotencyKey'];

/** What a merge patch may take away with null. */
const PATCHABLE: { readonly [N in OperationName]?: Readonly<Record<string, unknown>> } = {
  updateConsumer: PATCHABLE_CONSUMER,
  updateRestaurant: PATCHABLE_RESTAURANT,
  updateMenuItem: PATCHABLE_ITEM,
  reviseOrder: PATCHABLE_ORDER.members,
};

/** `placeOrder` takes what is described as `PlaceOrderBody`. */
export function bodyNameOf(operation: OperationName): string {
  return `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Body`;
}

/** The schema of a JSON body, or undefined where there is nothing for it to say. */
export function bodySchemaOf(operation: OperationName): JsonSchema | undefined {
  const { verb, path } = OPERATION_HANDLERS[operation];
  if (verb === 'GET' || operation === 'setPhoto') return undefined;
  const { properties, required } = inputJsonSchema(operation) as ObjectSchema;
  const elsewhere = [...namesInPath(path), ...IN_HEADERS];
  const said = Object.entries(properties).filter(([name]) => !elsewhere.includes(name));
  if (said.length === 0) return undefined;
  const schema = {
    type: 'object',
    description: `What \`${operation}\` is asked with. Members beyond these are ignored, save those that are not yours to set.`,
    properties: Object.fromEntries(said),
    required: (required ?? []).filter((name) => !elsewhere.includes(name)),
  };
  return verb === 'PATCH' ? mergePatchOf(schema, PATCHABLE[operation] ?? {}) : schema;
}

/** The `requestBody` of an operation, if it has one. */
export function requestBodyOf(operation: OperationName): JsonSchema | undefined {
  const { takes, verb } = OPERATION_HANDLERS[operation];
  if (operation === 'setPhoto') return { required: true, description: PHOTO, content: mediaTypes(takes, imageOf) };
  const schema = bodySchemaOf(operation);
  if (schema === undefined) return undefined;
  const json = {
    schema: { $ref: `#/components/schemas/${bodyNameOf(operation)}` },
    examples: { demo: { summary: 'With the demo data', value: EXAMPLE_BODIES[operation] } },
  };
  return {
    // Where nothing is needed, nothing need be sent; a patch is something.
    required: verb === 'PATCH' || ((schema['required'] as readonly string[] | undefined) ?? []).length > 0,
    description: String(schema['description']),
    content: mediaTypes(takes, (mediaType) => ({ 'text/csv': CSV, [JSON_PATCH]: PATCH })[mediaType] ?? json),
  };
}

interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const PHOTO = `The image itself: at most ${MAX_PHOTO_BYTES} bytes.`;
const imageOf = (mediaType: string): JsonSchema => ({ schema: { contentMediaType: mediaType } });

const CSV: JsonSchema = {
  schema: { $ref: '#/components/schemas/MenuFile' },
  examples: {
    demo: { summary: 'Two dishes', value: 'name,price,tags\nCarciofi alla giudia,850,vegetarian\nTiramisù,600,\n' },
  },
};

const PATCH: JsonSchema = {
  schema: { $ref: '#/components/schemas/JsonPatch' },
  examples: { test: { summary: 'Only if it is so', value: [{ op: 'test', path: '/version', value: 1 }] } },
};

const pointer = { type: 'string', maxLength: 1000, pattern: '^(/([^~/]|~[01])*)*$' };
const patchOperation = (ops: readonly string[], more: JsonSchema, ...required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties: {
    op: { enum: ops, description: 'What is done.' },
    path: { ...pointer, description: 'Where: a JSON pointer (RFC 6901) into the thing as it is shown.' },
    ...more,
  },
  required: ['op', 'path', ...required],
});

/** RFC 6902. */
export const JSON_PATCH_SCHEMA: JsonSchema = {
  type: 'array',
  description: 'Operations on the thing as it is shown, one after the other: all of them, or none (RFC 6902).',
  maxItems: 100,
  items: {
    anyOf: [
      patchOperation(['add', 'replace', 'test'], { value: { description: 'Any JSON value.' } }, 'value'),
      patchOperation(['move', 'copy'], { from: { ...pointer, description: 'From where.' } }, 'from'),
      patchOperation(['remove'], {}),
    ],
  },
};

/** A file of dishes as it is sent: the same text that JSON carries as `csv`. */
export function menuFileSchema(): JsonSchema {
  return (inputJsonSchema('importMenu') as ObjectSchema).properties['csv'] as JsonSchema;
}

function mediaTypes(names: readonly string[], content: (mediaType: string) => JsonSchema): JsonSchema {
  return Object.fromEntries(
    names.map((name) => (name === ANY_JSON ? 'application/json' : name)).map((name) => [name, content(name)]),
  );
}

/** RFC 7396: any part of it at any depth, and null for what may be taken away; lists are replaced as a whole. */
function mergePatchOf(schema: ObjectSchema, patchable: Readonly<Record<string, unknown>>): JsonSchema {
  const { properties, ...rest } = partial(schema) as ObjectSchema;
  const nullable = Object.entries(properties).map(([name, member]) => {
    const isRemovable = Object.hasOwn(patchable, name) && patchable[name] !== KEPT;
    return [name, isRemovable ? { anyOf: [member, { type: 'null', description: 'Takes it away.' }] } : member];
  });
  return { ...rest, properties: Object.fromEntries(nullable) as Record<string, JsonSchema> };
}

function partial(schema: JsonSchema): JsonSchema {
  const { $ref, ...beside } = schema;
  if ($ref !== undefined) {
    const named = componentJsonSchemas()[String($ref).replace('#/components/schemas/', '')] as JsonSchema;
    return named['type'] === 'object' ? { ...partial(named), ...beside } : schema;
  }
  if (schema['type'] !== 'object') return schema;
  const { required: _required, properties, ...rest } = schema as ObjectSchema;
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, partial(member)])),
  };
}
