import { LOADING_MODES, type LoadingMode } from '@rungs/application';
import { STYLE_CLIENTS } from '@rungs/clients';
import type { RunExchange } from '@rungs/measure';
import { ExchangeIds, INSTRUMENTS, MeasuredServer, programsOf, serveStyle, type ProgramName } from '@rungs/testing';
import { expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const LONG_MS = 240_000;
const PROGRAMS = programsOf(STYLE_CLIENTS);
const RUNS = PROGRAMS.flatMap((program) => LOADING_MODES.map((mode) => ({ program, mode })));

/** Every program in every way of loading, on data as the seed made them: what was said. */
async function runAll(): Promise<ReadonlyMap<string, readonly object[]>> {
  const clock = { now: () => '2026-11-22T12:00:00.000Z' };
  const modules = STYLE_SERVERS.map(({ module }) => module);
  const served = await serveStyle(modules, { clock, ids: new ExchangeIds() });
  const server = new MeasuredServer(served, STYLE_CLIENTS);
  let traceCount = 0;
  let keyCount = 0;
  const instruments = {
    ...INSTRUMENTS,
    newTraceId: () => (traceCount += 1).toString(16).padStart(32, '0'),
    newKey: () => `key-${(keyCount += 1)}`,
  };
  const said = new Map<string, readonly object[]>();
  try {
    for (const { program, mode } of RUNS) {
      const { exchanges } = await server.run(program, { server: mode, instruments, fetch: oneAfterAnother() });
      said.set(nameOf(program, mode), exchanges.map(whatWasSaid));
    }
  } finally {
    await served.close();
  }
  return said;
}

const nameOf = ({ scenario, style, client }: ProgramName, mode: LoadingMode): string =>
  `${scenario} ${style} ${client} ${mode}`;

function whatWasSaid(exchange: RunExchange): object {
  const { n, dependsOn, label, method, url, status, requestBody, responseBody, fields, usedPaths, actions } = exchange;
  const statements = exchange.sql.statements.map(({ text, rows }) => `${rows} rows: ${text}`);
  const asked = { n, dependsOn, label, method, url, requestBody };
  return { ...asked, status, responseBody, fields, usedPaths, actions, statements };
}

/**
 * What is asked at once is answered in the order of asking: otherwise chance decides which answer a client goes on
 * with first, and which of several changes finds more couriers free.
 */
function oneAfterAnother(): typeof fetch {
  let last: Promise<unknown> = Promise.resolve();
  return (input, init) => {
    const turn = last.then(() => fetch(input, init));
    last = turn.then((response) => response.clone().arrayBuffer()).catch(() => undefined);
    return turn;
  };
}

it(
  'says the same twice, to the letter, with the same data, clock, ids, keys and traces',
  async () => {
    const [first, second] = [await runAll(), await runAll()];
    expect(first.size).toBe(RUNS.length);
    for (const [name, exchanges] of first) expect(second.get(name), name).toEqual(exchanges);
  },
  LONG_MS,
);
