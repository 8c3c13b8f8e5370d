import type { TicketJson } from '@rungs/json';
import {
  NotOfferedError,
  RefusedError,
  UnexpectedAnswerError,
  type AcceptedTickets,
  type AcceptTicketsTask,
  type ClientOptions,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { embeddedIn, formsOf, get, hrefOf, refusalOf, type Form, type Problem, type Resource } from '../hypermedia.ts';
import { ITEMS, Walker } from '../walker.ts';
import { shown, Steps } from './steps.ts';

/** The list as it was shown: the pages of it on which the tickets are that shall be accepted. */
export interface ShownTickets {
  readonly pages: readonly Resource[];
  readonly orderIds: readonly string[];
  readonly readyBy: string;
}

async function arrive(options: ClientOptions, { tickets, readyBy }: AcceptTicketsTask): Promise<ShownTickets> {
  const orderIds = tickets.map(({ orderId }) => orderId);
  const awaiting = { states: ['AWAITING_ACCEPTANCE'], limit: 100 };
  const pages = [await new Walker(options).begin('listTickets', 'rungs:tickets', awaiting, ITEMS)];
  // Oldest first: what has just come in is at the end.
  while (!orderIds.every((orderId) => pages.some((page) => listed(page, orderId)))) {
    const next = hrefOf(pages.at(-1) as Resource, 'next');
    if (next === undefined) throw new UnexpectedAnswerError('The list lacks a ticket that was to be accepted.');
    pages.push(await get(options, next, ITEMS));
  }
  return { pages: pages.filter((page) => orderIds.some((orderId) => listed(page, orderId))), orderIds, readyBy };
}

function listed(page: Resource, orderId: string): Resource | undefined {
  return embeddedIn(page, 'item').find((ticket) => shown<TicketJson>(ticket).orderId === orderId);
}

/** What came with the list has its forms with it. */
async function granular(context: ProgramContext, { pages, orderIds, readyBy }: ShownTickets): Promise<AcceptedTickets> {
  const steps = new Steps(context);
  const states = orderIds.map(async (orderId, at) => {
    const item = pages.map((page) => listed(page, orderId)).find((found) => found !== undefined);
    if (!item) throw new NotOfferedError('acceptTicket');
    const { resource } = await steps.submit(`accept ${at + 1}`, { resource: item }, 'acceptTicket', { readyBy });
    return shown<TicketJson>(resource).state;
  });
  return { states: await Promise.all(states) };
}

/** The form of each page that has some of them: of one page, as long as there is but one. */
async function purposeBuilt(
  context: ProgramContext,
  { pages, orderIds, readyBy }: ShownTickets,
): Promise<AcceptedTickets> {
  const steps = new Steps(context);
  const answers = await Promise.all(
    pages.map((page, at) => {
      const form = formsOf(page)['acceptTickets'];
      if (!form) throw new NotOfferedError('acceptTickets');
      return steps.send(`page ${at + 1}`, { resource: page }, form, rowsFilledIn(form, orderIds, readyBy));
    }),
  );
  const states = new Map(answers.flatMap(({ resource }) => embeddedIn(resource, 'item').map(stateOf)));
  return {
    states: orderIds.map((orderId) => {
      const state = states.get(orderId);
      if (state === undefined) throw new UnexpectedAnswerError('What became of a ticket was not said.');
      return state;
    }),
  };
}

/** Rows that are left out accept nothing; those that are not go back as they came, with the time that is promised. */
function rowsFilledIn(
  { properties = [] }: Form,
  orderIds: readonly string[],
  readyBy: string,
): Record<string, unknown> {
  const rows = properties
    .filter(({ name, value }) => name.endsWith('.orderId') && orderIds.includes(String(value)))
    .map(({ name }) => name.slice(0, -'orderId'.length));
  const sent = properties.filter(({ name }) => !name.includes('.') || rows.some((row) => name.startsWith(row)));
  return Object.fromEntries(sent.map(({ name, value }) => [name, name.endsWith('.readyBy') ? readyBy : value]));
}

/** As if it had been asked for alone: the ticket, or the problem that it would have met. */
function stateOf(answer: Resource): readonly [string, string] {
  const told = shown<{ orderId: string; status: number; problem: Problem }>(answer);
  const [ticket] = embeddedIn(answer, 'rungs:ticket');
  if (ticket) return [told.orderId, shown<TicketJson>(ticket).state];
  throw new RefusedError(refusalOf(told.problem), told.status);
}

export const acceptTicketsPrograms: ScenarioPrograms<AcceptTicketsTask, ShownTickets, AcceptedTickets> = {
  arrive,
  granular: {
    run: granular,
    knows: { addresses: [], names: ['item', 'orderId', 'acceptTicket', 'readyBy', 'state'], rules: [] },
  },
  composed: {
    notApplicable: 'a form is for one thing or made for several: a client cannot put forms together itself',
  },
  'purpose-built': {
    run: purposeBuilt,
    knows: {
      addresses: [],
      names: ['acceptTickets', 'orderId', 'readyBy', 'item', 'rungs:ticket', 'state'],
      rules: [],
    },
  },
};
