import { expect, it } from 'vitest';
import { CHOSEN, exchange, measured } from './fixture.ts';
import { pickedExchange } from './picked.ts';

const wasteful = { ...exchange().bytes, compressed: 900, compressedPruned: 100 };

it('is the exchange that was picked', () => {
  const { cell, exchange: found } = pickedExchange(CHOSEN, { style: 'rest-level-2', n: 2 }) ?? {};
  expect([cell?.style, found?.n]).toEqual(['rest-level-2', 2]);
});

it('is the most wasteful of all while none was picked', () => {
  const graphql = measured('graphql', [exchange(), exchange({ n: 2, bytes: wasteful })]);
  const found = pickedExchange([...CHOSEN, { style: 'graphql', cell: graphql }], undefined);
  expect([found?.cell.style, found?.exchange.n]).toEqual(['graphql', 2]);
});

it('stays with the picked style where that has no such exchange any more', () => {
  expect(pickedExchange(CHOSEN, { style: 'rest-level-3', n: 99 })?.cell.style).toBe('rest-level-3');
});

it('is another style’s where the picked one has no run', () => {
  expect(pickedExchange(CHOSEN, { style: 'rest-level-1', n: 1 })?.cell.style).toBe('rest-level-2');
});

it('is none while nothing was run', () => {
  expect(pickedExchange([{ style: 'graphql', cell: undefined }], undefined)).toBeUndefined();
});
