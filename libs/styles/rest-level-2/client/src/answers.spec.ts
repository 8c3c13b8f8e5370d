import { describe, expect, it } from 'vitest';
import { answers } from './answers.ts';

describe('an answer of level 2', () => {
  it('has nothing around a thing, and cursors around the things of a list', () => {
    expect(answers.kindOf(['page', 'next'])).toBe('envelope');
    expect(answers.kindOf(['items', '0', 'name'])).toBe('data');
    expect(answers.kindOf(['total', 'amount'])).toBe('data');
  });

  it('does not say what may be done next', () => {
    expect(answers.actionsIn({ state: 'APPROVED', page: { next: 'x' } })).toEqual([]);
  });
});
