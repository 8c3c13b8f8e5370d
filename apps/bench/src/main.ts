import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { bench } from './bench.ts';
import { CommandLineError, parseCommandLine, USAGE, type BenchOptions } from './command-line.ts';
import { reportOf, tableOf } from './report.ts';

/** Measures, prints the table and keeps its figures with what they were measured on. */
async function run(options: BenchOptions, databaseUrl: string): Promise<void> {
  const startedAt = new Date().toISOString();
  const measured = await bench({ ...options, databaseUrl, say: (line) => console.error(line) });
  const rows = reportOf(measured);
  console.log(`\n${tableOf(rows)}\n`);
  const folder = join(process.env['INIT_CWD'] ?? process.cwd(), 'bench-results');
  const file = join(folder, `graphql-${startedAt.replaceAll(':', '')}.json`);
  mkdirSync(folder, { recursive: true });
  const environment = await environmentOf(databaseUrl);
  const rounds = measured.map(({ screen, program, rounds }) => ({ screen, program: program.id, rounds }));
  writeFileSync(
    file,
    `${JSON.stringify({ schema: 'rungs.bench/1', startedAt, options, environment, rows, rounds })}\n`,
  );
  console.log(file);
}

async function environmentOf(databaseUrl: string): Promise<object> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  await client.end();
  return {
    commit: process.env['RUNGS_COMMIT'],
    node: process.version,
    postgres: rows[0]?.server_version,
    system: `${platform()} ${release()} ${process.arch}`,
    processor: cpus()[0]?.model,
    processors: availableParallelism(),
    memoryBytes: totalmem(),
  };
}

try {
  const options = parseCommandLine(process.argv.slice(2));
  const databaseUrl = process.env['DATABASE_URL'];
  if (options === 'help') console.log(USAGE);
  else if (!databaseUrl) throw new CommandLineError('DATABASE_URL names no database: run this by "npm run bench".');
  else await run(options, databaseUrl);
} catch (error) {
  if (!(error instanceof CommandLineError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
