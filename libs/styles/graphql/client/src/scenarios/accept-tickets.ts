import type { InputOf } from '@rungs/application';
import {
  UnexpectedAnswerError,
  type AcceptedTickets,
  type AcceptTicketsTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf } from '../knowledge.ts';
import { ask, changedIn, changeSeveral, REFUSAL, refusedBy, severalOf, type PayloadWith } from '../program.ts';
import type { UserError } from '../user-errors.ts';

interface Ticket {
  readonly state: string;
}
type TicketPayload = PayloadWith<'ticket', Ticket>;

const ACCEPTING = {
  mutation: 'acceptTicket',
  inputType: 'AcceptTicketInput',
  payload: `{ ticket { state } userErrors ${REFUSAL} }`,
};

export const TICKET_ACCEPTED = documentOf<
  { acceptTicket: TicketPayload | null },
  { readonly input: InputOf<'acceptTicket'> }
>(`mutation TicketAccepted($input: AcceptTicketInput!) { acceptTicket(input: $input) ${ACCEPTING.payload} }`);

export const THREE_TICKETS_ACCEPTED = severalOf(ACCEPTING, 3).document;

interface Acceptance {
  readonly ticket: Ticket | null;
  readonly userError: UserError | null;
}

export const TICKETS_ACCEPTED = documentOf<
  { acceptTickets: PayloadWith<'acceptances', readonly Acceptance[]> | null },
  { readonly input: InputOf<'acceptTickets'> }
>(`
  mutation TicketsAccepted($input: AcceptTicketsInput!) {
    acceptTickets(input: $input) {
      acceptances { ticket { state } userError ${REFUSAL} }
      userErrors ${REFUSAL}
    }
  }
`);

const FILLED_IN = ['orderId', 'readyBy', 'expectedVersion'];

/** Without a key: at the version that was seen, a ticket is accepted once, however often it is sent. */
function inputsOf({ tickets, readyBy }: AcceptTicketsTask): InputOf<'acceptTicket'>[] {
  return tickets.map(({ orderId, version }) => ({ orderId, readyBy, expectedVersion: version }));
}

function stateOf({ ticket, userError }: Acceptance): string {
  if (userError) throw refusedBy(userError);
  if (!ticket) throw new UnexpectedAnswerError('An acceptance holds neither a ticket nor an error.');
  return ticket.state;
}

/** Accepting several tickets in GraphQL: a mutation for each, several in one document, or the field made for it. */
export const acceptTickets: ScenarioPrograms<AcceptTicketsTask, AcceptTicketsTask, AcceptedTickets> = {
  arrive: async (_options, task) => task,

  granular: {
    async run(context, task) {
      const states = inputsOf(task).map(async (input, at) => {
        const { found } = await ask(context, `ticket ${at + 1}`, [], TICKET_ACCEPTED, { input });
        return changedIn(found.acceptTicket, 'ticket').state;
      });
      return { states: await Promise.all(states) };
    },
    knows: knowledgeOf([TICKET_ACCEPTED], { filledIn: FILLED_IN }),
  },

  composed: {
    async run(context, task) {
      const inputs = inputsOf(task);
      const { found } = await changeSeveral<InputOf<'acceptTicket'>, TicketPayload>(
        context,
        'tickets',
        [],
        ACCEPTING,
        inputs,
      );
      return { states: found.map((payload) => changedIn(payload, 'ticket').state) };
    },
    knows: knowledgeOf([THREE_TICKETS_ACCEPTED], { filledIn: FILLED_IN }),
  },

  'purpose-built': {
    async run(context, { tickets, readyBy }) {
      const input = { tickets: inputsOf({ tickets, readyBy }), idempotencyKey: context.newKey() };
      const { found } = await ask(context, 'tickets', [], TICKETS_ACCEPTED, { input });
      return { states: changedIn(found.acceptTickets, 'acceptances').map(stateOf) };
    },
    knows: knowledgeOf([TICKETS_ACCEPTED], {
      filledIn: ['tickets', ...FILLED_IN, 'idempotencyKey'],
      rules: ['Acceptances come in the order in which the tickets were named.'],
    }),
  },
};
