import { expect, it } from 'vitest';
import { exchange } from './fixture.ts';
import { visitRows } from './visits.ts';

const restaurant = { label: 'restaurant', url: '/level2/restaurants/1' };

it('lays the same request of both visits side by side, in whatever order they were asked', () => {
  const rows = visitRows(
    [exchange(), exchange({ n: 2, ...restaurant })],
    [
      exchange({ n: 1, ...restaurant, cache: 'fresh' }),
      exchange({ n: 2, url: '/level2/orders/1', cache: 'revalidated' }),
    ],
  );
  expect(rows.map(({ label, first, second }) => [label, first?.cache, second?.cache])).toEqual([
    ['order', 'miss', 'revalidated'],
    ['restaurant', 'miss', 'fresh'],
  ]);
});

it('tells the second time from the first when one visit asks twice', () => {
  const twice = (one: 'miss' | 'fresh') => [exchange({ cache: 'miss' }), exchange({ n: 1, cache: one })];
  expect(visitRows(twice('fresh'), twice('miss')).map(({ first, second }) => [first?.cache, second?.cache])).toEqual([
    ['miss', 'miss'],
    ['fresh', 'miss'],
  ]);
});

it('keeps what only one visit asked', () => {
  const rows = visitRows([exchange(), exchange({ n: 2, ...restaurant })], [exchange()]);
  expect(rows.map(({ label, second }) => [label, second === undefined])).toEqual([
    ['order', false],
    ['restaurant', true],
  ]);
});

it('counts heads and bodies both ways', () => {
  expect(visitRows([exchange()], [])[0]?.first?.bytes).toBe(310 + 240 + 1840);
});
