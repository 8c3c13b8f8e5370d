import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { OPERATION_NAMES, type OperationName } from '@rungs/application';
import { routeOf } from '@rungs/http';
import { inputJsonSchema, type JsonSchema } from '@rungs/json';
import { OPERATION_HANDLERS } from '../operations.ts';
import { headerParametersOf, selectionMembersOf } from './parameters.ts';
import { responsesOfQuery } from './responses.ts';

/** The lists that can also be asked for by QUERY: those whose controller has a method for it at the same address. */
export function isQueried(operation: OperationName): boolean {
  const { controller, path, verb } = OPERATION_HANDLERS[operation];
  return verb === 'GET' && queriedIn(controller.prototype as object).includes(routeOf(path));
}

function queriedIn(prototype: object): readonly string[] {
  return Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap(({ value }) => {
    if (typeof value !== 'function' || Reflect.getMetadata(METHOD_METADATA, value) !== RequestMethod.QUERY) return [];
    return [Reflect.getMetadata(PATH_METADATA, value) as string];
  });
}

/** `listOrders` is asked with what is described as `ListOrdersQuery`. */
function queryNameOf(operation: OperationName): string {
  return `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Query`;
}

/** What `components.schemas` holds for them. */
export function queryComponents(): JsonSchema {
  return Object.fromEntries(
    OPERATION_NAMES.filter(isQueried).map((operation) => [
      queryNameOf(operation),
      {
        ...inputJsonSchema(operation),
        description: `What \`${operation}\` is asked with: the members that a GET has in its query.`,
        properties: { ...(inputJsonSchema(operation)['properties'] as object), ...selectionMembersOf(operation) },
      },
    ]),
  );
}

/** RFC 10008: safe and idempotent as GET is, with a content that no address has room for. */
export function queryObject(operation: OperationName, asRead: JsonSchema): JsonSchema {
  return {
    ...asRead,
    operationId: `${operation}Query`,
    summary: `${String(asRead['summary'])}: with a content`,
    parameters: headerParametersOf(operation),
    requestBody: {
      required: true,
      description: 'The members that a GET has in its query.',
      content: {
        'application/json': {
          schema: { $ref: `#/components/schemas/${queryNameOf(operation)}` },
          examples: { demo: { summary: 'A short page', value: { limit: 2 } } },
        },
      },
    },
    responses: responsesOfQuery(operation),
  };
}
