import type { OperationName } from '@rungs/application';
import { inputJsonSchema, type JsonSchema } from '@rungs/json';
import { OPERATION_HANDLERS } from '../operations.ts';
import { EXAMPLE_IDS } from './examples.ts';
import { expandableIn, isSelectable, shownMembersOf } from './selected.ts';

/** `orderId` of `/orders/{orderId}`. */
export function namesInPath(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}

type Members = Readonly<Record<string, JsonSchema>>;

function membersOf(operation: OperationName): Members {
  return inputJsonSchema(operation)['properties'] as Members;
}

/** The ids in an operation's path. */
export function pathParametersOf(operation: OperationName): JsonSchema[] {
  const members = membersOf(operation);
  return namesInPath(OPERATION_HANDLERS[operation].path).map((name) => {
    const { description, ...schema } = members[name] as JsonSchema;
    return { name, in: 'path', required: true, description, schema, example: EXAMPLE_IDS[name] };
  });
}

/** What a read may be asked with behind the question mark. */
export function queryParametersOf(operation: OperationName): JsonSchema[] {
  const { verb, path } = OPERATION_HANDLERS[operation];
  if (verb !== 'GET') return [];
  return [...membersParametersOf(operation, path), ...selectionParametersOf(operation)];
}

/** A path to a member: `id`, `total.amount`. */
const NAMES = { type: 'string', maxLength: 200, pattern: '^[A-Za-z]+(\\.[A-Za-z]+)*$' };
const MAX_NAMES = 100;

/** What of a thing is to be shown, and what else in it: the schemas of these two. */
export function selectionMembersOf(operation: OperationName): Members {
  if (!isSelectable(operation)) return {};
  const expandable = expandableIn(operation);
  return {
    fields: {
      type: 'array',
      description: 'Only these members, or members of members: `id,total.amount`.',
      minItems: 1,
      maxItems: MAX_NAMES,
      items: NAMES,
    },
    ...(expandable.length > 0 && {
      expand: {
        type: 'array',
        description: 'Things that this one names, to be shown in it.',
        maxItems: MAX_NAMES,
        items: { type: 'string', enum: expandable },
      },
    }),
  };
}

function selectionParametersOf(operation: OperationName): JsonSchema[] {
  const examples: Readonly<Record<string, unknown>> = {
    fields: shownMembersOf(operation).slice(0, 2),
    expand: expandableIn(operation).slice(0, 1),
  };
  return Object.entries(selectionMembersOf(operation)).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    description,
    schema,
    style: 'form',
    explode: false,
    example: examples[name],
  }));
}

function membersParametersOf(operation: OperationName, path: string): JsonSchema[] {
  const inPath = namesInPath(path);
  return Object.entries(membersOf(operation))
    .filter(([name]) => !inPath.includes(name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      description,
      ...(name === 'near' ? NEAR : { schema }),
      // `states=APPROVED,ACCEPTED`; repeating the member is understood as well.
      ...(schema['type'] === 'array' && { style: 'form', explode: false }),
    }));
}

/** Latitude first, as in RFC 5870 §3.3. */
const NEAR = {
  schema: { type: 'string', maxLength: 100, pattern: '^-?\\d+(\\.\\d+)?,-?\\d+(\\.\\d+)?$' },
  example: '41.8902,12.4922',
};

interface HeaderParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example: string;
  /** Which operations take it. */
  readonly of: (operation: OperationName) => boolean;
}

const isRead = (operation: OperationName): boolean => OPERATION_HANDLERS[operation].verb === 'GET';
const takes = (member: string) => (operation: OperationName) => Object.hasOwn(membersOf(operation), member);
const validators = { type: 'string', maxLength: 2000, pattern: '^[\\t\\x20-\\x7e]*$' };

/**
 * The fields of requests: one line for each, and whoever heeds one more adds one here. `Accept`, `Content-Type` and
 * `Authorization` are described elsewhere: OpenAPI ignores them among parameters.
 */
const HEADER_PARAMETERS: Readonly<Record<string, HeaderParameter>> = {
  IfMatch: {
    name: 'If-Match',
    description:
      'The validator of the thing as it was seen (RFC 9110 §13.1.1), several, or `*`. A change of a versioned thing without it is 428; when somebody else was first, 412.',
    schema: validators,
    example: '"1"',
    of: (operation) => isRead(operation) || takes('expectedVersion')(operation),
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    description:
      'The validators of what is held already (RFC 9110 §13.1.2): if it is still that, a read is 304 and a change is 412.',
    schema: validators,
    example: '"1"',
    of: (operation) => isRead(operation) || takes('expectedVersion')(operation),
  },
  Range: {
    name: 'Range',
    description: 'Only these bytes: RFC 9110 §14.2.',
    schema: { type: 'string', maxLength: 1000, pattern: '^[\\t\\x20-\\x7e]*$' },
    example: 'bytes=0-99',
    of: (operation) => operation === 'getPhoto',
  },
  IfRange: {
    name: 'If-Range',
    description: 'Only if it is still this: RFC 9110 §13.1.5.',
    schema: { type: 'string', maxLength: 1000, pattern: '^[\\t\\x20-\\x7e]*$' },
    example: '"1"',
    of: (operation) => operation === 'getPhoto',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    description:
      'Sent again with the same request it answers the first outcome again (draft-ietf-httpapi-idempotency-key-header, no standard yet). Quoted or bare.',
    schema: { type: 'string', maxLength: 600, pattern: '^[\\x21-\\x7e]*$' },
    example: '"8e03978e-40d5-43e8-bc93-6894a57f9324"',
    of: takes('idempotencyKey'),
  },
  Prefer: {
    name: 'Prefer',
    description:
      'RFC 7240: `return=minimal` wants no body after a change, where that can be had elsewhere, `return=representation` wants one; `handling=strict` has members refused that nobody knows.',
    schema: { type: 'string', maxLength: 1000, pattern: '^[\\t\\x20-\\x7e]*$' },
    example: 'handling=strict',
    of: () => true,
  },
};

/** What `components.parameters` holds. */
export function headerParameters(): JsonSchema {
  return Object.fromEntries(
    Object.entries(HEADER_PARAMETERS).map(([key, { of: _of, ...parameter }]) => [key, { ...parameter, in: 'header' }]),
  );
}

export function headerParametersOf(operation: OperationName): JsonSchema[] {
  return Object.entries(HEADER_PARAMETERS)
    .filter(([, { of }]) => of(operation))
    .map(([key]) => ({ $ref: `#/components/parameters/${key}` }));
}
