import { beforeEach, expect, it, vi } from 'vitest';
import { StartingGate } from './starting-gate.ts';

const sent: string[] = [];

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', (target: string) => {
    sent.push(target);
    return Promise.resolve(new Response());
  });
});

it('lets reads pass, and changes only when all have come', async () => {
  const gate = new StartingGate(2);
  const first = gate.enter(async (through) => {
    await through('first reads');
    await through('first changes', { method: 'POST' });
  });
  await new Promise(setImmediate);
  expect(sent).toEqual(['first reads']);
  const second = gate.enter((through) => through('second changes', { method: 'PUT' }));
  await Promise.all([first, second]);
  expect(sent.slice(1).sort()).toEqual(['first changes', 'second changes']);
});

it('waits for nobody who has given up', async () => {
  const gate = new StartingGate(2);
  const going = gate.enter((through) => through('changes', { method: 'POST' }));
  await expect(gate.enter(() => Promise.reject(new Error('was offered nothing')))).rejects.toThrow('offered nothing');
  await going;
  expect(sent).toEqual(['changes']);
});
