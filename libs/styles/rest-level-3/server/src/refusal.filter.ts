import { isRefusal, type Refusal } from '@rungs/domain';
import {
  challengeFor,
  problemOf,
  sendDefect,
  sendProblem,
  sendProtocolError,
  STATUS_OF,
  type StyleErrors,
} from '@rungs/http';
import type { FastifyRequest } from 'fastify';
import { link, type Links } from './hal.ts';
import { uris } from './level.ts';

/** Level 3 says no as level 2 does, and says where one can go on. */
export const refusalFilter: StyleErrors = {
  prefix: uris.prefix,
  refuse: (refusal, request, reply) => {
    if (isRefusal(refusal, 'unauthenticated')) void reply.header('www-authenticate', challengeFor(refusal));
    if (isRefusal(refusal, 'unavailable')) void reply.header('retry-after', refusal.details.retryAfterSeconds);
    // RFC 9457 §3.2: links are an extension member, which a client that does not know them ignores.
    sendProblem({ ...problemOf(refusal), _links: waysOn(refusal, request) }, reply);
  },
  protocol: (error, request, reply) => sendProtocolError(error, request, reply),
  defect: (traceId, _request, reply) => sendDefect(traceId, reply),
};

/** Home, and back to the thing that the request was about, if it may be seen: its links and forms are today's. */
export function waysOn({ code }: Pick<Refusal, 'code'>, { params }: Pick<FastifyRequest, 'params'>): Links {
  const { orderId, consumerId, restaurantId } = (params ?? {}) as Record<string, string | undefined>;
  const home = { 'rungs:home': link(uris.href('home', {})) };
  if (STATUS_OF[code] === 401 || STATUS_OF[code] === 404) return home;
  if (orderId !== undefined) return { about: link(uris.href('order', { orderId })), ...home };
  if (consumerId === undefined || restaurantId === undefined) return home;
  return { about: link(uris.href('basket', { consumerId, restaurantId })), ...home };
}
