import type { Measured } from './bench.ts';
import { NAIVE_PROGRAM, RAW_PROGRAM } from './programs.ts';
import { SCREENS, type ScreenId } from './raw-statements.ts';
import type { Round } from './rounds.ts';
import { pairedRatio, spreadOf, type Spread } from './statistics.ts';

/** A row of the table. Ratios are of requests per second, each taken within a round. */
export interface ReportRow {
  readonly screen: ScreenId;
  readonly program: string;
  readonly title: string;
  readonly requestsPerSecond: Spread;
  readonly toRaw: Spread;
  readonly toNaive: Spread;
  readonly cpuMsPerRequest: Spread;
  /** CPU time, as a multiple of the raw handler's in the same round. */
  readonly cpuToRaw: Spread;
  readonly statementsPerRequest: Spread;
  readonly p99Ms: Spread;
}

export function reportOf(measured: readonly Measured[]): readonly ReportRow[] {
  return measured.map(({ screen, program, rounds }) => {
    const throughput = throughputOf(rounds);
    const roundsOf = (id: string): readonly Round[] =>
      measured.find((one) => one.screen === screen && one.program.id === id)?.rounds ?? [];
    return {
      screen,
      program: program.id,
      title: program.title,
      requestsPerSecond: spreadOf(throughput),
      toRaw: pairedRatio(throughput, throughputOf(roundsOf(RAW_PROGRAM.id))),
      toNaive: pairedRatio(throughput, throughputOf(roundsOf(NAIVE_PROGRAM.id))),
      cpuMsPerRequest: spreadOf(cpuOf(rounds)),
      cpuToRaw: pairedRatio(cpuOf(rounds), cpuOf(roundsOf(RAW_PROGRAM.id))),
      statementsPerRequest: spreadOf(rounds.map(({ statementsPerRequest }) => statementsPerRequest)),
      p99Ms: spreadOf(rounds.map(({ p99Ms }) => p99Ms)),
    };
  });
}

const throughputOf = (rounds: readonly Round[]): readonly number[] =>
  rounds.map(({ requestsPerSecond }) => requestsPerSecond);

const cpuOf = (rounds: readonly Round[]): readonly number[] => rounds.map(({ cpuMsPerRequest }) => cpuMsPerRequest);

const HEADINGS = ['', 'req/s', '/ raw', '/ naive', 'CPU ms/req', '/ raw', 'SQL/req', 'p99 ms'];

const NOTES = `Medians of the rounds; ratios are taken within a round, with their least and most.
CPU is the server's process alone, all its threads; SQL is counted at the driver, whatever it is for.
raw leaves out: sign-in and rights, the parsing of a request, validation, limits, error handling, caching and
compression, and every field of the domain that the screen does not show.
Without a request log, and without a limit on requests. Development differs from production by its telemetry, which
records every exchange and counts its bytes, and by the checks that libraries leave out where NODE_ENV is production.`;

/** For people: a table for each screen, and what to know to read it. */
export function tableOf(rows: readonly ReportRow[]): string {
  const tables = SCREENS.map((screen) => {
    const cells = rows.filter((row) => row.screen === screen).map(cellsOf);
    const lines = [HEADINGS, ...cells];
    const widths = HEADINGS.map((_heading, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
    const texts = lines.map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
    return [screen, ...texts].join('\n');
  });
  return [...tables, NOTES].join('\n\n');
}

function cellsOf(row: ReportRow): readonly string[] {
  return [
    row.title,
    row.requestsPerSecond.median.toFixed(0),
    withSpread(row.toRaw, 2),
    withSpread(row.toNaive, 1),
    row.cpuMsPerRequest.median.toFixed(3),
    withSpread(row.cpuToRaw, 1),
    row.statementsPerRequest.median.toFixed(1),
    row.p99Ms.median.toFixed(0),
  ];
}

function withSpread({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}
