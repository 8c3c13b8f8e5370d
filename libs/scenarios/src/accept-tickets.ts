import type { OrderJson } from '@rungs/json';
import type { Scenario } from './scenario.ts';
import { halfAnHourAfter, newOrder, NO_SECOND_VISIT, takeAllBack } from './staging.ts';

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
    const orders: OrderJson[] = [];
    const tickets: { orderId: string; version: number }[] = [];
    try {
      while (orders.length < TICKETS) orders.push(await newOrder(stage));
      for (const { id: orderId } of orders) {
        const { version } = await luigi.getTicket({ orderId });
        tickets.push({ orderId, version });
      }
    } catch (error) {
      // Of what could not be prepared, nobody else knows that a part of it is there.
      await takeAllBack(
        stage,
        orders.map(({ id }) => id),
      ).catch(() => undefined);
      throw error;
    }
    return { tickets, readyBy: halfAnHourAfter(orders.at(-1)?.placedAt ?? '') };
  },
  finish: (stage, { tickets }) =>
    takeAllBack(
      stage,
      tickets.map(({ orderId }) => orderId),
    ),
};
