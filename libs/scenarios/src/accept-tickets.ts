import type { Scenario } from './scenario.ts';
import { halfAnHourAfter, newOrder, NO_SECOND_VISIT, takeBack } from './staging.ts';

export interface AcceptTicketsTask {
  readonly tickets: readonly { readonly orderId: string; readonly version: number }[];
  readonly readyBy: string;
}

/** What the kitchen's screen shows of each ticket afterwards, in the order given. */
export interface AcceptedTickets {
  readonly states: readonly string[];
}

const TICKETS = 3;

export const acceptTicketsScenario: Scenario<'accept-tickets'> = {
  id: 'accept-tickets',
  title: 'Accepting several tickets',
  question: 'What does it cost to do one thing to several, each of which may be refused on its own?',
  holds: 'ids and versions from the list of tickets; at level 3 the list with its links',
  personas: ['luigi'],
  secondVisit: NO_SECOND_VISIT,
  async prepare(stage) {
    const luigi = await stage.as('luigi');
    const tickets: { orderId: string; version: number }[] = [];
    let readyBy = '';
    while (tickets.length < TICKETS) {
      const { id: orderId, placedAt } = await newOrder(stage);
      const { version } = await luigi.getTicket({ orderId });
      tickets.push({ orderId, version });
      readyBy = halfAnHourAfter(placedAt);
    }
    return { tickets, readyBy };
  },
  async finish(stage, { tickets }) {
    for (const { orderId } of tickets) await takeBack(stage, orderId);
  },
};
