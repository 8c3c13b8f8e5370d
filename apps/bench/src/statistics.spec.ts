import { expect, it } from 'vitest';
import { pairedRatio, spreadOf } from './statistics.ts';

it('takes the middle of an odd number of rounds, and between the two middle ones of an even number', () => {
  expect(spreadOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
  expect(spreadOf([8, 1, 4, 6])).toEqual({ median: 5, least: 1, most: 8 });
  expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7 });
});

it('says nothing about no rounds at all', () => {
  expect(() => spreadOf([])).toThrow(RangeError);
});

it('divides round by round, so that a slow minute of the machine changes no ratio', () => {
  expect(pairedRatio([50, 5, 30], [100, 10, 60])).toEqual({ median: 0.5, least: 0.5, most: 0.5 });
});

it('refuses to pair what did not take part in the same rounds', () => {
  expect(() => pairedRatio([1, 2], [1])).toThrow(RangeError);
});
