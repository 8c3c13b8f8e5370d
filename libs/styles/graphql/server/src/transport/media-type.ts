import { acceptedOf } from '@rungs/http';

/** Says that a GraphQL server answers, so that its status may be any: GraphQL over HTTP, §3.1. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';
/** What legacy clients take, and what they get who take anything. */
export const JSON_RESPONSE = 'application/json';

export type ResponseType = typeof GRAPHQL_RESPONSE | typeof JSON_RESPONSE;

/** The media type of an answer to this request; undefined where it takes neither. */
export function responseTypeFor(accept: string | undefined): ResponseType | undefined {
  return acceptedOf(accept, [JSON_RESPONSE, GRAPHQL_RESPONSE]);
}

/** The same as a field's value, with the encoding that there always is. */
export function contentTypeOf(type: ResponseType): string {
  return `${type}; charset=utf-8`;
}
