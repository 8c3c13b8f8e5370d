import type { Page, TicketAcceptance, TicketView } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { problemOf, STATUS_OF, type Problem } from '@rungs/http';
import * as plain from '@rungs/json';
import { conditions, field, hidden, idempotencyKey, instant, reason, rows } from '../fields.ts';
import type { Embedding } from '../embedding.ts';
import { form, formsFor, type FormProperty, type Forms } from '../forms.ts';
import {
  embeddedItems,
  type Hal,
  halPage,
  type HalPart,
  link,
  linkedItems,
  offered,
  offers,
  templated,
} from '../hal.ts';
import { uris } from '../level.ts';

/** The ticket with the forms for what its kitchen may do with it now. */
export function representTicket(ticket: TicketView): Hal<plain.TicketJson> {
  const { orderId } = ticket;
  return {
    ...plain.representTicket(ticket),
    _links: {
      self: link(uris.href('ticket', { orderId })),
      collection: link(uris.href('tickets', {})),
      'rungs:order': link(uris.href('order', { orderId })),
      'rungs:delivery': link(uris.href('delivery', { orderId })),
    },
    _templates: ticketForms(ticket),
  };
}

const READY_BY = 'When the food will be ready, within 24 hours';

function ticketForms({ orderId, version, actions }: TicketView): Forms {
  const seen = () => conditions(version);
  return formsFor(actions, {
    acceptTicket: () =>
      form('PUT', uris.href('acceptance', { orderId }), 'Accept the order', [
        instant('readyBy', READY_BY, { required: true }),
        ...seen(),
      ]),
    rejectTicket: () => form('PUT', uris.href('rejection', { orderId }), 'Reject the order', [reason(), ...seen()]),
    startPreparing: () => form('PUT', uris.href('preparation', { orderId }), 'Cooking begins', seen()),
    finishPreparing: () => form('PUT', uris.href('readiness', { orderId }), 'The food is ready', seen()),
  });
}

/** For the restaurant with the form to accept, at once, what awaits acceptance on this page. */
export function representTickets(page: Page<TicketView>, url: string, actor: Actor, embedding: Embedding<'item'>): Hal {
  const items = embedding.has('item')
    ? embeddedItems(page.items, representTicket)
    : linkedItems(page.items, ({ orderId, state }) => link(uris.href('ticket', { orderId }), state));
  const sheet = offered(actor, 'acceptTickets', { 'rungs:sheet': templated(uris.template('acceptanceSheet')) });
  const list = halPage(url, page, uris.template('tickets'), items, sheet);
  const awaiting = page.items.filter(({ actions }) => actions.includes('acceptTicket'));
  if (!offers(actor, 'acceptTickets') || awaiting.length === 0) return list;
  return { ...list, _templates: acceptancesForm(awaiting, awaiting.length) };
}

/** How many rows the sheet has where nobody says how many. */
const USUAL_ACCEPTANCES = 10;

/** For tickets that one knows of, whatever page they are on: their ids are to be filled in. */
export function representAcceptanceSheet(url: string, count = USUAL_ACCEPTANCES, actor: Actor): Hal {
  return {
    _links: {
      self: link(url),
      ...offered(actor, 'listTickets', { 'rungs:tickets': templated(uris.template('tickets')) }),
    },
    _templates: offers(actor, 'acceptTickets') ? acceptancesForm([], count) : {},
  };
}

/** A row whose time is left empty is left out. */
function acceptancesForm(awaiting: readonly TicketView[], count: number): Forms {
  return {
    acceptTickets: form('POST', uris.href('ticketAcceptances', {}), 'Accept several orders', [
      ...rows(awaiting, count, (ticket, at) => [
        ...ticketFields(`tickets.${at}.`, ticket),
        instant(`tickets.${at}.readyBy`, ticket ? `Order ${ticket.orderId}: ready by` : READY_BY),
      ]),
      idempotencyKey(),
    ]),
  };
}

/** Which one, as it was seen: known, or to be filled in. */
function ticketFields(prefix: string, ticket: TicketView | undefined): readonly FormProperty[] {
  const [orderId, version] = [`${prefix}orderId`, `${prefix}expectedVersion`];
  return ticket
    ? [hidden(orderId, 'Order', ticket.orderId), hidden(version, 'Version seen', ticket.version)]
    : [field(orderId, 'Order'), field(version, 'Version seen', { type: 'number' })];
}

/** What became of one of several, as if it had been asked for alone: its status, and what came with that. */
interface TicketAnswer {
  readonly orderId: string;
  readonly status: number;
  readonly problem?: Problem;
}

export function representAcceptances(acceptances: readonly TicketAcceptance[]): HalPart {
  const item = acceptances.map((acceptance): HalPart<TicketAnswer> => {
    const { orderId } = acceptance;
    if ('ticket' in acceptance) {
      return { orderId, status: 200, _embedded: { 'rungs:ticket': representTicket(acceptance.ticket) } };
    }
    const { refusal } = acceptance;
    return {
      orderId,
      status: STATUS_OF[refusal.code],
      problem: problemOf(refusal),
      ...(STATUS_OF[refusal.code] !== 404 && { _links: { about: link(uris.href('ticket', { orderId })) } }),
    };
  });
  return { _links: { 'rungs:tickets': templated(uris.template('tickets')) }, _embedded: { item } };
}
