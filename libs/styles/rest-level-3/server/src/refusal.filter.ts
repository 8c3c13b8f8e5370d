import type { Refusal } from '@rungs/domain';
import { sendDefect, sendProtocolError, sendRefusal, STATUS_OF, type StyleErrors } from '@rungs/http';
import type { FastifyRequest } from 'fastify';
import { link, type Links } from './hal.ts';
import { uris } from './level.ts';

/** Level 3 says no as level 2 does, and says where one can go on. */
export const refusalFilter: StyleErrors = {
  prefix: uris.prefix,
  refuse: (refusal, request, reply) => sendRefusal(refusal, reply, { _links: waysOn(refusal, request) }),
  protocol: (error, request, reply) => sendProtocolError(error, request, reply),
  defect: (traceId, _request, reply) => sendDefect(traceId, reply),
};

/** Home, and back to the thing that the request was about, if it may be seen: its links and forms are today's. */
function waysOn({ code }: Pick<Refusal, 'code'>, { params }: Pick<FastifyRequest, 'params'>): Links {
  const { orderId, consumerId, restaurantId } = (params ?? {}) as Record<string, string | undefined>;
  const home = { 'rungs:home': link(uris.href('home', {})) };
  if (STATUS_OF[code] === 401 || STATUS_OF[code] === 404) return home;
  if (orderId !== undefined) return { about: link(uris.href('order', { orderId })), ...home };
  if (consumerId === undefined || restaurantId === undefined) return home;
  return { about: link(uris.href('basket', { consumerId, restaurantId })), ...home };
}
