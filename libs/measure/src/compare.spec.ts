import { SERVER_MODES, VISITS } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { compared, fakeScenario, outcomes, runOf } from '../spec/compared.ts';
import {
  fakeServer,
  fakeStyle,
  KNOWS,
  NOT_APPLICABLE,
  ONE_CALL,
  program,
  SCREEN,
  TWO_IN_TURN,
} from '../spec/fake-style.ts';
import { ENV } from '../spec/measured.ts';
import type { Progress } from './compare.ts';
import { measuredCells } from './comparison.ts';

describe('a comparison', () => {
  it('has every cell: measured, or with the reason why it does not exist', async () => {
    const comparison = await compared([
      fakeStyle('rest-level-1', { granular: TWO_IN_TURN }),
      fakeStyle('graphql', { composed: ONE_CALL }),
    ]);
    expect(outcomes(comparison)).toEqual([
      'rest-level-1 granular measured',
      'rest-level-1 composed not-applicable',
      'rest-level-1 purpose-built not-applicable',
      'graphql granular not-applicable',
      'graphql composed measured',
      'graphql purpose-built not-applicable',
    ]);
    expect(comparison.cells[1]).toMatchObject({
      reason: NOT_APPLICABLE.notApplicable,
      server: 'batched',
      visit: 'first',
    });
    expect(comparison).toMatchObject({
      schema: 'rungs.comparison/1',
      scenario: 'order-details',
      persona: 'ann',
      env: ENV,
      repeats: 1,
      valid: true,
      views: [{ viewModel: SCREEN }],
      mismatches: [],
    });
  });

  it('adds up both sides of each exchange, the meter’s own bytes apart', async () => {
    const server = fakeServer({ answer: () => Response.json({ actions: ['cancel', 'revise'], note: 'bell' }) });
    const readsOne = program(async (ask) => {
      const { n, response } = await ask('order');
      const { note } = (await response.json()) as { note: string };
      await ask('courier', [n]);
      return { note };
    });
    const comparison = await compared([fakeStyle('rest-level-2', { granular: readsOne })], {}, server);
    const run = runOf(comparison.cells[0]);
    expect(run).toMatchObject({
      schema: 'rungs.run/1',
      scenario: 'order-details',
      style: 'rest-level-2',
      client: 'granular',
      server: 'batched',
      visit: 'first',
      repeats: 1,
      valid: true,
      viewModelSha256: comparison.views[0]?.sha256,
      knowledge: { ...KNOWS, names: [...KNOWS.names, 'note'] },
      totals: {
        roundTripsCritical: 2,
        exchanges: 2,
        bytesUp: 220,
        bytesDown: 500,
        bytesWire: 720,
        fields: { used: 1, unused: 5, control: 0, envelope: 0 },
        sql: 4,
        sqlRows: 10,
        actionsTold: 2,
      },
      timing: { serverMs: { median: 3, min: 3, max: 3 } },
    });
    expect(run).not.toHaveProperty('outcome');
    expect(run.exchanges[1]).toMatchObject({
      n: 2,
      label: 'courier',
      dependsOn: [1],
      method: 'GET',
      url: '/things/courier',
      status: 200,
      cache: 'uncacheable',
      responseBody: '{"actions":["cancel","revise"],"note":"bell"}',
      bytes: {
        requestHead: 100,
        requestBody: 10,
        responseHead: 200,
        responseBodyWire: 50,
        responseBodyDecoded: 45,
        meterRequestHead: 70,
        meterResponseHead: 90,
        compressedPruned: 0,
      },
      timeMs: { server: 1.5 },
      sql: {
        count: 2,
        rows: 5,
        timeMs: 0.5,
        statements: [
          { text: 'select a', rows: 2, timeMs: 0.2 },
          { text: 'select b', rows: 3, timeMs: 0.3 },
        ],
      },
      usedPaths: [],
      actions: [
        { name: 'cancel', source: 'actions' },
        { name: 'revise', source: 'actions' },
      ],
    });
    const { bytesCompressed, bytesPruned } = run.totals;
    const [first, second] = run.exchanges.map(({ bytes }) => bytes);
    expect(bytesCompressed).toBe((first?.compressed ?? NaN) + (second?.compressed ?? NaN));
    expect(bytesPruned).toBe(first?.compressedPruned);
  });

  it('counts what goes into the view as it was as read', async () => {
    const passesOn = program(async (ask) => {
      const { response } = await ask('screen');
      return { total: ((await response.json()) as typeof SCREEN).total };
    });
    const server = fakeServer({ answer: () => Response.json(SCREEN) });
    const comparison = await compared([fakeStyle('graphql', { composed: passesOn })], {}, server);
    expect(comparison.views[0]?.viewModel).toEqual({ total: SCREEN.total });
    expect(runOf(comparison.cells[1]).exchanges[0]?.usedPaths).toEqual(['/total/amount', '/total/currency']);
  });

  it('shows the repeat of median server time, and the spread of all but the first, which warms up', async () => {
    const server = fakeServer({ serverMs: [99, 8, 5, 6, 7, 4, 3] });
    const comparison = await compared([fakeStyle('graphql', { composed: ONE_CALL })], { repeats: 6 }, server);
    const run = runOf(comparison.cells[1]);
    expect(run).toMatchObject({ repeats: 6, timing: { serverMs: { median: 5, min: 3, max: 8 } } });
    expect(run.exchanges[0]?.timeMs.server).toBe(5);
    // Seven traces, of which the third is shown.
    expect(run.id).toBe('3'.padStart(32, '0'));
  });

  it('measures five times unless told otherwise', async () => {
    const comparison = await compared([fakeStyle('graphql', { composed: ONE_CALL })], { repeats: undefined as never });
    expect(comparison.repeats).toBe(5);
    expect(runOf(comparison.cells[1]).repeats).toBe(5);
  });

  it('goes through all programs round by round, and says how far it is', async () => {
    const progress: Progress[] = [];
    const asked: string[] = [];
    const noting = (name: string) => program(async (ask) => void (asked.push(name), await ask('screen')));
    await compared(
      [
        fakeStyle('rest-level-2', { granular: noting('level 2') }),
        fakeStyle('graphql', { granular: noting('GraphQL'), composed: noting('GraphQL composed') }),
      ],
      { repeats: 2, onProgress: (at) => progress.push(at) },
    );
    const round = ['level 2', 'GraphQL', 'GraphQL composed'];
    expect(asked).toEqual([...round, ...round, ...round]);
    expect(progress.map(({ done, total }) => `${done}/${total}`)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${n}/9`),
    );
    expect(progress[2]).toEqual({
      done: 2,
      total: 9,
      running: { style: 'graphql', client: 'composed', server: 'batched', visit: 'first' },
      styles: { 'rest-level-2': { done: 1, total: 3 }, graphql: { done: 1, total: 6 } },
    });
    expect(progress.at(-1)?.styles).toEqual({
      'rest-level-2': { done: 3, total: 3 },
      graphql: { done: 6, total: 6 },
    });
  });

  it('varies how the server loads by the header that says so', async () => {
    const server = fakeServer();
    const comparison = await compared(
      [fakeStyle('graphql', { composed: ONE_CALL })],
      { clients: ['composed'], servers: SERVER_MODES },
      server,
    );
    expect(comparison.cells.map((cell) => cell.server)).toEqual(['per-row', 'batched', 'one-statement']);
    const recorded = server.requests.filter(({ headers }) => headers.has('traceparent'));
    const loading = recorded.map(({ headers }) => headers.get('rungs-loading'));
    expect(loading).toEqual([...SERVER_MODES, ...SERVER_MODES]);
  });

  it('says in which codings the bodies travelled that it measured, and each run says it of its own', async () => {
    const coded = (url: string): Response =>
      Response.json({}, url.endsWith('order') ? { headers: { 'content-encoding': 'br' } } : {});
    const styles = [fakeStyle('rest-level-1', { granular: TWO_IN_TURN }), fakeStyle('graphql', { composed: ONE_CALL })];
    const comparison = await compared(styles, {}, fakeServer({ answer: coded }));
    expect(comparison.env.encoding).toBe('br, identity');
    expect(measuredCells(comparison).map(({ run }) => run.env.encoding)).toEqual(['br, identity', 'identity']);
  });

  it('asks in the name of one of those who can do it', async () => {
    const server = fakeServer();
    await compared([fakeStyle('graphql', { composed: ONE_CALL })], { persona: 'sam' }, server);
    const signedIn = server.requests.map(({ headers }) => headers.get('authorization'));
    expect(new Set(signedIn)).toEqual(new Set([null, 'Bearer token of sam']));
    await expect(compared([], { persona: 'dana' })).rejects.toThrow(
      new RangeError('dana cannot do "order-details"; these can: ann, luigi, sam.'),
    );
  });

  it.each([0, -1, 1.5, NaN])('refuses to measure %s times', async (repeats) => {
    await expect(compared([], { repeats })).rejects.toThrow(RangeError);
  });
});

describe('a second visit', () => {
  const forAMinute = { headers: { 'cache-control': 'max-age=60' } };
  const askEachTime = { headers: { 'cache-control': 'no-cache', etag: '"1"' } };
  const answer = (url: string, { headers }: RequestInit): Response => {
    if (url.endsWith('/menu')) return Response.json({ soup: true, page: 1 }, forAMinute);
    const isKnown = new Headers(headers).get('if-none-match') === '"1"';
    return isKnown ? new Response(null, { status: 304, ...askEachTime }) : Response.json({ open: true }, askEachTime);
  };
  const menu = program(async (ask) => {
    const { n, response } = await ask('menu');
    const { soup } = (await response.json()) as { soup: boolean };
    await ask('order', [n]);
    return { soup };
  });

  it('goes through the cache that the first visit has filled, anew in each repeat', async () => {
    const server = fakeServer({ answer });
    const style = fakeStyle('rest-level-2', { granular: menu });
    const comparison = await compared([style], { clients: ['granular'], visits: VISITS }, server);
    const [first, second] = comparison.cells.map(runOf);
    expect(first?.exchanges.map(({ cache }) => cache)).toEqual(['miss', 'miss']);
    expect(second?.exchanges.map(({ cache }) => cache)).toEqual(['fresh', 'revalidated']);
    const round = ['/things/menu', '/things/order', '/things/menu', '/things/order', '/things/order'];
    expect(server.paths(true)).toEqual([...round, ...round]);
    expect(comparison.valid).toBe(true);
  });

  it('is charged for what travelled alone', async () => {
    const style = fakeStyle('rest-level-2', { granular: menu });
    const comparison = await compared([style], { clients: ['granular'], visits: ['second'] }, fakeServer({ answer }));
    const run = runOf(comparison.cells[0]);
    expect(run.totals).toEqual({
      roundTripsCritical: 1,
      exchanges: 1,
      bytesUp: 110,
      bytesDown: 250,
      bytesWire: 360,
      bytesCompressed: 0,
      bytesPruned: 0,
      fields: { used: 0, unused: 0, control: 0, envelope: 0 },
      sql: 2,
      sqlRows: 5,
      actionsTold: 0,
    });
    expect(run.exchanges[0]).toMatchObject({
      status: 200,
      responseBody: '{"soup":true,"page":1}',
      fields: { used: 1, envelope: 1 },
      usedPaths: ['/soup'],
      timeMs: { server: 0 },
      sql: { count: 0, statements: [] },
    });
    expect(run.exchanges[0]?.bytes).toEqual({
      requestHead: 0,
      requestBody: 0,
      responseHead: 0,
      responseBodyWire: 0,
      responseBodyDecoded: 0,
      meterRequestHead: 0,
      meterResponseHead: 0,
      compressed: 0,
      compressedPruned: 0,
    });
    expect(run.exchanges[1]).toMatchObject({ status: 200, bytes: { responseHead: 200, responseBodyDecoded: 0 } });
  });

  it('does not exist where the scenario changes something', async () => {
    const scenario = fakeScenario({ secondVisit: { notApplicable: 'it changes something' } });
    const comparison = await compared([fakeStyle('graphql', { composed: ONE_CALL })], { scenario, visits: VISITS });
    expect(comparison.cells.filter(({ client }) => client === 'composed')).toMatchObject([
      { visit: 'first', outcome: 'measured' },
      { visit: 'second', outcome: 'not-applicable', reason: 'it changes something' },
    ]);
    // A program that does not exist says so of both visits.
    expect(comparison.cells[1]).toMatchObject({ visit: 'second', reason: NOT_APPLICABLE.notApplicable });
    expect(measuredCells(comparison)).toHaveLength(1);
  });
});
