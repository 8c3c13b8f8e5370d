import { applyDecorators, Controller, UseGuards, UseInterceptors } from '@nestjs/common';
import type { ChangeInput, Unchecked } from '@rungs/application';
import { Answers, heldBy, heldVersionsFrom, idempotencyKeyFrom, JsonOnly, uriMapOf } from '@rungs/http';
import { parseAt } from '@rungs/json';
import type { FastifyRequest } from 'fastify';

/** Every path of this style: routes and hrefs are both made from here. */
export const uris = uriMapOf('/level2');

/** Names the style: a controller of level 2. */
export function Level2(): ClassDecorator {
  return applyDecorators(Controller(), UseGuards(JsonOnly), UseInterceptors(Answers));
}

type Ids = Readonly<Record<string, string>>;

/** An operation's input: from the body, the ids in the path, and what header fields say, which win over the body. */
export function inputOf<T>(
  parse: (members: unknown) => Unchecked<T>,
  body: unknown,
  ids: Ids,
  said: ChangeInput,
): Unchecked<T> {
  // What has no members is for the parser to refuse.
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) return parse(body);
  const { heldVersions, ...members } = said;
  return heldBy(parseAt(parse, { ...body, ...members }, ids), heldVersions);
}

/** What the header fields of a change say. */
export function saidBy(request: FastifyRequest): ChangeInput {
  return { expectedVersion: undefined, ...heldVersionsFrom(request), idempotencyKey: idempotencyKeyFrom(request) };
}

/** The same for what is not versioned, or not there yet: `If-Match` has nothing to match. */
export function keyedBy(request: FastifyRequest): Pick<ChangeInput, 'idempotencyKey'> {
  return { idempotencyKey: idempotencyKeyFrom(request) };
}

// RFC 9111 §5.2.2. Everything is revalidated before it is used again; what depends on who asks is for nobody else.
export const SHARED = { 'cache-control': 'public, no-cache' };
export const PRIVATE = { 'cache-control': 'private, no-cache', vary: 'Authorization' };
