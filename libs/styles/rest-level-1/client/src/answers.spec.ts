import { describe, expect, it } from 'vitest';
import { answers } from './answers.ts';

describe("the answers of level 1's resources", () => {
  // An empty object is a leaf of its own: the only page there is.
  it.each([['ok'], ['result/page/next'], ['result/page/previous'], ['result/page']])('carry others in %s', (path) => {
    expect(answers.kindOf(path.split('/'))).toBe('envelope');
  });

  it.each([
    ['result/id'],
    ['result/items/7/total/amount'],
    ['result/0/orderId'],
    ['result/restaurant/page'],
    ['error/code'],
    ['error/details/errors/0/path'],
  ])('say what was asked for in %s', (path) => {
    expect(answers.kindOf(path.split('/'))).toBe('data');
  });

  it('tell nothing about what can be done next', () => {
    expect(answers.actionsIn({ ok: true, result: { state: 'APPROVED' } })).toEqual([]);
  });
});
