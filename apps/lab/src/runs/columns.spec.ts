import { STYLE_CLIENTS } from '@rungs/clients';
import type { Cell, Comparison, Failure, Progress } from '@rungs/measure';
import { STYLE_IDS } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { exchange, measured } from '../panels/compare/fixture.ts';
import { columnsOf, type ColumnsOf } from './columns.ts';

const CHOICE = { client: 'composed', server: 'batched', visit: 'first' } as const;
const FAILURE: Failure = { kind: 'no-answer', message: 'Nothing answered' };

function shown(changes: Partial<ColumnsOf> = {}) {
  return columnsOf({
    scenario: 'order-details',
    choice: CHOICE,
    styles: STYLE_CLIENTS,
    comparison: undefined,
    ...changes,
  });
}

const statesOf = (changes?: Partial<ColumnsOf>) => shown(changes).columns.map(({ state }) => state);
const holding = (...cells: readonly Cell[]) =>
  ({ cells, repeats: 5, valid: true, views: [], mismatches: [] }) as unknown as Comparison;

describe('the columns of a comparison', () => {
  it('are there for every style before anything is run, in the order of the ladder', () => {
    const { columns, chosen } = shown();
    expect(columns.map(({ style }) => style)).toEqual([...STYLE_IDS]);
    expect(new Set(statesOf())).toEqual(new Set(['empty']));
    expect(chosen.map(({ cell }) => cell)).toEqual(STYLE_IDS.map(() => undefined));
  });

  it('say beforehand which style will ask otherwise than chosen, and why', () => {
    const { columns } = shown();
    const level1 = columns.find(({ style }) => style === 'rest-level-1');
    const composed = STYLE_CLIENTS.find(({ style }) => style === 'rest-level-1')?.scenarios['order-details'].composed;
    expect(composed).toEqual({ notApplicable: level1?.standIn?.reason });
    expect(level1?.standIn?.client).toBe('granular');
    expect(columns.find(({ style }) => style === 'graphql')?.standIn).toBeUndefined();
  });

  it('say why there is no second visit of what changes something', () => {
    const { columns } = shown({
      scenario: 'cancel-allowed',
      choice: { ...CHOICE, client: 'granular', visit: 'second' },
    });
    for (const column of columns) {
      expect(column).toMatchObject({ state: 'not-applicable', reason: expect.stringContaining('changes something') });
    }
  });

  it('have each their own state', () => {
    const graphql = measured('graphql', [exchange()]);
    const level1 = measured('rest-level-1', [exchange()], { client: 'granular' });
    const { run: _run, view: _view, ...name } = measured('rest-level-0', []);
    const comparison = holding(
      graphql,
      { ...level1, outcome: 'partial', failure: FAILURE },
      { ...name, outcome: 'failed', failure: FAILURE, exchanges: [] },
    );
    expect(shown({ comparison }).columns).toMatchObject([
      { style: 'rest-level-0', state: 'failed', failure: FAILURE },
      { style: 'rest-level-1', state: 'partial', failure: FAILURE, repeats: 5, standIn: { client: 'granular' } },
      { style: 'rest-level-2', state: 'empty' },
      { style: 'rest-level-3', state: 'empty' },
      { style: 'graphql', state: 'measured', cell: graphql },
    ]);
    expect(shown({ comparison }).chosen.at(-1)).toEqual({ style: 'graphql', cell: graphql });
  });

  it('wait and run each by itself while that is measured, whatever was measured before', () => {
    const comparison = holding(measured('graphql', [exchange()]));
    expect(new Set(statesOf({ comparison, running: {} }))).toEqual(new Set(['waiting']));
    const progress: Progress = {
      done: 3,
      total: 24,
      running: { ...CHOICE, style: 'rest-level-1' },
      styles: {
        'rest-level-0': { done: 2, total: 12 },
        'rest-level-1': { done: 1, total: 12, failure: FAILURE },
        'rest-level-2': { done: 0, total: 12 },
      },
    };
    expect(shown({ comparison, running: { progress } }).columns).toMatchObject([
      { state: 'running', done: 2, total: 12 },
      { state: 'running', done: 1, total: 12, failure: FAILURE },
      { state: 'waiting' },
      { state: 'waiting' },
      { state: 'waiting' },
    ]);
  });

  it('do not wait for what a style does not have', () => {
    const choice = { ...CHOICE, visit: 'second' } as const;
    expect(new Set(statesOf({ scenario: 'order-dishes', choice, running: {} }))).toEqual(new Set(['not-applicable']));
  });
});
