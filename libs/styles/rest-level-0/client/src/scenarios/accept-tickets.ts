import {
  UnexpectedAnswerError,
  type AcceptedTickets,
  type AcceptTicketsTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask, askTogether } from '../ask.ts';
import { callOf } from '../json-rpc.ts';
import { knowing } from '../knowledge.ts';

/** Accepting several tickets by JSON-RPC: a call for each, all of those in a batch, one call made for several. */
export const acceptTicketsPrograms: ScenarioPrograms<AcceptTicketsTask, AcceptTicketsTask, AcceptedTickets> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(['acceptTicket'], ['orderId', 'readyBy', 'expectedVersion']),
    run: async (context, { tickets, readyBy }) => {
      const accepted = await Promise.all(
        tickets.map(({ orderId, version: expectedVersion }, index) =>
          ask(context, `ticket ${index + 1}`, [], 'acceptTicket', { orderId, readyBy, expectedVersion }),
        ),
      );
      return { states: accepted.map(({ outcome }) => outcome.state) };
    },
  },

  composed: {
    knows: knowing(['acceptTicket'], ['orderId', 'readyBy', 'expectedVersion']),
    run: async (context, { tickets, readyBy }) => {
      const calls = tickets.map(({ orderId, version: expectedVersion }, index) =>
        callOf(index + 1, 'acceptTicket', { orderId, readyBy, expectedVersion }),
      );
      const { outcomeOf } = await askTogether(context, 'tickets', [], calls);
      return { states: calls.map((call) => outcomeOf(call).state) };
    },
  },

  'purpose-built': {
    knows: knowing(['acceptTickets'], ['tickets', 'orderId', 'readyBy', 'expectedVersion', 'idempotencyKey']),
    run: async (context, { tickets, readyBy }) => {
      const { outcome } = await ask(context, 'tickets', [], 'acceptTickets', {
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
