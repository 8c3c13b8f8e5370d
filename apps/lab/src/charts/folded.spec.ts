import { expect, it } from 'vitest';
import { folded, mayFold } from './folded.ts';

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

it('leaves a short list as it is', () => {
  expect(mayFold(upTo(16))).toBe(false);
  expect(folded(upTo(16), () => false)).toEqual(upTo(16));
});

it('shows the first few of a long one, and what is kept, in its place', () => {
  expect(mayFold(upTo(17))).toBe(true);
  expect(folded(upTo(40), (one) => one === 3 || one === 30)).toEqual([...upTo(12), 30]);
});
