import { describe, expect, it } from 'vitest';
import { answers } from './answers.ts';

describe("the answers of level 0's endpoint", () => {
  it.each([
    ['jsonrpc'],
    ['id'],
    ['0/jsonrpc'],
    ['12/id'],
    ['result/page/next'],
    ['result/page/previous'],
    // An empty object is a leaf of its own: the only page there is.
    ['result/page'],
    ['3/result/page/next'],
  ])('carry others in %s', (path) => {
    expect(answers.kindOf(path.split('/'))).toBe('envelope');
  });

  it.each([
    ['result/id'],
    ['result/items/0/id'],
    ['0/result/items/7/total/amount'],
    ['result/0/orderId'],
    ['result/restaurant/page'],
    ['error/code'],
    ['error/data/code'],
    ['1/error/message'],
  ])('say what was asked for in %s', (path) => {
    expect(answers.kindOf(path.split('/'))).toBe('data');
  });

  it('tell nothing about what can be done next', () => {
    expect(answers.actionsIn({ jsonrpc: '2.0', id: 1, result: { state: 'APPROVED' } })).toEqual([]);
  });
});
