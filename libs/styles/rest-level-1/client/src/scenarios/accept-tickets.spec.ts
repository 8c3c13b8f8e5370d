import { RefusedError, UnexpectedAnswerError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { Refused, runAgainst, type Perform } from '../../spec/fake-server.ts';
import { acceptTicketsPrograms } from './accept-tickets.ts';

const READY_BY = '2026-11-22T18:30:00.000Z';
const TASK = {
  tickets: [
    { orderId: 'a', version: 1 },
    { orderId: 'b', version: 2 },
    { orderId: 'c', version: 3 },
  ],
  readyBy: READY_BY,
};

/** States that can be told apart, and in the purpose-built answer another order than asked. */
const perform: Perform = (action, path) =>
  action === 'acceptTicket'
    ? { state: `ACCEPTED ${path.at(-1)}` }
    : ['c', 'a', 'b'].map((id) => ({ orderId: id, ticket: { state: `ACCEPTED ${id}` } }));

const MODES = ['granular', 'purpose-built'] as const;
const run = (mode: (typeof MODES)[number], server = perform) => runAgainst(server, acceptTicketsPrograms[mode], TASK);

describe('accepting several tickets at level 1', () => {
  it('takes an action on each, none of which waits for another', async () => {
    const { exchanges } = await run('granular');
    expect(exchanges).toMatchObject(
      TASK.tickets.map(({ orderId, version }) => ({
        dependsOn: [],
        path: `/level1/tickets/${orderId}`,
        action: 'acceptTicket',
        members: { readyBy: READY_BY, expectedVersion: version },
      })),
    );
  });

  it('cannot be composed, and says why', () => {
    expect(acceptTicketsPrograms.composed).toEqual({
      notApplicable: expect.stringContaining('joins several requests'),
    });
  });

  it('takes one action that was made for several', async () => {
    const { exchanges } = await run('purpose-built');
    const tickets = TASK.tickets.map(({ orderId, version }) => {
      return { orderId, readyBy: READY_BY, expectedVersion: version };
    });
    expect(exchanges).toMatchObject([
      { path: '/level1/tickets', action: 'acceptTickets', members: { tickets, idempotencyKey: 'key-1' } },
    ]);
  });

  it('shows the states in the order given, and declares the addresses and actions that it uses', async () => {
    for (const mode of MODES) {
      const { view, used } = await run(mode);
      expect(view).toEqual({ states: ['ACCEPTED a', 'ACCEPTED b', 'ACCEPTED c'] });
      expect(acceptTicketsPrograms[mode]).toMatchObject({ knows: used });
    }
  });

  it('hides no ticket that was refused', async () => {
    const refusingB: Perform = (action, path, members) => {
      if (action === 'acceptTickets')
        return [
          { orderId: 'a', ticket: {} },
          { orderId: 'b', refusal: { code: 'late' } },
        ];
      if (path.endsWith('/b')) throw new Refused('late');
      return perform(action, path, members);
    };
    await expect(run('granular', refusingB)).rejects.toThrow(RefusedError);
    await expect(run('purpose-built', refusingB)).rejects.toThrow('Ticket b: late.');
  });

  it('misses a ticket of which nothing was said', async () => {
    const silent = run('purpose-built', () => [{ orderId: 'a', ticket: { state: 'ACCEPTED' } }]);
    await expect(silent).rejects.toThrow(UnexpectedAnswerError);
  });
});
