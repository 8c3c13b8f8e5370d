import { sendDefect, sendProtocolError, sendRefusal, statusOf, type StyleErrors } from '@rungs/http';
import type { FastifyRequest } from 'fastify';
import { atFields } from './forms.ts';
import { link, type Links, withCuries } from './hal.ts';
import { uris } from './level.ts';

/** Level 3 says no as level 2 does, at the fields of its forms, and says where one can go on. */
export const refusalFilter: StyleErrors = {
  prefix: uris.prefix,
  refuse: (refusal, request, reply) =>
    sendRefusal(atFields(refusal, request.body ?? request.query), reply, waysOn(statusOf(refusal), request)),
  protocol: (error, request, reply) => sendProtocolError(error, request, reply, waysOn(error.httpStatus, request)),
  defect: (traceId, _request, reply) => sendDefect(traceId, reply),
};

/** The things whose forms lead elsewhere, by what they lead to. */
const ABOUT = {
  order: ['order', 'revisionSheet', 'orderDetails', 'cancellation'],
  ticket: ['ticket', 'acceptance', 'rejection', 'preparation', 'readiness'],
  delivery: ['delivery', 'track', 'courierAssignment', 'pickup', 'dropoff'],
  bill: ['bill', 'refunds'],
  courier: ['courier', 'duty'],
  consumer: ['consumer'],
  restaurant: ['restaurant'],
  menu: ['menu', 'menuSheet', 'menuImports'],
  menuItem: ['menuItem', 'photo'],
  basket: ['basket', 'basketLines', 'basketLine', 'basketCheckout'],
} as const;

type Thing = keyof typeof ABOUT;

const THING_AT = new Map<string | undefined, Thing>(
  Object.entries(ABOUT).flatMap(([thing, names]) => names.map((name) => [uris.route(name), thing as Thing])),
);

/** Home, and back to the thing that the request was about, unless it is not there: its links and forms are today's. */
function waysOn(status: number, { params, routeOptions }: Pick<FastifyRequest, 'params' | 'routeOptions'>): object {
  const thing = status === 401 || status === 404 ? undefined : THING_AT.get(routeOptions.url);
  const links: Links = {
    ...(thing && { about: link(uris.href(thing, params as never)) }),
    'rungs:home': link(uris.href('home', {})),
  };
  return { _links: withCuries(links, uris.template('relation')) };
}
