import { createHash, randomBytes } from 'node:crypto';
import { compare, SCENARIOS, type Comparison, type Instruments, type ScenarioId } from '@rungs/measure';
import { CLIENT_MODES, type ClientMode, type StyleEntry } from '@rungs/scenarios';
import { renderComparison } from '../render/comparison-table.ts';
import { openServer } from '../server/open-server.ts';
import { CommandFailure, EXIT_CODES, type Terminal } from '../terminal.ts';

export interface CompareOptions {
  readonly json: boolean;
  readonly url?: string;
  readonly as: string;
  readonly mode: ClientMode | 'all';
  readonly repeats: number;
}

const INSTRUMENTS: Instruments = {
  nowMs: () => performance.now(),
  newTraceId: () => randomBytes(16).toString('hex'),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};

/** Resolves to the exit code. */
export async function compareCommand(
  name: string,
  options: CompareOptions,
  terminal: Terminal,
  styles: readonly StyleEntry[],
): Promise<number> {
  if (!isScenario(name)) {
    throw new CommandFailure(`There is no scenario "${name}"; there are: ${Object.keys(SCENARIOS).join(', ')}.`);
  }
  const server = await openServer(options, terminal);
  try {
    const comparison = await compare({
      scenario: SCENARIOS[name],
      styles,
      repeats: options.repeats,
      modes: options.mode === 'all' ? CLIENT_MODES : [options.mode],
      client: { baseUrl: server.url, fetch: terminal.fetch, accessToken: server.accessToken },
      instruments: INSTRUMENTS,
      env: { client: 'cli', protocol: 'h1', node: process.version },
    });
    terminal.out(
      options.json
        ? `${JSON.stringify(comparison, undefined, 2)}\n`
        : renderComparison(comparison, {
            title: SCENARIOS[name].title,
            asked: `as ${options.as} on ${server.isOwn ? 'a server started for this' : server.url}`,
            colourDepth: terminal.colourDepth,
          }),
    );
    return exitCodeOf(comparison);
  } finally {
    await server.close();
  }
}

function isScenario(name: string): name is ScenarioId {
  return Object.hasOwn(SCENARIOS, name);
}

function exitCodeOf({ views, cells }: Comparison): number {
  if (views.length > 1) return EXIT_CODES.differ;
  return cells.some(({ outcome }) => outcome === 'failed') || views.length === 0 ? EXIT_CODES.failed : EXIT_CODES.equal;
}
