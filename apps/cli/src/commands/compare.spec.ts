import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparison } from '@rungs/measure';
import { afterAll, describe, expect, it } from 'vitest';
import {
  aRefusal,
  aScreen,
  aStyle,
  ESCAPE,
  failing,
  fakeServer,
  NOT_OFFERED,
  rungs,
  SCREEN,
  STYLES,
  twoCalls,
  URL_OF_SERVER,
} from '../product.fake.ts';

const DIFFERING = [...STYLES, aScreen('rest-level-0', { ...SCREEN, state: 'CANCELLED' })];
const FAILING = [
  ...STYLES,
  aStyle('rest-level-0', { 'order-details': { composed: failing('unavailable: \u001b[2Jtry again') } }),
];

const folder = mkdtempSync(join(tmpdir(), 'rungs-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COMPARE = ['compare', 'order-details'];

describe('rungs compare', () => {
  it('uses the server that runs at PORT, and prints a row for each program', async () => {
    const { exitCode, out, words } = await rungs(COMPARE);
    expect(exitCode).toBe(0);
    // Trips, exchanges, up, down: two calls, each of 100 bytes up and 500 down, and a statement.
    expect(out).toMatch(/^Level 2 +composed +2 +2 +200 +1,000 +\d+ +2 +4\.0 /m);
    expect(out).toMatch(/^Level 2 +granular +– no way to ask for several things$/m);
    expect(words).toContain(`then 5 times, as ann on ${URL_OF_SERVER}`);
    expect(words).toContain('All 2 programs built the same view.');
  });

  it('says what follows from the figures', async () => {
    const { words } = await rungs(COMPARE);
    expect(words).toContain('Both styles need 2 dependent round trips.');
  });

  it('runs only what was asked for', async () => {
    const { out } = await rungs([
      ...COMPARE,
      '--json',
      '--client',
      'composed',
      '--style',
      'graphql',
      '--server',
      'all',
    ]);
    const { cells, repeats } = JSON.parse(out) as Comparison;
    expect(cells.map(({ style, client, server }) => [style, client, server])).toEqual([
      ['graphql', 'composed', 'per-row'],
      ['graphql', 'composed', 'batched'],
      ['graphql', 'composed', 'one-statement'],
    ]);
    expect(repeats).toBe(5);
  });

  it('asks as whom one wants, and says where the server is', async () => {
    const { out } = await rungs([...COMPARE, '--json', '--as', 'luigi', '--repeats', '2']);
    expect(JSON.parse(out)).toMatchObject({
      persona: 'luigi',
      repeats: 2,
      env: { client: 'cli', protocol: 'h1', encoding: 'identity', node: 'v24.0.0', postgres: '18.4' },
    });
  });

  it('has a row for each way of serving and each visit, and marks the best of those that are served alike', async () => {
    const { out, words } = await rungs([
      ...COMPARE,
      '--server',
      'all',
      '--visit',
      'all',
      '--client',
      'composed',
      '--repeats',
      '1',
    ]);
    expect(out).toMatch(/^Style +Client +Server +Visit /m);
    expect(out).toMatch(/^GraphQL +composed +one-statement +second /m);
    expect(words).toContain('Clients composed, server batched, first visit:');
  });

  it('says once why there is no second visit', async () => {
    const { exitCode, out, words } = await rungs(
      ['compare', 'cancel-refused', '--visit', 'all'],
      [aRefusal('graphql', 'told in advance')],
    );
    expect(exitCode).toBe(0);
    expect(words).toContain('There is no second visit: a refused change says nothing about a second visit.');
    expect(out.match(/says nothing about a second visit/g)).toHaveLength(1);
  });

  it('runs all scenarios, those without any program too', async () => {
    const { exitCode, out } = await rungs(['compare', 'all', '--repeats', '1']);
    expect(exitCode).toBe(0);
    expect(out).toContain('Order details. ');
    expect(out).toContain('Accepting several tickets. ');
    expect(out).toContain(NOT_OFFERED);
  });
});

describe('a comparison that is void', () => {
  it('exits with 1, ranks nothing, and says who built another view, and where', async () => {
    const { exitCode, out, words } = await rungs(COMPARE, DIFFERING);
    expect(exitCode).toBe(1);
    expect(words).toContain('Void: the programs built 2 different views');
    expect(words).toContain('B (Level 0 composed on batched) differs from A at /state.');
    expect(out).toMatch(/^Level 0 .* B$/m);
    expect(out).not.toContain('•');
  });

  it('exits with 1 when a style ended otherwise than is declared for it', async () => {
    const styles = [aRefusal('rest-level-2', 'refused when tried'), aRefusal('graphql', 'refused when tried')];
    const { exitCode, words } = await rungs(['compare', 'cancel-refused'], styles);
    expect(exitCode).toBe(1);
    expect(words).toContain(
      'GraphQL composed on batched ended with “refused when tried”, and “told in advance” is declared for its style.',
    );
  });

  it('is no such thing where each ended as declared', async () => {
    const styles = [aRefusal('rest-level-2', 'refused when tried'), aRefusal('graphql', 'told in advance')];
    expect((await rungs(['compare', 'cancel-refused'], styles)).exitCode).toBe(0);
  });
});

describe('a program that fails', () => {
  it('exits with 2, says what to do, shows the others, and steers no terminal', async () => {
    const { exitCode, out, words } = await rungs(COMPARE, FAILING);
    expect(exitCode).toBe(2);
    expect(out).toMatch(/^Level 0 +composed +failed: unavailable: \[2Jtry again\. /m);
    expect(words).toContain('The answer is outside the contract');
    expect(out).toMatch(/^GraphQL +composed +2 /m);
    expect(out).not.toContain('\u001b');
  });

  it('in a later repeat keeps its figures, marked, with what happened beneath', async () => {
    let runs = 0;
    const run = twoCalls(SCREEN);
    const styles = [
      ...STYLES,
      aStyle('rest-level-0', {
        'order-details': {
          composed: (context, held) => {
            // The third: one to warm up, one that is measured.
            if ((runs += 1) > 2) throw new Error('gone');
            return run(context, held);
          },
        },
      }),
    ];
    const { exitCode, out, words } = await rungs(COMPARE, styles);
    expect(exitCode).toBe(2);
    expect(out).toMatch(/^Level 0 +composed \* +2 +2 /m);
    expect(words).toContain('* Level 0, composed on batched, first visit: measured 1 of 5 times, then: gone.');
    expect(words).toContain('Each program was to run once to warm up, then 5 times');
  });

  it('is the same where there is nothing to measure', async () => {
    const { exitCode, out } = await rungs([...COMPARE, '--client', 'purpose-built']);
    expect(exitCode).toBe(2);
    expect(out).toContain(NOT_OFFERED);
  });
});

describe('the formats', () => {
  it('of --json is the data and nothing else', async () => {
    const { exitCode, out, err } = await rungs([...COMPARE, '--json', '--url', `${URL_OF_SERVER}/`, '--quiet']);
    expect(exitCode).toBe(0);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      schema: 'rungs.comparison/1',
      valid: true,
      cells: [
        { outcome: 'not-applicable' },
        { outcome: 'measured', run: { totals: { bytesUp: 200 } } },
        {},
        {},
        {},
        {},
      ],
    });
    expect(out).not.toContain('token-of-ann');
  });

  it.each([
    ['csv', /^scenario,persona,style,/],
    ['markdown', /^# Order details\n/],
    ['har', /^\{\n {2}"log": /],
    ['table', /^Order details\. /],
  ])('of --format %s is that', async (format, expected) => {
    expect((await rungs([...COMPARE, '--format', format, '--quiet'])).out).toMatch(expected);
  });

  it('of several scenarios is one array', async () => {
    const { out } = await rungs(['compare', 'all', '--json', '--repeats', '1']);
    expect((JSON.parse(out) as Comparison[]).map(({ scenario }) => scenario)).toContain('accept-tickets');
  });

  it.each([
    ['details.csv', /^scenario,/],
    ['details.md', /^# /],
    ['details.json', /^\{/],
    ['details.har', /"log"/],
    ['details.txt', /^Order details\. /],
  ])('of --out %s is what the name says', async (name, expected) => {
    const file = join(folder, name);
    const { exitCode, out, err } = await rungs([...COMPARE, '--out', file], STYLES, { colourDepth: 24 });
    expect(exitCode).toBe(0);
    expect(out).toBe('');
    expect(err).toContain(`${file} written`);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(expected);
    expect(text).not.toContain(ESCAPE);
  });

  it('exits with 2 when the file cannot be written', async () => {
    const { exitCode, err } = await rungs([...COMPARE, '--out', join(folder, 'nowhere', 'details.csv')]);
    expect(exitCode).toBe(2);
    expect(err).toContain('cannot be written');
  });
});

describe('progress', () => {
  it('is one line that is written over, and gone in the end, where the error output is a terminal', async () => {
    const { err, out } = await rungs([...COMPARE, '--client', 'composed', '--repeats', '1'], STYLES, {
      errColumns: 60,
    });
    expect(err).toContain(`\r${ESCAPE}Korder-details  1/4  GraphQL, composed on batched, first`);
    expect(err.endsWith(`\r${ESCAPE}K`)).toBe(true);
    expect(err).not.toContain('\n');
    for (const line of err.split(`\r${ESCAPE}K`)) expect(line.length).toBeLessThan(60);
    expect(out).not.toContain(ESCAPE);
  });

  it('is a line for each scenario where it is not', async () => {
    const { err } = await rungs(['compare', 'all', '--client', 'composed', '--repeats', '1']);
    expect(err).toBe('1/9 order-details: 4 program runs …\n');
  });

  it('is none with --quiet', async () => {
    expect((await rungs([...COMPARE, '--quiet'], STYLES, { errColumns: 60 })).err).toBe('');
  });
});

describe('a command that is stopped', () => {
  const stoppedAfter = (calls: number): Parameters<typeof rungs>[2] => {
    const stop = new AbortController();
    const fetch = fakeServer();
    let asked = 0;
    return {
      stop: stop.signal,
      fetch: (input, init) => {
        if (String(input).endsWith('/courier') && (asked += 1) === calls) stop.abort();
        return fetch(input, init);
      },
    };
  };

  it('shows what was measured until then, and exits with 130', async () => {
    const { exitCode, out, words } = await rungs(COMPARE, STYLES, stoppedAfter(5));
    expect(exitCode).toBe(130);
    expect(out).toMatch(/^Level 2 +composed \* +2 /m);
    expect(words).toContain('measured 1 of 5 times, then stopped.');
    expect(words).toContain('It was stopped before it had come to its end.');
  });

  it('writes no half of a document', async () => {
    const { exitCode, out, err } = await rungs([...COMPARE, '--json'], STYLES, stoppedAfter(5));
    expect([exitCode, out]).toEqual([130, '']);
    expect(err).toContain('Stopped: nothing was written.');
  });

  it('begins no further scenario', async () => {
    const { exitCode, out } = await rungs(['compare', 'all'], STYLES, stoppedAfter(5));
    expect(exitCode).toBe(130);
    expect(out).not.toContain('Accepting several tickets');
  });
});
