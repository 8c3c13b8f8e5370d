import { describe, expect, it } from 'vitest';
import { cellOf, comparisonOf, lackOf } from '../spec/measured.ts';
import { choose, chosenRuns } from './choice.ts';

const CHOICE = { client: 'composed', server: 'batched', visit: 'first' } as const;

describe('what is shown of each style', () => {
  const composed = cellOf('graphql', { client: 'composed' });
  const granular = cellOf('rest-level-2');
  const none = lackOf(cellOf('rest-level-2', { client: 'composed' }), 'nothing joins requests');

  it('is the chosen way of asking, or the nearest that the style has, with the reason', () => {
    expect(choose(comparisonOf([none, granular, composed]), CHOICE)).toEqual([
      { style: 'rest-level-2', cell: granular, insteadOf: { client: 'composed', reason: 'nothing joins requests' } },
      { style: 'graphql', cell: composed },
    ]);
  });

  it('is the reason alone where no other way was run', () => {
    expect(choose(comparisonOf([none]), CHOICE)).toEqual([{ style: 'rest-level-2', cell: none }]);
  });

  it('is nothing where that server mode or visit was not run', () => {
    const chosen = choose(comparisonOf([composed]), { ...CHOICE, server: 'per-row' });
    expect(chosen).toEqual([{ style: 'graphql', cell: undefined }]);
    expect(chosenRuns(chosen)).toEqual([]);
  });
});
