import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export interface BenchOptions {
  /** How long each program is asked in each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** Requests that are under way at any time. */
  readonly connections: number;
}

export const USAGE = `Usage: npm run bench -- graphql [--seconds 3] [--rounds 5] [--connections 48]

Measures GraphQL beside what it could be at best: a handler on bare node:http and pg. All on this machine, on a
database and servers of its own, which end with it; prints a table and keeps its JSON in bench-results/.

  --seconds      how long each program is asked in each round, 0.2 to 600
  --rounds       how often, 1 to 100; ratios are taken within a round
  --connections  requests under way at any time, 1 to 1000`;

/** The command line cannot be used. The message says why, for people. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

const OPTIONS = {
  seconds: { default: '3', least: 0.2, most: 600, whole: false },
  rounds: { default: '5', least: 1, most: 100, whole: true },
  connections: { default: '48', least: 1, most: 1000, whole: true },
} as const;

/**
 * Reads the arguments of `npm run bench`.
 * @returns 'help' when that was asked for
 * @throws CommandLineError
 */
export function parseCommandLine(args: readonly string[]): BenchOptions | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help === true) return 'help';
  if (positionals.length !== 1 || positionals[0] !== 'graphql') {
    throw new CommandLineError(`Say what to measure: "graphql", and nothing besides.\n\n${USAGE}`);
  }
  return {
    seconds: numberOf('seconds', values.seconds),
    rounds: numberOf('rounds', values.rounds),
    connections: numberOf('connections', values.connections),
  };
}

function parsed(args: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seconds: option, rounds: option, connections: option, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new CommandLineError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function numberOf(name: keyof typeof OPTIONS, given: string = OPTIONS[name].default): number {
  const { least, most, whole } = OPTIONS[name];
  const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : NaN;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw new CommandLineError(
    `--${name} is ${JSON.stringify(given)}; allowed: a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`,
  );
}
