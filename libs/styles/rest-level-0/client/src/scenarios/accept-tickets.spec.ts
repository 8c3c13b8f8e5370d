import { RefusedError, UnexpectedAnswerError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { inShort, Refused, runAgainst, type Perform } from '../../spec/fake-server.ts';
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
const ASKED = TASK.tickets.map(({ orderId, version }) => ({ orderId, readyBy: READY_BY, expectedVersion: version }));

/** States that can be told apart, and in the purpose-built answer another order than asked. */
const perform: Perform = (method, { orderId }) =>
  method === 'acceptTicket'
    ? { state: `ACCEPTED ${String(orderId)}` }
    : ['c', 'a', 'b'].map((id) => ({ orderId: id, ticket: { state: `ACCEPTED ${id}` } }));

const MODES = ['granular', 'composed', 'purpose-built'] as const;
const run = (mode: (typeof MODES)[number], server = perform) => runAgainst(server, acceptTicketsPrograms[mode], TASK);

describe('accepting several tickets at level 0', () => {
  it('takes a call for each, none of which waits for another', async () => {
    const { exchanges } = await run('granular');
    expect(exchanges.map(({ dependsOn, calls }) => ({ dependsOn, ...calls[0] }))).toEqual(
      ASKED.map((params) => ({ dependsOn: [], method: 'acceptTicket', params })),
    );
  });

  it('takes one batch of the same calls', async () => {
    const { exchanges } = await run('composed');
    expect(inShort(exchanges)).toEqual([[[], 'acceptTicket', 'acceptTicket', 'acceptTicket']]);
    expect(exchanges[0]?.calls.map(({ params }) => params)).toEqual(ASKED);
  });

  it('takes one call that was made for several', async () => {
    const { exchanges } = await run('purpose-built');
    expect(exchanges).toMatchObject([
      { calls: [{ method: 'acceptTickets', params: { tickets: ASKED, idempotencyKey: 'key-1' } }] },
    ]);
  });

  it('shows the states in the order given, and declares the operations that it calls', async () => {
    for (const mode of MODES) {
      const { view, names } = await run(mode);
      expect(view).toEqual({ states: ['ACCEPTED a', 'ACCEPTED b', 'ACCEPTED c'] });
      expect(acceptTicketsPrograms[mode]).toMatchObject({ knows: { names } });
    }
  });

  it('hides no ticket that was refused', async () => {
    const refusingB: Perform = (method, params) => {
      if (method === 'acceptTickets')
        return [
          { orderId: 'a', ticket: {} },
          { orderId: 'b', refusal: { code: 'late' } },
        ];
      if (params['orderId'] === 'b') throw new Refused('late');
      return perform(method, params);
    };
    await expect(run('granular', refusingB)).rejects.toThrow(RefusedError);
    await expect(run('composed', refusingB)).rejects.toThrow(RefusedError);
    await expect(run('purpose-built', refusingB)).rejects.toThrow('Ticket b: late.');
  });

  it('misses a ticket of which nothing was said', async () => {
    const silent = run('purpose-built', () => [{ orderId: 'a', ticket: { state: 'ACCEPTED' } }]);
    await expect(silent).rejects.toThrow(UnexpectedAnswerError);
  });
});
