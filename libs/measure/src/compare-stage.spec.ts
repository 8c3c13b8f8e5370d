import { RefusedError, type ClientOptions, type Stage, type StyleClient } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { compared, failureIn, fakeScenario, runOf } from '../spec/compared.ts';
import { BASE_URL, fakeServer, fakeStyle, ONE_CALL, program, SCREEN } from '../spec/fake-style.ts';
import { measuredCells } from './comparison.ts';

const GRANULAR = { clients: ['granular'] } as const;

/** Calls its operations by their names, as whoever it was connected for. */
function onStage({ fetch, accessToken }: ClientOptions): StyleClient {
  const calling = (operation: string) => () =>
    fetch(`${BASE_URL}/stage/${operation}`, { headers: { authorization: `Bearer ${accessToken}` } });
  return new Proxy(
    {},
    { get: (_target, operation) => (operation === 'then' ? undefined : calling(String(operation))) },
  ) as StyleClient;
}

const calls = (persona: 'bob' | 'luigi', operation: 'getOrder' | 'getTicket' | 'cancelOrder') => async (stage: Stage) =>
  void (await (await stage.as(persona))[operation]({} as never));

describe('the life of a scenario', () => {
  it('is the lab’s from its beginning to its end, so that none of it comes out of anybody’s own budget', async () => {
    const server = fakeServer();
    const scenario = fakeScenario({
      prepare: async (stage: Stage) => (await calls('bob', 'getOrder')(stage), { orderId: '7' }),
      finish: calls('luigi', 'cancelOrder'),
    });
    const arrive = async ({ fetch, baseUrl }: ClientOptions) => void (await fetch(`${baseUrl}/previous`));
    await compared(
      [fakeStyle('rest-level-3', { connect: onStage, arrive, granular: ONE_CALL })],
      { ...GRANULAR, scenario },
      server,
    );
    const loading = server.requests.map(({ url, headers }) => [
      url.slice(BASE_URL.length),
      headers.get('rungs-loading'),
    ]);
    expect(Object.fromEntries(loading)).toMatchObject({
      '/stage/getOrder': 'one-statement',
      '/previous': 'one-statement',
      '/things/screen': 'batched',
      '/stage/cancelOrder': 'one-statement',
    });
  });

  it('is set up, arrived at, run and put right, in this order, and only the program is recorded', async () => {
    const server = fakeServer();
    const scenario = fakeScenario({
      prepare: async (stage: Stage) => (await calls('bob', 'getOrder')(stage), { orderId: '7' }),
      finish: calls('luigi', 'cancelOrder'),
    });
    const style = fakeStyle('rest-level-3', {
      connect: onStage,
      arrive: async ({ fetch, baseUrl }, task) => {
        await fetch(`${baseUrl}/previous/${(task as { orderId: string }).orderId}`);
        return 'link';
      },
      granular: program(async (ask, _context, held) => void (await ask(String(held)))),
    });
    const comparison = await compared([style], { ...GRANULAR, scenario }, server);
    const once = ['/stage/getOrder', '/previous/7', '/things/link', '/stage/cancelOrder'];
    expect(
      server.requests.map(({ url }) => url.slice(BASE_URL.length)).filter((url) => !url.startsWith('/lab')),
    ).toEqual([...once, ...once]);
    expect(runOf(comparison.cells[0]).exchanges.map(({ label }) => label)).toEqual(['link']);
    const asWhom = (path: string) =>
      server.requests.find(({ url }) => url.endsWith(path))?.headers.get('authorization');
    expect([asWhom('getOrder'), asWhom('cancelOrder')]).toEqual(['Bearer token of bob', 'Bearer token of luigi']);
  });

  it('asks for each token once', async () => {
    const asked: string[] = [];
    const tokenOf = async (persona: string) => (asked.push(persona), persona);
    const scenario = fakeScenario({ prepare: calls('bob', 'getOrder'), finish: calls('bob', 'cancelOrder') });
    const style = fakeStyle('graphql', { connect: onStage, granular: ONE_CALL });
    await compared([style], {
      ...GRANULAR,
      scenario,
      server: { baseUrl: BASE_URL, fetch: fakeServer().fetch, tokenOf },
    });
    expect(asked).toEqual(['ann', 'bob']);
  });

  it('is put right also after a failure, of which the program’s own says most', async () => {
    const scenario = fakeScenario({ finish: () => Promise.reject(new Error('nothing to put right')) });
    const refusing = program(async () => {
      throw new RefusedError({ code: 'unavailable', message: 'Later.', details: {} } as never, 503);
    });
    const styles = [fakeStyle('rest-level-2', { granular: refusing }), fakeStyle('graphql', { granular: ONE_CALL })];
    const { cells } = await compared(styles, { ...GRANULAR, scenario });
    expect(failureIn(cells[0])).toEqual({ kind: 'refused', message: 'unavailable: Later.' });
    expect(failureIn(cells[1]).message).toBe('What the program left could not be put right: nothing to put right');
  });

  it('fails where it cannot be set up, and then there is nothing to put right', async () => {
    const finished: string[] = [];
    const scenario = fakeScenario({
      prepare: () => Promise.reject(new Error('no courier is free')),
      finish: async () => void finished.push('put right'),
    });
    const { cells } = await compared([fakeStyle('graphql', { granular: ONE_CALL })], { ...GRANULAR, scenario });
    expect(failureIn(cells[0])).toEqual({ kind: 'unexpected', message: 'no courier is free' });
    expect(finished).toEqual([]);
  });

  it('gives each program a key of its own', async () => {
    const server = fakeServer();
    const placing = program(
      async (ask, { newKey }) => void (await ask('order', [], { headers: { 'x-key': newKey() } })),
    );
    await compared([fakeStyle('graphql', { granular: placing })], GRANULAR, server);
    expect(server.requests.map(({ headers }) => headers.get('x-key')).filter(Boolean)).toEqual(['key 1', 'key 2']);
  });
});

