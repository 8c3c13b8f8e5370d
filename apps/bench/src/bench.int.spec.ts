import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bench, type Measured } from './bench.ts';
import { PROGRAMS } from './programs.ts';
import { SCREENS } from './raw-statements.ts';
import { reportOf, tableOf } from './report.ts';

let database: TestDatabase;
let measured: readonly Measured[];

beforeAll(async () => {
  database = await createTestDatabase();
  measured = await bench({
    databaseUrl: database.url,
    seconds: 0.2,
    rounds: 1,
    connections: 4,
    nodeArguments: ['--conditions=@rungs/source', '--import', '@oxc-node/core/register'],
    environment: { OXC_TSCONFIG_PATH: fileURLToPath(new URL('../../../tsconfig.base.json', import.meta.url)) },
    say: () => undefined,
  });
});

afterAll(() => database.drop());

it('measures every program on both screens, in figures that are numbers', () => {
  const rows = reportOf(measured);
  expect(rows.map(({ screen, program }) => [screen, program])).toEqual(
    SCREENS.flatMap((screen) => PROGRAMS.map(({ id }) => [screen, id])),
  );
  for (const { screen: _screen, program, title: _title, ...figures } of rows) {
    for (const [figure, { median }] of Object.entries(figures)) {
      expect(Number.isFinite(median) && median >= 0, `${figure} of ${program}: ${median}`).toBe(true);
    }
  }
  const table = tableOf(rows);
  for (const { title } of PROGRAMS) expect(table.split(title)).toHaveLength(SCREENS.length + 1);
});

it('counts the statements at the driver: one where it is one, and more where it is naive', () => {
  const statementsOf = (id: string): number[] =>
    measured
      .filter(({ program }) => program.id === id)
      // A server also has work of its own now and then, which is divided among the requests.
      .map(({ rounds }) => Math.floor(rounds[0]?.statementsPerRequest ?? NaN));
  expect(statementsOf('raw')).toEqual([1, 1]);
  expect(statementsOf('graphql')).toEqual([1, 1]);
  for (const count of statementsOf('graphql-per-row')) expect(count).toBeGreaterThan(5);
});
