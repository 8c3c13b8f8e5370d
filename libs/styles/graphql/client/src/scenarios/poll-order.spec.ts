import { POLL_LIMIT, POLL_PAUSE_MS } from '@rungs/scenarios';
import { expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { pollOrder } from './poll-order.ts';

const task = { orderId: 'o', placedAt: '2026-11-22T18:00:00.000Z' };
const states = (...seen: string[]) => ({ StateOfOrder: seen.map((state) => ({ order: { state } })) });

it('looks again after each pause until the state is another', async () => {
  const seen = states('APPROVED', 'APPROVED', 'ACCEPTED', 'CANCELLED');
  const { exchanges, pausesMs, view } = await ran(pollOrder.granular, task, seen);
  expect(view).toEqual({ before: 'APPROVED', after: 'ACCEPTED' });
  expect(exchanges.map(({ dependsOn }) => dependsOn)).toEqual([[], [1], [2]]);
  expect(pausesMs).toEqual([POLL_PAUSE_MS, POLL_PAUSE_MS]);
});

it('gives up after the last look that it may take', async () => {
  const seen = states(...Array.from({ length: POLL_LIMIT }, () => 'APPROVED'), 'ACCEPTED');
  await expect(ran(pollOrder.granular, task, seen)).rejects.toThrow(`at each of ${POLL_LIMIT} looks`);
});
