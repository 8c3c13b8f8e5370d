import { applyDecorators, createParamDecorator, type ExecutionContext, QueryMethod } from '@nestjs/common';
import type { InputOf, OperationName, Unchecked } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { handlingOf, linkHeader, pageLinks, readableBody, Takes } from '@rungs/http';
import { inputJsonSchema, membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyRequest } from 'fastify';
import { Selectable } from './selection.ts';

/** What a QUERY's content is here. */
const QUERY_TYPE = 'application/json';

/** RFC 9110 §4.1 recommends to support URIs of 8000 octets at least: a longer one may get nowhere. */
const MAX_URL_CHARACTERS = 8000;

/** Does the list's operation for QUERY, beside the GET that does it, too. */
export function Queried(route: string, operation: OperationName): MethodDecorator {
  return applyDecorators(QueryMethod(route), Takes(QUERY_TYPE), Selectable(operation));
}

/** A list as it was asked for: by GET in the query string, or by QUERY (RFC 10008) in a content with the same members. */
export interface AskedList<N extends OperationName> {
  readonly input: Unchecked<InputOf<N>>;
  /** The header fields of every page: where its neighbours are, and that the list can be asked by QUERY. */
  fieldsOf(page: { readonly next?: string; readonly previous?: string }): Readonly<Record<string, string>>;
}

/** Controller parameter: the list that is asked for. */
export const Asked = createParamDecorator(
  (operation: OperationName, context: ExecutionContext): AskedList<OperationName> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return request.method === 'QUERY' ? queried(operation, request) : asked(operation, request);
  },
);

function asked(operation: OperationName, { query, url }: FastifyRequest): AskedList<OperationName> {
  return {
    input: parseInput[operation](membersFromTexts(operation, query as object)),
    fieldsOf: (page) => ({ 'accept-query': QUERY_TYPE, link: linkHeader(pageLinks(url, page)) }),
  };
}

function queried(operation: OperationName, request: FastifyRequest): AskedList<OperationName> {
  const { query, url, body } = request;
  const [path = ''] = url.split('?', 1);
  return {
    // Read by the handler: by then it is known who asks.
    get input() {
      // Two places to say the same could disagree.
      if (Object.keys(query as object).length > 0) {
        const message = 'must say all of a QUERY, whose URI has no query';
        throw new Refusal('invalid-input', { errors: [{ path: '', message }] });
      }
      return parseInput[operation](withoutSelection(readableBody(body)), handlingOf(request));
    },
    fieldsOf: (page) => {
      const same = urlOf(operation, path, body as object);
      const acceptQuery = { 'accept-query': QUERY_TYPE };
      // RFC 10008 §2.4: a GET of what `Location` names asks the same again, and its pages are to be had by GET, too.
      return same.length > MAX_URL_CHARACTERS
        ? acceptQuery
        : { ...acceptQuery, location: same, link: linkHeader(pageLinks(same, page)) };
    },
  };
}

/** The members that are the operation's own, of which a strict client wants to know that they are known. */
function withoutSelection(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content;
  const { fields: _fields, expand: _expand, ...members } = content as Readonly<Record<string, unknown>>;
  return members;
}

/** The URI that says the same by GET. What the operation does not know says nothing. */
function urlOf(operation: OperationName, path: string, members: object): string {
  const { properties } = inputJsonSchema(operation) as { readonly properties: object };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) {
    const isSaid = Object.hasOwn(properties, name) || name === 'fields' || name === 'expand';
    if (isSaid && value !== undefined && value !== null) parameters.set(name, textOf(value));
  }
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}

/** As `membersFromTexts` reads it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (typeof value !== 'object' || value === null) return String(value);
  const { lat, lon } = value as { readonly lat?: number; readonly lon?: number };
  return `${String(lat)},${String(lon)}`;
}
