import type { Cell, Comparison, Failure } from '@rungs/measure';
import type { StyleId } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { exchange, measured } from '../panels/compare/fixture.ts';
import { merged } from './merge.ts';

const SHA = 'a'.repeat(64);
const ENV = { client: 'chromium', protocol: 'h1', encoding: 'identity', measuredAt: '2026-11-22T12:00:00Z' } as const;

function comparison(cells: readonly Cell[], changes: Partial<Comparison> = {}): Comparison {
  return {
    schema: 'rungs.comparison/1',
    scenario: 'order-details',
    persona: 'ann',
    env: ENV,
    repeats: 5,
    valid: true,
    views: [{ sha256: SHA, viewModel: { state: 'PICKED_UP' } }],
    mismatches: [],
    cells,
    ...changes,
  };
}

const cell = (style: StyleId, client: 'composed' | 'granular' = 'composed') =>
  measured(style, [exchange()], { client });
const failed = (style: StyleId, failure: Failure): Cell => {
  const { run: _run, view: _view, ...name } = cell(style);
  return { ...name, outcome: 'failed', failure, exchanges: [] };
};
const GONE: Failure = { kind: 'no-answer', message: 'Nothing answered' };
const STOPPED: Failure = { kind: 'stopped', message: 'It was stopped' };

describe('what was measured before', () => {
  it('stays beside what is newer, which takes the place of the same cell', () => {
    const before = comparison([cell('graphql', 'granular'), cell('graphql')]);
    const newer = comparison([cell('graphql'), cell('rest-level-2')], { env: { ...ENV, measuredAt: 'later' } });
    const { cells, env, valid } = merged(before, newer);
    expect(cells).toEqual([before.cells[0], newer.cells[0], newer.cells[1]]);
    expect(cells[1]).toBe(newer.cells[0]);
    expect(env.measuredAt).toBe('later');
    expect(valid).toBe(true);
  });

  it.each<[string, Partial<Comparison>]>([
    ['built another view', { views: [{ sha256: 'b'.repeat(64), viewModel: {} }] }],
    [
      'is void',
      {
        valid: false,
        views: [
          { sha256: SHA, viewModel: {} },
          { sha256: 'c', viewModel: 1 },
        ],
      },
    ],
    ['ended otherwise than declared', { valid: false, mismatches: [{ ...cell('graphql'), declared: 'x', got: 'y' }] }],
    ['was asked by somebody else', { persona: 'sam' }],
    ['is about something else', { scenario: 'order-history' }],
    ['was asked by another kind of client', { env: { ...ENV, client: 'cli' } }],
    ['was answered by other code', { env: { ...ENV, commit: 'f00' } }],
  ])('makes way when the newer comparison %s', (_what, changes) => {
    const newer = comparison([cell('rest-level-2')], changes);
    expect(merged(comparison([cell('graphql', 'granular')]), newer)).toBe(newer);
  });

  it('makes way when it was void itself', () => {
    const newer = comparison([cell('rest-level-2')]);
    expect(merged(comparison([cell('graphql')], { valid: false }), newer)).toBe(newer);
  });

  it('is not lost when a later run is stopped, but when it fails', () => {
    const before = comparison([cell('graphql'), cell('rest-level-2')]);
    const newer = comparison(
      [failed('graphql', STOPPED), failed('rest-level-2', GONE), failed('rest-level-3', STOPPED)],
      {
        valid: false,
        views: [],
      },
    );
    const { cells, valid, views } = merged(before, newer);
    expect(cells.map(({ style, outcome }) => [style, outcome])).toEqual([
      ['graphql', 'measured'],
      ['rest-level-2', 'failed'],
      ['rest-level-3', 'failed'],
    ]);
    expect(valid).toBe(true);
    expect(views).toEqual(before.views);
  });

  it('need not be there', () => {
    const newer = comparison([cell('graphql')]);
    expect(merged(undefined, newer)).toBe(newer);
  });
});
