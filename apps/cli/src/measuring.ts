import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { compare, readEnvironment, type Comparison, type Instruments, type Progress } from '@rungs/measure';
import {
  SCENARIOS,
  type ClientMode,
  type PersonaName,
  type ScenarioId,
  type ServerMode,
  type StyleEntry,
  type Visit,
} from '@rungs/scenarios';
import type { OpenServer } from './server/open-server.ts';
import type { Terminal } from './terminal.ts';

/** What is run of a scenario, and how often. */
export interface Measuring {
  readonly styles: readonly StyleEntry[];
  readonly clients: readonly ClientMode[];
  readonly servers: readonly ServerMode[];
  readonly visits: readonly Visit[];
  /** The scenario's first persona unless given. */
  readonly persona?: PersonaName | undefined;
  readonly repeats: number;
}

const INSTRUMENTS: Instruments = {
  nowMs: () => performance.now(),
  newTraceId: () => randomBytes(16).toString('hex'),
  newKey: () => randomUUID(),
  wait: (durationMs) => wait(durationMs),
};

/** One scenario on an open server. What cannot be measured any more because somebody stopped it says so. */
export async function measure<S extends ScenarioId>(
  id: S,
  { persona, ...plan }: Measuring,
  server: OpenServer,
  terminal: Terminal,
  onProgress: (progress: Progress) => void,
): Promise<Comparison> {
  const { fetch, stop } = terminal;
  const measured = { baseUrl: server.url, fetch, tokenOf: (name: PersonaName) => server.tokenOf(name) };
  const told = await readEnvironment(measured).catch(() => undefined);
  return compare({
    ...plan,
    scenario: SCENARIOS[id],
    ...(persona && { persona }),
    server: measured,
    instruments: INSTRUMENTS,
    env: { client: 'cli', protocol: 'h1', measuredAt: new Date().toISOString(), ...told },
    onProgress,
    ...(stop && { signal: stop }),
  });
}
