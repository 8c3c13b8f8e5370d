import { REFUSAL_CODES, type RefusalCode } from '@rungs/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { acceptedOf } from './accepted.ts';
import { HTML, sendHtmlPage } from './html-page.ts';
import { problemTypeOf, sendProtocolError, STATUS_OF, TITLE_OF } from './problem.ts';

/** What a person who got the problem wants to know beyond its title. */
const MEANING_OF = {
  unauthenticated:
    'The request carried no bearer token where one is needed, or one that is not ours or has expired. Get a token and send it as “Authorization: Bearer …”.',
  unreadable: 'The body or a header field could not be decoded: not JSON, not UTF-8, empty, or malformed.',
  'operation-unknown': 'The path, method, action or field names nothing that can be done here.',
  'consumer-not-found': 'No consumer has this id, or you may not see the one that has.',
  'restaurant-not-found': 'No restaurant has this id.',
  'menu-item-not-found': 'No dish on this menu has this id.',
  'basket-not-found': 'No such consumer or restaurant, or the basket is not yours to see.',
  'order-not-found': 'No order has this id, or you may not see the one that has.',
  'ticket-not-found': 'No order has this id, or you may not see its ticket.',
  'delivery-not-found': 'No order has this id, or you may not see its delivery.',
  'courier-not-found': 'No courier has this id, or none that you may see.',
  'bill-not-found': 'No order has this id, or you may not see its bill.',
  'photo-not-found': 'The dish has no photo.',
  'menu-import-not-found': 'No import of this menu has this id, or the menu is not yours to import.',
  forbidden: 'You may see the thing, but the operation belongs to another role.',
  'order-not-cancellable': 'An order can be cancelled while it is APPROVED or ACCEPTED. “state” is the current one.',
  'order-not-revisable': 'An order can be revised while it is APPROVED. “state” is the current one.',
  'ticket-not-acceptable': 'A ticket can be accepted while it awaits acceptance. “state” is the current one.',
  'ticket-not-rejectable': 'A ticket can be rejected while it awaits acceptance. “state” is the current one.',
  'preparation-not-startable': 'Cooking starts from an ACCEPTED ticket. “state” is the current one.',
  'preparation-not-finishable': 'Cooking ends from a PREPARING ticket. “state” is the current one.',
  'pickup-not-allowed': 'A scheduled delivery is picked up when its food is ready. “state” is the current one.',
  'dropoff-not-allowed': 'A delivery is dropped off when it is on its way. “state” is the current one.',
  'courier-not-assignable': 'Couriers are assigned to waiting deliveries of accepted orders.',
  'location-not-reportable': 'A courier reports where a current delivery is. “state” is the current one.',
  'bill-not-refundable': 'Only a captured payment can be refunded. “state” is the current one.',
  'version-required': 'A change must say which version it is meant for. “currentVersion” is what it is now.',
  'stale-version': 'The thing has changed since the version named. Read it again, then decide anew.',
  'invalid-input': '“errors” says what is wrong with which member; “path” is a JSON pointer into the input.',
  'menu-item-unavailable': 'The dish is on the menu, but not to be had now.',
  'restaurant-closed': 'The restaurant takes no orders now.',
  'basket-empty': 'There is nothing in the basket to check out.',
  'payment-declined': 'The payment provider refused the card. Nothing was ordered, changed or charged.',
  'ready-by-out-of-range': 'The kitchen must promise a time between now and 24 hours ahead.',
  'courier-busy': 'A courier with a current delivery cannot go off duty.',
  'courier-unavailable': 'All couriers are off duty or delivering.',
  'refund-exceeds-payment': 'Refunds add up to at most what was captured. “refundableAmount” is what is left.',
  'idempotency-conflict': 'A repeated key must come with the same request. Use a new key for a new request.',
  unavailable: 'Something we depend on does not answer. Ask again after “retryAfterSeconds”.',
} as const satisfies Record<RefusalCode, string>;

interface ProblemPage {
  readonly code: RefusalCode;
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly meaning: string;
}

function pageOf(code: RefusalCode): ProblemPage {
  const type = problemTypeOf(code);
  return { code, type, title: TITLE_OF[code], status: STATUS_OF[code], meaning: MEANING_OF[code] };
}

/** `GET /problems` and `/problems/{code}`: what a problem's `type` leads to, for people and for programs. */
export function registerProblemPages(fastify: FastifyInstance): void {
  fastify.get('/problems', async (request, reply) => {
    const pages = REFUSAL_CODES.map(pageOf);
    void reply.header('cache-control', 'public, max-age=3600').header('vary', 'Accept');
    if (!wantsHtml(request)) return { problems: pages };
    const items = pages.map(({ type, title, status }) => `<li><a href="${type}">${title}</a> (${status})</li>`);
    return sendHtmlPage(reply, 'Problems', `<ul>${items.join('')}</ul>`);
  });
  fastify.get<{ Params: { code: string } }>('/problems/:code', async (request, reply) => {
    const code = REFUSAL_CODES.find((known) => known === request.params.code);
    if (code === undefined) {
      const detail = 'There is no problem of this kind.';
      return sendProtocolError({ httpStatus: 404, title: 'Not Found', detail }, request, reply);
    }
    void reply.header('cache-control', 'public, max-age=3600').header('vary', 'Accept');
    const page = pageOf(code);
    if (!wantsHtml(request)) return page;
    const body = `<p><code>${code}</code>, HTTP status ${page.status} at levels 2 and 3</p><p>${page.meaning}</p><p><a href="/problems">All problems</a></p>`;
    return sendHtmlPage(reply, page.title, body);
  });
}

/** Whoever wants neither gets JSON all the same: RFC 9110 §15.5.7, rather that than a 406 about what explains problems. */
function wantsHtml({ headers }: FastifyRequest): boolean {
  return acceptedOf(headers.accept, ['application/json', HTML]) === HTML;
}
