import type { TicketJson } from '@rungs/json';
import {
  RefusedError,
  UnexpectedAnswerError,
  type AcceptedTickets,
  type AcceptTicketsTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { refusalOf, type Problem } from '../exchange.ts';
import { expanded, Requests } from './requests.ts';

const ACCEPTANCE = '/level2/tickets/{orderId}/acceptance';
const ACCEPTANCES = '/level2/ticket-acceptances';

async function granular(context: ProgramContext, { tickets, readyBy }: AcceptTicketsTask): Promise<AcceptedTickets> {
  const requests = new Requests(context);
  const accepted = await Promise.all(
    tickets.map(({ orderId, version }, at) =>
      requests.put<TicketJson>(`ticket ${at + 1}`, [], expanded(ACCEPTANCE, { orderId }), {
        body: { readyBy },
        expectedVersion: version,
      }),
    ),
  );
  return { states: accepted.map(({ json }) => json.state) };
}

async function purposeBuilt(
  context: ProgramContext,
  { tickets, readyBy }: AcceptTicketsTask,
): Promise<AcceptedTickets> {
  const { json } = await new Requests(context).post<readonly TicketAnswer[]>('tickets', [], ACCEPTANCES, {
    body: { tickets: tickets.map(({ orderId, version }) => ({ orderId, expectedVersion: version, readyBy })) },
    idempotencyKey: context.newKey(),
  });
  // Found by the order's id: nothing says that answers stand in the order in which tickets were named.
  return {
    states: tickets.map(({ orderId }) =>
      stateOf(
        json.find((answer) => answer.orderId === orderId),
        orderId,
      ),
    ),
  };
}

/** As if it had been asked for alone: the ticket, or the status and problem that it would have met. */
interface TicketAnswer {
  readonly orderId: string;
  readonly ticket?: TicketJson;
  readonly status: number;
  readonly problem: Problem;
}

function stateOf(answer: TicketAnswer | undefined, orderId: string): string {
  if (!answer) throw new UnexpectedAnswerError(`Ticket ${orderId}: no word of it.`);
  if (answer.ticket) return answer.ticket.state;
  throw new RefusedError(refusalOf(answer.problem), answer.status);
}

export const acceptTicketsPrograms: ScenarioPrograms<AcceptTicketsTask, AcceptTicketsTask, AcceptedTickets> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: {
    run: granular,
    knows: {
      addresses: [ACCEPTANCE],
      names: ['PUT', 'If-Match', 'readyBy', 'state'],
      rules: ['A thing’s entity tag is its version in quotes.'],
    },
  },
  composed: {
    notApplicable: 'a request changes one thing: HTTP has no way to send several changes as one',
  },
  'purpose-built': {
    run: purposeBuilt,
    knows: {
      addresses: [ACCEPTANCES],
      names: ['POST', 'Idempotency-Key', 'tickets', 'orderId', 'expectedVersion', 'readyBy', 'ticket', 'state'],
      rules: [],
    },
  },
};