describe('what happens meanwhile', () => {
  /** The world's clock moves by pauses alone, and by what happens in them. */
  function world(pauseOfChange: number) {
    let nowMs = 0;
    let traces = 0;
    const happened: number[] = [];
    const scenario = fakeScenario({
      meanwhile: {
        pause: pauseOfChange,
        happen: async () => {
          happened.push(nowMs);
          nowMs += 1_000;
        },
      },
    });
    const instruments = {
      nowMs: () => nowMs,
      newTraceId: () => String(++traces).padStart(32, '0'),
      newKey: () => 'key',
      wait: async (durationMs: number) => void (nowMs += durationMs),
    };
    const answer = (): Response => {
      nowMs += 10;
      return Response.json({});
    };
    const server = fakeServer({ answer });
    return { happened, scenario, instruments, server };
  }
  const polling = program(async (ask, { pause }) => {
    let { n } = await ask('look 1');
    for (const look of [2, 3]) {
      await pause(400);
      ({ n } = await ask(`look ${look}`, [n]));
    }
  });

  it('happens in the midst of its pause, of which nothing is in the times', async () => {
    const { happened, server, ...plan } = world(2);
    const { cells } = await compared([fakeStyle('graphql', { granular: polling })], { ...GRANULAR, ...plan }, server);
    // 10 look, 400 pause, 10 look, 200 of a pause; warming up has taken 1830.
    expect(happened).toEqual([620, 1830 + 620]);
    const { exchanges, timing } = runOf(cells[0]);
    expect(exchanges.map(({ timeMs }) => [timeMs.start, timeMs.end])).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
    ]);
    expect(timing.elapsedMs.median).toBe(30);
    // Half a pause, and the look that shows it.
    expect(timing.noticedMs).toEqual({ median: 210, min: 210, max: 210 });
  });

  it('never happens to a program that does not pause so often', async () => {
    const { happened, server, ...plan } = world(3);
    const { cells } = await compared([fakeStyle('graphql', { granular: polling })], { ...GRANULAR, ...plan }, server);
    expect(happened).toEqual([]);
    expect(runOf(cells[0]).timing).not.toHaveProperty('noticedMs');
  });
});

describe('a comparison is void', () => {
  it('when one style builds another view: nothing of it may be ranked', async () => {
    const wrong = program((ask) => ask('screen').then(() => ({ ...SCREEN, state: 'DELIVERED' })));
    const comparison = await compared(
      [
        fakeStyle('rest-level-0', { granular: wrong }),
        fakeStyle('rest-level-2', { granular: ONE_CALL }),
        fakeStyle('graphql', { granular: ONE_CALL }),
      ],
      GRANULAR,
    );
    expect(comparison.valid).toBe(false);
    expect(comparison.views.map(({ viewModel }) => viewModel)).toEqual([SCREEN, { ...SCREEN, state: 'DELIVERED' }]);
    expect(measuredCells(comparison).map(({ style, view, run }) => [style, view, run.valid])).toEqual([
      ['rest-level-0', 1, false],
      ['rest-level-2', 0, false],
      ['graphql', 0, false],
    ]);
    const [agreed, other] = comparison.views.map(({ sha256 }) => sha256);
    expect(measuredCells(comparison).map(({ run }) => run.viewModelSha256)).toEqual([other, agreed, agreed]);
  });

  it('not by the order in which members are said', async () => {
    const { state, total } = SCREEN;
    const reordered = program((ask) => ask('screen').then(() => ({ total, state })));
    const styles = [fakeStyle('rest-level-0', { granular: reordered }), fakeStyle('graphql', { granular: ONE_CALL })];
    expect((await compared(styles, GRANULAR)).valid).toBe(true);
  });

  const outcomes = {
    member: 'learned',
    declared: { 'rest-level-2': 'refused when tried', 'rest-level-3': 'told in advance' },
  };
  const learning = (learned: unknown) => program((ask) => ask('order').then(() => ({ cancelled: false, learned })));

  it('not by the member in which styles are meant to differ, as long as each says what it is to say', async () => {
    const comparison = await compared(
      [
        fakeStyle('rest-level-2', { granular: learning('refused when tried') }),
        fakeStyle('rest-level-3', { granular: learning('told in advance') }),
      ],
      { ...GRANULAR, scenario: fakeScenario({ outcomes }) },
    );
    expect(comparison).toMatchObject({ valid: true, mismatches: [] });
    expect(comparison.views.map(({ viewModel }) => viewModel)).toEqual([{ cancelled: false }]);
    expect(measuredCells(comparison).map(({ run }) => run.outcome)).toEqual(['refused when tried', 'told in advance']);
  });

  it('when one style ends otherwise than was declared', async () => {
    const comparison = await compared(
      [
        fakeStyle('rest-level-2', { granular: learning('told in advance') }),
        fakeStyle('rest-level-3', { granular: learning(undefined) }),
      ],
      { ...GRANULAR, scenario: fakeScenario({ outcomes }) },
    );
    const at = { client: 'granular', server: 'batched', visit: 'first' };
    expect(comparison.mismatches).toEqual([
      { ...at, style: 'rest-level-2', declared: 'refused when tried', got: 'told in advance' },
      { ...at, style: 'rest-level-3', declared: 'told in advance', got: 'undefined' },
    ]);
    expect(comparison.valid).toBe(false);
    expect(measuredCells(comparison).map(({ run }) => run.valid)).toEqual([false, false]);
  });
});
