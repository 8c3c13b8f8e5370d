import { isRefusal, Refusal, type RefusalCode, type RefusalDetails, type RefusalOf } from '@rungs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProtocolError } from './style-errors.ts';
import { challengeFor } from './sign-in.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The HTTP status of each refusal where HTTP is used as meant: levels 2 and 3. */
export const STATUS_OF = {
  // RFC 9110 §15.5.2, with WWW-Authenticate.
  unauthenticated: 401,
  // RFC 9110 §15.5.1: malformed request syntax.
  unreadable: 400,
  // RFC 9110 §15.5.5; hidden things are not found either, "unwilling to disclose that one exists".
  'operation-unknown': 404,
  'consumer-not-found': 404,
  'restaurant-not-found': 404,
  'menu-item-not-found': 404,
  'basket-not-found': 404,
  'order-not-found': 404,
  'ticket-not-found': 404,
  'delivery-not-found': 404,
  'courier-not-found': 404,
  'bill-not-found': 404,
  'photo-not-found': 404,
  'menu-import-not-found': 404,
  // RFC 9110 §15.5.4.
  forbidden: 403,
  // RFC 9110 §15.5.10: conflict with the current state of the resource; the user might resolve it and ask again.
  'order-not-cancellable': 409,
  'order-not-revisable': 409,
  'ticket-not-acceptable': 409,
  'ticket-not-rejectable': 409,
  'preparation-not-startable': 409,
  'preparation-not-finishable': 409,
  'pickup-not-allowed': 409,
  'dropoff-not-allowed': 409,
  'courier-not-assignable': 409,
  'location-not-reportable': 409,
  'bill-not-refundable': 409,
  'menu-item-unavailable': 409,
  'restaurant-closed': 409,
  'basket-empty': 409,
  'courier-busy': 409,
  'courier-unavailable': 409,
  'refund-exceeds-payment': 409,
  // RFC 6585 §3.
  'version-required': 428,
  // RFC 9110 §15.5.13.
  'stale-version': 412,
  // RFC 9110 §15.5.21: understood and well-formed, yet the instructions cannot be followed.
  'invalid-input': 422,
  'ready-by-out-of-range': 422,
  // 402 is still reserved (RFC 9110 §15.5.3).
  'payment-declined': 422,
  // draft-ietf-httpapi-idempotency-key-header §2.7: the key was used with another request.
  'idempotency-conflict': 422,
  // RFC 9110 §15.6.4, with Retry-After.
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>;

/** The status of one refusal: what there was is gone, RFC 9110 §15.5.11. */
export function statusOf({ code, details }: Pick<Refusal | RefusalOf, 'code' | 'details'>): number {
  return code === 'photo-not-found' && (details as RefusalDetails['photo-not-found']).gone ? GONE : STATUS_OF[code];
}

/** The statuses that refusals of this kind may have. */
export function statusesOf(code: RefusalCode): readonly number[] {
  return code === 'photo-not-found' ? [STATUS_OF[code], GONE] : [STATUS_OF[code]];
}

const GONE = 410;

/** What is always true of a kind of problem: RFC 9457 §3.1.3, the title does not change between occurrences. */
export const TITLE_OF = {
  unauthenticated: 'Sign in first',
  unreadable: 'The request cannot be read',
  'operation-unknown': 'There is no such operation',
  'consumer-not-found': 'There is no such consumer',
  'restaurant-not-found': 'There is no such restaurant',
  'menu-item-not-found': 'There is no such menu item',
  'basket-not-found': 'There is no such basket',
  'order-not-found': 'There is no such order',
  'ticket-not-found': 'There is no such ticket',
  'delivery-not-found': 'There is no such delivery',
  'courier-not-found': 'There is no such courier',
  'bill-not-found': 'There is no such bill',
  'photo-not-found': 'There is no such photo',
  'menu-import-not-found': 'There is no such menu import',
  forbidden: 'This is not yours to do',
  'order-not-cancellable': 'The order can no longer be cancelled',
  'order-not-revisable': 'The order can no longer be revised',
  'ticket-not-acceptable': 'The ticket cannot be accepted now',
  'ticket-not-rejectable': 'The ticket cannot be rejected now',
  'preparation-not-startable': 'Cooking cannot start now',
  'preparation-not-finishable': 'Cooking cannot end now',
  'pickup-not-allowed': 'The order cannot be picked up now',
  'dropoff-not-allowed': 'The order cannot be dropped off now',
  'courier-not-assignable': 'No courier can be assigned now',
  'location-not-reportable': 'Nobody is on the way with this now',
  'bill-not-refundable': 'The bill cannot be refunded now',
  'version-required': 'Say which version you are changing',
  'stale-version': 'Somebody changed it before you',
  'invalid-input': 'The input is not valid',
  'menu-item-unavailable': 'A dish is not available',
  'restaurant-closed': 'The restaurant is closed',
  'basket-empty': 'The basket is empty',
  'payment-declined': 'The card was declined',
  'ready-by-out-of-range': 'The time promised is out of range',
  'courier-busy': 'The courier is delivering',
  'courier-unavailable': 'No courier is free',
  'refund-exceeds-payment': 'The refund is larger than the payment',
  'idempotency-conflict': 'The idempotency key was used for another request',
  unavailable: 'A part of the system is unavailable',
} as const satisfies Record<RefusalCode, string>;

/** A problem document: RFC 9457. `code` and the refusal's details are its extension members (§3.2). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code?: RefusalCode;
  readonly traceId?: string;
  readonly [member: string]: unknown;
}

/** Where a kind of problem is explained; also its `type`. */
export function problemTypeOf(code: RefusalCode): string {
  return `/problems/${code}`;
}

/** A refusal as a problem document; its details (`errors`, `currentVersion` …) stand beside the standard members. */
export function problemOf(refusal: Refusal | RefusalOf): Problem {
  const { code, message, details } = refusal;
  return {
    // §3.2: extension members never replace the standard ones, hence first.
    ...(details as Partial<RefusalDetails[RefusalCode]>),
    type: problemTypeOf(code),
    title: TITLE_OF[code],
    status: statusOf(refusal),
    detail: message,
    code,
  };
}

/**
 * What HTTP itself refused. Where there is no route (404), or not for this method (405), no operation of ours is
 * known; for all else `about:blank` says no more than the status does (RFC 9457 §4.2.1).
 */
function protocolProblemOf(
  { httpStatus, title, detail }: ProtocolError,
  request: Pick<FastifyRequest, 'method' | 'url'>,
): Problem {
  if (httpStatus !== 404 && httpStatus !== 405) return { type: 'about:blank', title, status: httpStatus, detail };
  const operation = `${request.method} ${request.url.split('?', 1)[0] ?? ''}`;
  return { ...problemOf(new Refusal('operation-unknown', { operation })), status: httpStatus };
}

/** A defect of ours, without what happened. */
function defectProblemOf(traceId: string): Problem {
  return {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: `Something went wrong on our side. Tell us the trace ${traceId}.`,
    traceId,
  };
}

/**
 * Sends a refusal as HTTP means it: status, problem document, and the fields that belong to the status. `more` are
 * further extension members (RFC 9457 §3.2), which a client that does not know them ignores.
 */
export function sendRefusal(refusal: Refusal, reply: FastifyReply, more: object = {}): void {
  if (isRefusal(refusal, 'unauthenticated')) void reply.header('www-authenticate', challengeFor(refusal));
  if (isRefusal(refusal, 'unavailable')) void reply.header('retry-after', refusal.details.retryAfterSeconds);
  sendProblem({ ...more, ...problemOf(refusal) }, reply);
}

/** The same for what HTTP refused. */
export function sendProtocolError(
  error: ProtocolError,
  request: FastifyRequest,
  reply: FastifyReply,
  more: object = {},
): void {
  // RFC 9110 §15.5.6: a 405 names what is allowed.
  if (error.allow) void reply.header('allow', error.allow.join(', '));
  if (error.httpStatus === 415) sayWhatIsTaken(request, reply);
  sendProblem({ ...more, ...protocolProblemOf(error, request) }, reply);
}

/** RFC 9110 §15.5.16: a 415 may say in `Accept` what would be taken; after a PATCH in `Accept-Patch`, RFC 5789 §2.2. */
function sayWhatIsTaken({ method, routeOptions }: FastifyRequest, reply: FastifyReply): void {
  // Unless it was about the content coding.
  if (reply.hasHeader('accept-encoding')) return;
  const { takes = ['application/json'] } = routeOptions.config;
  void reply.header(method === 'PATCH' ? 'accept-patch' : 'accept', takes.join(', '));
}

export function sendDefect(traceId: string, reply: FastifyReply): void {
  sendProblem(defectProblemOf(traceId), reply);
}

export function sendProblem(problem: Problem, reply: FastifyReply): void {
  // A refusal is this actor's at this moment: nothing for a cache to keep.
  void reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('content-type', PROBLEM_MEDIA_TYPE)
    // Bytes: to a text Fastify would add a charset, which JSON's media types do not have (RFC 8259 §11).
    .send(Buffer.from(JSON.stringify(problem)));
}
