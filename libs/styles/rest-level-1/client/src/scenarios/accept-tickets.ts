import {
  UnexpectedAnswerError,
  type AcceptedTickets,
  type AcceptTicketsTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask } from '../ask.ts';
import { NO_COMPOSITION } from '../composition.ts';
import { knowing } from '../knowledge.ts';
import { resources } from '../resources.ts';

const { ticket, tickets: allTickets } = resources;

/** Accepting several tickets: an action on each, or one on all tickets that was made for several. */
export const acceptTicketsPrograms: ScenarioPrograms<AcceptTicketsTask, AcceptTicketsTask, AcceptedTickets> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing([ticket], ['acceptTicket'], ['readyBy', 'expectedVersion']),
    run: async (context, { tickets, readyBy }) => {
      const accepted = await Promise.all(
        tickets.map(({ orderId, version: expectedVersion }, index) =>
          ask(context, `ticket ${index + 1}`, [], ticket({ orderId }), 'acceptTicket', { readyBy, expectedVersion }),
        ),
      );
      return { states: accepted.map(({ outcome }) => outcome.state) };
    },
  },

  composed: NO_COMPOSITION,

  'purpose-built': {
    knows: knowing(
      [allTickets],
      ['acceptTickets'],
      ['tickets', 'orderId', 'readyBy', 'expectedVersion', 'idempotencyKey'],
    ),
    run: async (context, { tickets, readyBy }) => {
      const { outcome } = await ask(context, 'tickets', [], allTickets(), 'acceptTickets', {
        tickets: tickets.map(({ orderId, version: expectedVersion }) => ({ orderId, readyBy, expectedVersion })),
        idempotencyKey: context.newKey(),
      });
      const states = tickets.map(({ orderId }) => {
        const acceptance = outcome.find((candidate) => candidate.orderId === orderId);
        if (acceptance && 'ticket' in acceptance) return acceptance.ticket.state;
        throw new UnexpectedAnswerError(`Ticket ${orderId}: ${acceptance?.refusal.code ?? 'no word of it'}.`);
      });
      return { states };
    },
  },
};
