import { POLL_LIMIT, POLL_PAUSE_MS, UnexpectedAnswerError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { inShort, runAgainst } from '../../spec/fake-server.ts';
import { pollOrderPrograms } from './poll-order.ts';

const TASK = { orderId: 'o', placedAt: '2026-11-22T18:00:00.000Z' };

describe('waiting for an order at level 1', () => {
  it('looks until the state is another, with a pause before each further look', async () => {
    const states = ['APPROVED', 'APPROVED', 'ACCEPTED', 'PREPARING'];
    const ran = await runAgainst(() => ({ state: states.shift() }), pollOrderPrograms.granular, TASK);
    expect(ran.view).toEqual({ before: 'APPROVED', after: 'ACCEPTED' });
    expect(inShort(ran.exchanges)).toEqual([
      [[], '/level1/orders/o', 'getOrder'],
      [[1], '/level1/orders/o', 'getOrder'],
      [[2], '/level1/orders/o', 'getOrder'],
    ]);
    expect(ran.pausesMs).toEqual([POLL_PAUSE_MS, POLL_PAUSE_MS]);
    expect(pollOrderPrograms.granular).toMatchObject({ knows: ran.used });
  });

  it('gives up when nothing changes', async () => {
    let looks = 0;
    const perform = () => {
      looks += 1;
      return { state: 'APPROVED' };
    };
    await expect(runAgainst(perform, pollOrderPrograms.granular, TASK)).rejects.toThrow(UnexpectedAnswerError);
    expect(looks).toBe(POLL_LIMIT);
  });

  it('says why there is nothing to compose, and that no action waits', () => {
    expect(pollOrderPrograms.composed).toEqual({ notApplicable: expect.stringContaining('one action') });
    expect(pollOrderPrograms['purpose-built']).toEqual({ notApplicable: expect.stringContaining('no action waits') });
  });
});
