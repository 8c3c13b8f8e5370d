import { METRICS } from '@rungs/measure';
import { SCENARIOS } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { NOT_OFFERED, rungs } from './product.fake.ts';

const COMPARE = ['compare', 'order-details'];

describe('a command line', () => {
  it.each([
    ['an unknown scenario', ['compare', 'breakfast'], 'There is no scenario "breakfast"; there are: order-details, '],
    ['no scenario', ['compare'], "missing required argument 'scenario'"],
    ['an unknown client', [...COMPARE, '--client', 'odd'], "argument 'odd' is invalid"],
    ['the former name of it', [...COMPARE, '--mode', 'composed'], "unknown option '--mode'"],
    ['an unknown server mode', [...COMPARE, '--server', 'odd'], "argument 'odd' is invalid"],
    ['an unknown visit', [...COMPARE, '--visit', 'third'], "argument 'third' is invalid"],
    ['an unknown format', [...COMPARE, '--format', 'xml'], "argument 'xml' is invalid"],
    ['two formats', [...COMPARE, '--json', '--format', 'csv'], 'cannot be used with'],
    [
      'an unknown style',
      [...COMPARE, '--style', 'soap'],
      'There is no style "soap"; there are: rest-level-2, graphql.',
    ],
    ['no repeats', [...COMPARE, '--repeats', '0'], 'A whole number from 1 to 99 is needed'],
    ['an unknown option', [...COMPARE, '--fast'], "unknown option '--fast'"],
    ['an unknown command', ['contrast'], "unknown command 'contrast'"],
    ['a server that does not answer', [...COMPARE, '--url', 'http://127.0.0.1:1'], 'No server answers'],
    ['no address', [...COMPARE, '--url', 'localhost'], '"localhost" is not the address of a server'],
    ['a persona without this task', [...COMPARE, '--as', 'dana'], '"dana" cannot do "order-details"; these can: ann, '],
    ['one persona for all', ['compare', 'all', '--as', 'ann'], 'Each scenario has its own people'],
    [
      'an explanation of no style',
      ['explain', 'order-details'],
      'Which style? Say --style and one of: rest-level-2, graphql.',
    ],
    [
      'a second visit alone, where nobody can make one',
      ['compare', 'poll-order', '--visit', 'second'],
      '"poll-order" has no second visit: it changes something',
    ],
    [
      'an explanation of a second visit that nobody can make',
      ['explain', 'poll-order', '--style', 'graphql', '--visit', 'second'],
      '"poll-order" has no second visit: it changes something',
    ],
    ['an unknown scenario to be told of', ['scenarios', 'breakfast'], 'There is no scenario "breakfast"'],
    ['an explanation of all', ['explain', 'all', '--style', 'graphql'], 'There is no scenario "all"'],
  ])('that is wrong (%s) exits with 2 and says why, on the error output', async (_what, args, message) => {
    const { exitCode, out, err } = await rungs(args);
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
  });

  it('is refused by a server that signs nobody in', async () => {
    const { exitCode, err } = await rungs(COMPARE, undefined, {
      fetch: async (input) =>
        String(input).endsWith('/health/live') ? new Response('ok') : Response.json({}, { status: 404 }),
    });
    expect(exitCode).toBe(2);
    expect(err).toContain('signs nobody in as "ann" (POST /dev/token answered 404)');
  });

  it('says so where something answers that is not Rungs, and what to do', async () => {
    const { exitCode, err } = await rungs([...COMPARE, '--url', 'http://127.0.0.1:1'], undefined, {
      fetch: async () => new Response('no such page', { status: 404 }),
    });
    expect(exitCode).toBe(2);
    expect(err).toContain('What answers at http://127.0.0.1:1 is not Rungs. Start one with "npm start"');
  });

  it.each(['abc', '-1', '65536', '3e3'])('names a PORT that is none: %s', async (PORT) => {
    const { exitCode, err } = await rungs(COMPARE, undefined, { env: { PORT } });
    expect(exitCode).toBe(2);
    expect(err).toContain(`PORT is "${PORT}", which is no port`);
  });

  it('teaches: where to begin, what the axes and columns mean, and the exit codes', async () => {
    expect((await rungs(['--help'])).out).toContain('rungs compare order-details ');
    const { exitCode, out } = await rungs(['compare', '--help']);
    expect(exitCode).toBe(0);
    for (const id of Object.keys(SCENARIOS)) expect(out).toContain(id);
    for (const { short, unit } of METRICS) expect(out).toContain(`\n  ${short}${unit && `, ${unit}`} `);
    expect(out).toContain('  per-row         a statement for each thing and each row (N+1)');
    for (const code of [0, 1, 2, 130]) expect(out).toMatch(new RegExp(`^  ${code} +[a-z]`, 'm'));
    expect((await rungs(['explain', '--help'])).out).toContain('rungs explain order-details --style');
  });

  it('keeps its help within 80 columns beneath the list of options', async () => {
    const { out } = await rungs(['compare', '--help']);
    const taught = out.slice(out.indexOf('Examples:'));
    expect(Math.max(...taught.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    const known = METRICS.find(({ short }) => short === 'Known')?.about ?? '';
    // Words that go on take the width that the first line has.
    for (const line of taught.split('\n  Known ')[1]?.split('\n\n')[0]?.split('\n').slice(0, -1) ?? []) {
      expect(line.trim().length).toBeGreaterThan(40);
    }
    expect(taught.replaceAll(/\s+/g, ' ')).toContain(known);
  });
});

describe('rungs scenarios', () => {
  it('lists each with its question', async () => {
    const { exitCode, out, words } = await rungs(['scenarios']);
    expect(exitCode).toBe(0);
    for (const { id, question } of Object.values(SCENARIOS)) {
      expect(out).toMatch(new RegExp(`^${id} +\\w`, 'm'));
      expect(words).toContain(question);
    }
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('tells of one in full, and of that alone', async () => {
    const { exitCode, out } = await rungs(['scenarios', 'poll-order']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^poll-order\n {2}Waiting for an order to change\. /);
    expect(out).not.toContain('order-details');
  });

  it('in full says what the client holds, for whom it is, and who can ask how', async () => {
    const { exitCode, out, words } = await rungs(['scenarios', '--full']);
    expect(exitCode).toBe(0);
    for (const { id } of Object.values(SCENARIOS)) expect(out).toMatch(new RegExp(`^${id}$`, 'm'));
    expect(words).toContain(SCENARIOS['order-details'].question);
    expect(words).toContain(`The client starts with: ${SCENARIOS['order-details'].holds}.`);
    expect(words).toContain('As ann; with --as also luigi, sam.');
    expect(words).toContain('composed: every style. purpose-built: no style.');
    expect(words).toContain('No second visit: it changes something');
  });

  it('says why a cell does not exist, once for all that have the same reason', async () => {
    const { out, words } = await rungs(['scenarios', '--full']);
    expect(words).toContain(`– Level 2, GraphQL granular; Level 2, GraphQL purpose-built: ${NOT_OFFERED}.`);
    const scenarios = Object.keys(SCENARIOS).length;
    expect(out.replaceAll(/\n +/g, ' ').match(new RegExp(NOT_OFFERED, 'g'))).toHaveLength(scenarios);
  });
});
