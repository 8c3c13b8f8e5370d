import { describe, expect, it } from 'vitest';
import { loadSample } from './sample.ts';

const answering = (body: string, init?: ResponseInit) => async () => new Response(body, init);

describe('the recorded sample', () => {
  it('is the comparison that is served beside the page', async () => {
    const comparison = {
      schema: 'rungs.comparison/1',
      env: { measuredAt: '2026-11-22T15:44:00Z' },
      views: [],
      mismatches: [],
      cells: [
        { outcome: 'measured', run: { exchanges: [], totals: {} } },
        { outcome: 'failed', failure: {}, exchanges: [] },
        { outcome: 'not-applicable', reason: 'nothing of the kind' },
      ],
    };
    const asked: unknown[] = [];
    const sample = await loadSample(async (input) => {
      asked.push(input);
      return new Response(JSON.stringify(comparison));
    });
    expect(sample).toEqual({ kind: 'there', comparison });
    expect(asked).toEqual(['/sample-run.json']);
  });

  it.each([
    ['is not there', answering('', { status: 404 }), 'answered 404'],
    ['is no JSON', answering('<!doctype html>'), 'no JSON'],
    ['is of another schema', answering('{"schema":"rungs.comparison/2","cells":[]}'), 'another schema'],
    [
      'lacks what it is about',
      answering('{"schema":"rungs.comparison/1","env":{"measuredAt":""},"views":[],"mismatches":[],"cells":[{}]}'),
      'another schema',
    ],
    ['is null', answering('null'), 'another schema'],
    ['cannot be fetched', () => Promise.reject(new TypeError('Failed to fetch')), 'did not answer'],
  ])('says so when it %s', async (_when, fetch, why) => {
    expect(await loadSample(fetch)).toEqual({ kind: 'missing', whatHappened: expect.stringContaining(why) });
  });
});
