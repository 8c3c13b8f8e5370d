import { applyDecorators, Controller, UseGuards, UseInterceptors } from '@nestjs/common';
import { InvalidInput, readableMembers, type ChangeInput, type Unchecked } from '@rungs/application';
import type { FieldError } from '@rungs/domain';
import {
  AcceptedOnly,
  Answers,
  handlingOf,
  heldBy,
  heldVersionsFrom,
  idempotencyKeyFrom,
  JsonOnly,
  unknownInQuery,
  uriMapOf,
} from '@rungs/http';
import { parseAt, type Handling } from '@rungs/json';
import type { FastifyRequest } from 'fastify';

/** Every path of this style: routes and hrefs are both made from here. */
export const uris = uriMapOf('/level2');

/** What the query of a read may hold: beside what its resource knows, what of it is wanted (see `selection/`). */
const uriOfReads: Pick<typeof uris, 'queryOf'> = {
  // Of a photo there is nothing to select: it has no members.
  queryOf: (route) => new Set([...uris.queryOf(route), ...(route === uris.route('photo') ? [] : ['fields', 'expand'])]),
};

/** Names the style: a controller of level 2. */
export function Level2(): ClassDecorator {
  return applyDecorators(Controller(), UseGuards(JsonOnly, AcceptedOnly), UseInterceptors(new Answers(uriOfReads)));
}

type Ids = Readonly<Record<string, string>>;

/** What the request of a change says besides its body. */
export interface Said extends ChangeInput {
  readonly handling: Handling | undefined;
  /** What is wrong with its query. */
  readonly errors: readonly FieldError[];
}

/** An operation's input: from the body, the ids in the path, and what header fields say, which win over the body. */
export function inputOf<T>(
  parse: (members: unknown, handling?: Handling) => Unchecked<T>,
  body: unknown,
  ids: Ids,
  said: Said,
): Unchecked<T> {
  // What has no members is for the parser to refuse.
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) return parse(body);
  const { heldVersions, unlessVersions, handling, errors, ...members } = said;
  const input = parseAt(parse, { ...body, ...members }, ids, handling);
  return heldBy(withErrors(input, errors), { heldVersions, unlessVersions });
}

/** An input with more that is wrong with it. */
export function withErrors<T>(input: Unchecked<T>, errors: readonly FieldError[]): Unchecked<T> {
  if (errors.length === 0) return input;
  return new InvalidInput<T>(readableMembers(input), [
    ...errors,
    ...(input instanceof InvalidInput ? input.errors : []),
  ]);
}

/** What the header fields of a change say. */
export function saidBy(request: FastifyRequest): Said {
  return { expectedVersion: undefined, ...heldVersionsFrom(request), ...keyedBy(request) };
}

/** The same for what is not versioned, or not there yet: `If-Match` has nothing to match. */
export function keyedBy(request: FastifyRequest): Omit<Said, 'expectedVersion'> {
  return {
    idempotencyKey: idempotencyKeyFrom(request),
    handling: handlingOf(request),
    errors: unknownInQuery(request, uris),
  };
}

// RFC 9111 §5.2.2. Everything is revalidated before it is used again; what depends on who asks is for nobody else.
export const SHARED = { 'cache-control': 'public, no-cache' };
export const PRIVATE = { 'cache-control': 'private, no-cache', vary: 'Authorization' };
