import { describe, expect, it } from 'vitest';
import { CHOSEN, exchange, stepwise } from '../panels/compare/fixture.ts';
import { axisEndMs, barsOf, lanesOf, phasesOf } from './waterfall-lanes.ts';
import { outcomeText, barText } from './waterfall-texts.ts';

describe('the lanes of a waterfall', () => {
  it('are one for each style, whatever became of it', () => {
    expect(lanesOf(CHOSEN).map(({ style, kind }) => [style, kind])).toEqual([
      ['rest-level-0', 'not-run'],
      ['rest-level-1', 'failed'],
      ['rest-level-2', 'timed'],
      ['rest-level-3', 'timed'],
      ['graphql', 'not-applicable'],
    ]);
  });

  it('say what happened where they have no bars, or not all of them', () => {
    const [notRun, failed, partial, measured, notApplicable] = lanesOf(CHOSEN).map(outcomeText);
    expect(notRun).toBe('Not run yet.');
    expect(failed).toMatch(/fetch failed.*order 200/);
    expect(partial).toContain('5 times');
    expect(measured).toBeUndefined();
    expect(notApplicable).toContain('one list is one thing');
  });

  it('share one axis, as long as the last of all bars', () => {
    expect(axisEndMs(lanesOf(CHOSEN))).toBe(16);
    expect(axisEndMs([])).toBe(0);
  });
});

describe('the phases of an exchange', () => {
  it('follow one another without gaps: waiting, the server’s time up to the first byte, the download', () => {
    expect(phasesOf(exchange({ timeMs: { start: 2, firstByte: 10, end: 13, server: 5 } }))).toEqual([
      { kind: 'waiting', startMs: 2, endMs: 5 },
      { kind: 'server', startMs: 5, endMs: 10 },
      { kind: 'download', startMs: 10, endMs: 13 },
    ]);
  });

  it('never begin before the exchange did, however long the server says that it took', () => {
    expect(phasesOf(exchange({ timeMs: { start: 2, firstByte: 10, end: 13, server: 11 } }))).toEqual([
      { kind: 'server', startMs: 2, endMs: 10 },
      { kind: 'download', startMs: 10, endMs: 13 },
    ]);
  });

  it('are one, and none of the server’s, where the cache answered', () => {
    const timeMs = { start: 2, firstByte: 2, end: 2.5, server: 0 };
    expect(phasesOf(exchange({ cache: 'fresh', timeMs }))).toEqual([{ kind: 'cache', startMs: 2, endMs: 2.5 }]);
  });
});

describe('the bars of a lane', () => {
  const bars = barsOf(stepwise());

  it('know whether they kept the screen waiting', () => {
    expect(bars.map(({ isCritical }) => isCritical)).toEqual([true, false, true]);
  });

  it('know who needed them', () => {
    expect(bars.map(({ neededBy }) => neededBy)).toEqual([[2, 3], [], []]);
  });

  it('say to those who hear them what others see', () => {
    const [order, ticket] = bars.map((bar) => barText(bar, bars));
    expect(order).toBe(
      'order, 9.0 ms, from 0.0 ms, server 6.0 ms, needs no other, needed by ticket (2), delivery (3), on the critical path',
    );
    expect(ticket).toBe('ticket, 3.5 ms, from 9.0 ms, server 2.0 ms, needs order (1)');
  });
});
