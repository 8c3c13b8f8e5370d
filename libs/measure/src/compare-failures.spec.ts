import { NotOfferedError, RefusedError, UnexpectedAnswerError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { compared, failureIn, fakeScenario, runOf } from '../spec/compared.ts';
import { BASE_URL, fakeServer, fakeStyle, ONE_CALL, program, SCREEN, TWO_IN_TURN } from '../spec/fake-style.ts';
import type { Progress } from './compare.ts';

const refused = new RefusedError({ code: 'order-not-found', message: 'No such order.', details: {} } as never, 404);
const failing = (error: unknown) =>
  program(async (ask) => {
    await ask('order');
    throw error;
  });
const GRANULAR = { clients: ['granular'] } as const;

/** Does as usual for as many times as are given, and fails then. */
function failingAfter(times: number, error: unknown) {
  let runs = 0;
  return program(async (ask) => {
    const { n } = await ask('order');
    if (runs++ >= times) throw error;
    await ask('courier', [n]);
  });
}

describe('a program that fails', () => {
  it.each([
    ['refused', refused, 'order-not-found: No such order.'],
    ['not-offered', new NotOfferedError('cancelOrder'), 'The server offered no way to cancelOrder here and now.'],
    ['unexpected', new UnexpectedAnswerError('HTTP 500, no answer'), 'HTTP 500, no answer'],
    ['unexpected', new TypeError('undefined is not a function'), 'undefined is not a function'],
    ['unexpected', 'not even an error', 'not even an error'],
  ])('is %s, with what was said and seen, and leaves the others standing', async (kind, error, message) => {
    const comparison = await compared(
      [fakeStyle('rest-level-0', { granular: failing(error) }), fakeStyle('rest-level-2', { granular: TWO_IN_TURN })],
      GRANULAR,
    );
    expect(comparison.cells[0]).toEqual({
      style: 'rest-level-0',
      title: 'Title of rest-level-0',
      client: 'granular',
      server: 'batched',
      visit: 'first',
      outcome: 'failed',
      failure: { kind, message },
      exchanges: [{ n: 1, label: 'order', dependsOn: [], method: 'GET', url: '/things/order', status: 200 }],
    });
    expect(comparison.cells[1]).toMatchObject({ outcome: 'measured', run: { valid: true } });
    expect(comparison.valid).toBe(true);
  });

  it('is not run again, and counts as done', async () => {
    let runs = 0;
    const progress: Progress[] = [];
    const counted = program(async () => {
      runs += 1;
      throw refused;
    });
    const onProgress = (at: Progress) => progress.push(at);
    await compared([fakeStyle('rest-level-0', { granular: counted })], { ...GRANULAR, repeats: 4, onProgress });
    expect(runs).toBe(1);
    expect(progress.at(-1)).toMatchObject({ done: 5, total: 5 });
    expect(progress.at(-1)?.styles['rest-level-0']?.failure).toMatchObject({ kind: 'refused' });
  });

  it('is measured in part where it had come to its end before', async () => {
    const half = failingAfter(3, refused);
    const comparison = await compared([fakeStyle('graphql', { granular: half })], { ...GRANULAR, repeats: 5 });
    expect(comparison.cells[0]).toMatchObject({
      outcome: 'partial',
      view: 0,
      run: { repeats: 2, valid: true, totals: { exchanges: 2 } },
      failure: { kind: 'refused' },
    });
    expect(comparison.repeats).toBe(5);
  });

  it('has failed, not come to a part, where only its warming up had ended', async () => {
    const comparison = await compared([fakeStyle('graphql', { granular: failingAfter(1, refused) })], GRANULAR);
    expect(comparison.cells[0]).toMatchObject({ outcome: 'failed', exchanges: [{ label: 'order' }] });
    expect(comparison).toMatchObject({ valid: false, views: [] });
  });

  it.each([
    ['builds another view', (run: number) => ({ ...SCREEN, state: 'x'.repeat(run) }), 'built different views'],
    ['asks more', () => undefined, 'asked the server for different things'],
    ['asks for something else', () => undefined, 'asked the server for different things', 1],
  ])('has failed when it %s each time', async (_what, screen, message, calls?: number) => {
    let runs = 0;
    const fickle = program(async (ask) => {
      runs += 1;
      for (let call = 0; call < (calls ?? runs); call += 1) await ask(calls ? `screen ${runs}` : 'screen');
      return screen(runs);
    });
    const comparison = await compared([fakeStyle('graphql', { granular: fickle })], { ...GRANULAR, repeats: 2 });
    expect(failureIn(comparison.cells[0])).toEqual({
      kind: 'unexpected',
      message: expect.stringContaining(message) as string,
    });
  });

  it('has failed when it asks nothing, or builds what is no plain JSON', async () => {
    const comparison = await compared(
      [
        fakeStyle('graphql', { granular: program(async () => undefined) }),
        fakeStyle('rest-level-2', { granular: program(async (ask) => ({ at: new Date(), of: await ask('order') })) }),
      ],
      GRANULAR,
    );
    expect(failureIn(comparison.cells[0]).message).toBe('The program asked the server nothing.');
    expect(failureIn(comparison.cells[1]).message).toContain('at "/at" it has a Date');
  });
});

describe('a server that fails', () => {
  it('leaves no answer: while programs run, while they arrive, or when their cost is asked for', async () => {
    const gone = (error = new TypeError('fetch failed')): never => {
      throw error;
    };
    const onlyTraces = fakeServer({ answer: () => gone() });
    const arriving = { arrive: ({ fetch }: { fetch: typeof globalThis.fetch }) => fetch(`${BASE_URL}/previous`) };
    for (const style of [
      fakeStyle('graphql', { granular: ONE_CALL }),
      fakeStyle('graphql', { ...arriving, granular: ONE_CALL }),
    ]) {
      const { cells } = await compared([style], GRANULAR, onlyTraces);
      expect(failureIn(cells[0])).toEqual({
        kind: 'no-answer',
        message: `Nothing answered at ${BASE_URL}: fetch failed`,
      });
    }
    const unsaid = fakeServer();
    const fetch: typeof unsaid.fetch = (url, init) =>
      String(url).includes('/lab/') ? gone() : unsaid.fetch(url, init);
    const { cells } = await compared([fakeStyle('graphql', { granular: ONE_CALL })], GRANULAR, { ...unsaid, fetch });
    expect(failureIn(cells[0]).kind).toBe('no-answer');
  });

  it('may be back for the next program: a token that was not to be had is asked for again', async () => {
    let asked = 0;
    const tokenOf = async (): Promise<string> => {
      if (asked++ === 0) throw new TypeError('fetch failed');
      return 'token';
    };
    const server = { baseUrl: BASE_URL, fetch: fakeServer().fetch, tokenOf };
    const styles = [fakeStyle('rest-level-2', { granular: ONE_CALL }), fakeStyle('graphql', { granular: ONE_CALL })];
    const { cells } = await compared(styles, { ...GRANULAR, server });
    expect(failureIn(cells[0]).kind).toBe('no-answer');
    expect(cells[1]?.outcome).toBe('measured');
    expect(asked).toBe(2);
  });

  it('has to say what a program cost it', async () => {
    const server = fakeServer({ traces: false });
    const { cells, valid } = await compared([fakeStyle('graphql', { granular: ONE_CALL })], GRANULAR, server);
    expect(failureIn(cells[0]).message).toContain('answered 404');
    expect(valid).toBe(false);
  });
});

describe('a comparison that is stopped', () => {
  it('keeps what was measured, and says of the rest that it was stopped', async () => {
    const stop = new AbortController();
    let runs = 0;
    const stopping = program(async (ask) => {
      // In the second style's second repeat: warm-up, first repeat, second repeat.
      if (++runs === 3) stop.abort();
      await ask('order');
    });
    const { cells } = await compared(
      [
        fakeStyle('rest-level-1', { granular: ONE_CALL }),
        fakeStyle('rest-level-2', { granular: stopping }),
        fakeStyle('graphql', { granular: ONE_CALL }),
      ],
      { ...GRANULAR, repeats: 2, signal: stop.signal },
    );
    expect(cells.map(({ outcome }) => outcome)).toEqual(['measured', 'partial', 'partial']);
    expect(cells.slice(1).map((cell) => failureIn(cell).kind)).toEqual(['stopped', 'stopped']);
    expect(cells.map((cell) => runOf(cell).repeats)).toEqual([2, 1, 1]);
  });

  it('has measured nothing where it is stopped at once', async () => {
    const { cells, valid } = await compared([fakeStyle('graphql', { granular: ONE_CALL })], {
      ...GRANULAR,
      signal: AbortSignal.abort(),
    });
    expect(cells).toMatchObject([{ outcome: 'failed', failure: { kind: 'stopped' }, exchanges: [] }]);
    expect(valid).toBe(false);
  });

  it('does not wait for a pause to end, and still puts right what the program left', async () => {
    const stop = new AbortController();
    const finished: string[] = [];
    const scenario = fakeScenario({ finish: async () => void finished.push('put right') });
    const pausing = program(async (ask, { pause }) => {
      await ask('order');
      const paused = pause(60_000);
      stop.abort();
      await paused;
    });
    const neverEnding = { wait: () => new Promise<void>(() => undefined) };
    const { cells } = await compared([fakeStyle('graphql', { granular: pausing })], {
      ...GRANULAR,
      scenario,
      signal: stop.signal,
      instruments: { nowMs: () => 0, newTraceId: () => '1'.padStart(32, '0'), newKey: () => 'key', ...neverEnding },
    });
    expect(failureIn(cells[0]).kind).toBe('stopped');
    expect(finished).toEqual(['put right']);
  });
});
