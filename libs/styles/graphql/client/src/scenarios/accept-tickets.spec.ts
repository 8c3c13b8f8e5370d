import { describe, expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { acceptTickets } from './accept-tickets.ts';

const readyBy = '2026-11-22T18:30:00.000Z';
const task = {
  tickets: [
    { orderId: 'a', version: 1 },
    { orderId: 'b', version: 2 },
    { orderId: 'c', version: 3 },
  ],
  readyBy,
};
const ACCEPTED = { ticket: { state: 'ACCEPTED' }, userErrors: [] };
const inputOf = (orderId: string, expectedVersion: number) => ({ orderId, readyBy, expectedVersion });
const THREE = [inputOf('a', 1), inputOf('b', 2), inputOf('c', 3)];
const VIEW = { states: ['ACCEPTED', 'ACCEPTED', 'ACCEPTED'] };

describe('accepting several tickets in GraphQL', () => {
  it('sends a mutation for each, all at once', async () => {
    const { exchanges, view } = await ran(acceptTickets.granular, task, {
      TicketAccepted: { acceptTicket: ACCEPTED },
    });
    expect(exchanges.map(({ dependsOn, variables }) => [dependsOn, variables['input']])).toEqual(
      THREE.map((input) => [[], input]),
    );
    expect(view).toEqual(VIEW);
  });

  it('names all of them in one document, each with its own alias', async () => {
    const states = ['ACCEPTED', 'PREPARING', 'REJECTED'];
    const [acceptTicket1, acceptTicket2, acceptTicket3] = states.map((state) => ({
      ticket: { state },
      userErrors: [],
    }));
    const { exchanges, view } = await ran(acceptTickets.composed, task, {
      Several: { acceptTicket2, acceptTicket3, acceptTicket1 },
    });
    const [first, second, third] = THREE;
    expect(exchanges.map(({ dependsOn, variables }) => [dependsOn, variables])).toEqual([
      [[], { acceptTicket1: first, acceptTicket2: second, acceptTicket3: third }],
    ]);
    expect(view).toEqual({ states });
  });

  it('hands all of them to the field that was made for it', async () => {
    const acceptances = THREE.map(() => ({ ticket: { state: 'ACCEPTED' }, userError: null }));
    const { exchanges, view } = await ran(acceptTickets['purpose-built'], task, {
      TicketsAccepted: { acceptTickets: { acceptances, userErrors: [] } },
    });
    expect(exchanges.map(({ dependsOn, variables }) => [dependsOn, variables['input']])).toEqual([
      [[], { tickets: THREE, idempotencyKey: 'key-1' }],
    ]);
    expect(view).toEqual(VIEW);
  });

  it('throws what is refused of any of them', async () => {
    const userError = { code: 'TICKET_NOT_ACCEPTABLE', message: 'No.' };
    const refused = { refusal: { code: 'ticket-not-acceptable', message: 'No.' } };
    const payload = { ticket: null, userErrors: [userError] };
    const several = { Several: { acceptTicket1: ACCEPTED, acceptTicket2: payload, acceptTicket3: ACCEPTED } };
    await expect(ran(acceptTickets.composed, task, several)).rejects.toMatchObject(refused);
    const acceptances = [{ ticket: null, userError }];
    const built = { TicketsAccepted: { acceptTickets: { acceptances, userErrors: [] } } };
    await expect(ran(acceptTickets['purpose-built'], task, built)).rejects.toMatchObject(refused);
  });
});
