import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLog, readConfig, startApplication, type Application } from '@rungs/api';
import { OPERATION_NAMES, PERSONAS } from '@rungs/application';
import { STYLE_CLIENTS } from '@rungs/clients';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { buildClientSchema, getIntrospectionQuery, parse, validate, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from './documents.ts';
import { CHAPTERS } from './examples.ts';
import type { Item } from './postman.ts';
import { record, type StyleRecording } from './record.ts';
import { PHOTO_FILE } from './request-text.ts';
import { runHttpFile } from './run-http-file.ts';

// What documents say of operations is what clients do, and what they show to send works: `npm run operations` writes
// them, this holds the written ones against the running product.

/** Some 500 requests each; what takes seconds takes minutes where many run at once. */
const BUSY_LIMIT_MS = 300_000;

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'docs/api');
const DOCUMENTS = [
  'docs/operations.md',
  'docs/api/rungs.postman_collection.json',
  'docs/api/local.postman_environment.json',
  ...STYLE_CLIENTS.map(({ style }) => `docs/api/${style}.http`),
  'docs/api/operations.graphql',
  'docs/api/operations.variables.json',
];

let database: TestDatabase;
let directory: string;
let application: Application;
const recordings: StyleRecording[] = [];
let documents: ReadonlyMap<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'rungs-operations-'));
  const environment = { NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: database.url };
  const config = readConfig({ ...environment, RUNGS_DATA_DIRECTORY: directory });
  application = await startApplication(config, createLog(config));
  for (const entry of STYLE_CLIENTS) {
    await send('/dev/reset');
    recordings.push(await record(entry, application.baseUrl, CHAPTERS));
  }
  documents = await documentsOf(recordings);
}, BUSY_LIMIT_MS);
afterAll(async () => {
  await application?.close();
  await database?.drop();
  await rm(directory, { recursive: true });
});

const written = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');

async function send(path: string, body?: unknown, token?: string): Promise<unknown> {
  const response = await fetch(`${application.baseUrl}${path}`, {
    method: 'POST',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.status === 204 ? undefined : response.json();
}

describe('what is written down', () => {
  it.each(DOCUMENTS)('%s is what the clients do; "npm run operations" writes it', async (path) => {
    await expect(documents.get(path)).toMatchFileSnapshot(join(ROOT, path));
  });

  it('is all that can be made', () => {
    expect([...documents.keys()].sort()).toEqual([...DOCUMENTS].sort());
  });

  it('comes with the photo of the examples', async () => {
    const setPhoto = CHAPTERS.flatMap(({ examples }) => examples).find(({ operation }) => operation === 'setPhoto');
    expect(setPhoto?.input).toMatchObject({ data: (await readFile(join(FOLDER, PHOTO_FILE))).toString('base64') });
  });
});

describe('the Postman collection', () => {
  it('has every operation in every style', async () => {
    const { item: folders } = JSON.parse(await written('docs/api/rungs.postman_collection.json')) as { item: Item[] };
    expect(folders.map(({ name }) => name)).toEqual(STYLE_CLIENTS.map(({ title }) => title));
    for (const { name, item = [] } of folders) {
      const succeeding = requestsIn(item).map((request) => /^(\w+):/.exec(request)?.[1]);
      const missing = OPERATION_NAMES.filter((operation) => !succeeding.includes(operation));
      expect(missing, name).toEqual([]);
    }
  });

  it('runs from the top to the bottom, and every test in it holds', { timeout: BUSY_LIMIT_MS }, async () => {
    const report = join(directory, 'newman.json');
    const { code, output } = await newman(report);
    const { run } = JSON.parse(await readFile(report, 'utf8')) as { run: NewmanRun };
    const failures = run.failures.map(({ source, error }) => `${source?.name}: ${error.test ?? ''} ${error.message}`);
    expect(failures, output).toEqual([]);
    expect(code, output).toBe(0);
    const untested = run.executions.filter(({ item, assertions = [] }) => {
      return assertions.length < (item.name.startsWith('Reset') ? 1 : 2);
    });
    expect(untested.map(({ item }) => item.name)).toEqual([]);
    expect(run.executions.length).toBeGreaterThan(OPERATION_NAMES.length * STYLE_CLIENTS.length);
  });

  function requestsIn(items: readonly Item[]): string[] {
    return items.flatMap(({ name, item }) => (item ? requestsIn(item) : [name]));
  }

  async function newman(report: string): Promise<{ readonly code: number; readonly output: string }> {
    const program = createRequire(import.meta.url).resolve('newman/bin/newman.js');
    const run = ['run', 'rungs.postman_collection.json', '--environment', 'local.postman_environment.json'];
    const report_ = ['--reporters', 'json', '--reporter-json-export', report];
    const origin = ['--env-var', `baseUrl=${application.baseUrl}`];
    const child = spawn(process.execPath, [program, ...run, ...origin, ...report_], { cwd: FOLDER });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  }
});

interface NewmanRun {
  readonly failures: readonly {
    readonly source?: { readonly name: string };
    readonly error: { readonly test?: string; readonly message: string };
  }[];
  readonly executions: readonly { readonly item: { readonly name: string }; readonly assertions?: readonly object[] }[];
}

describe("the editors' files", () => {
  it.each(STYLE_CLIENTS.map(({ style }) => style))('%s.http answers as it says', { timeout: 60_000 }, async (style) => {
    const results = await runHttpFile(await written(`docs/api/${style}.http`), FOLDER, application.baseUrl);
    const answered = results.map(({ title, status, says, text }) => {
      const code = /refused: ([\w-]+)\.$/.exec(says)?.[1];
      return `${title} # Answers ${status}${says.slice('# Answers 200'.length)}${isRefused(text, code) ? '' : ` NOT: ${text}`}`;
    });
    expect(answered).toEqual(results.map(({ title, says }) => `${title} ${says}`));
    expect(results.length).toBeGreaterThan(OPERATION_NAMES.length);
  });

  /** By its code, however the style writes it; GraphQL says null for what is hidden. */
  function isRefused(text: string, code: string | undefined): boolean {
    if (code === undefined) return true;
    return (
      text.includes(code) ||
      text.includes(code.toUpperCase().replaceAll('-', '_')) ||
      /^\{"data":\{"\w+":null\}/.test(text)
    );
  }
});

describe('the operations for playgrounds', () => {
  it('are operations of the schema, and leave no root field out', async () => {
    const document = parse(await written('docs/api/operations.graphql'));
    const { data } = (await send('/graphql', { query: getIntrospectionQuery() })) as { data: IntrospectionQuery };
    const schema = buildClientSchema(data);
    expect(validate(schema, document)).toEqual([]);
    const used = document.definitions.flatMap((definition) =>
      definition.kind === 'OperationDefinition'
        ? definition.selectionSet.selections.map((field) => ('name' in field ? field.name.value : ''))
        : [],
    );
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect([...new Set(used)].sort()).toEqual(fields.sort());
  });

  it('come with variables that fit each of them', async () => {
    const document = await written('docs/api/operations.graphql');
    const variables = JSON.parse(await written('docs/api/operations.variables.json')) as Record<string, object>;
    const names = [...document.matchAll(/^(?:query|mutation) (\w+)/gm)].map(([, name]) => name);
    expect(Object.keys(variables)).toEqual(names);
    const token = ((await send('/dev/token', { persona: 'ann' })) as { access_token: string }).access_token;
    for (const operationName of names as string[]) {
      const body = { query: document, operationName, variables: variables[operationName] };
      const answer = (await send('/graphql', body, token)) as { errors?: { extensions?: { refusal?: string } }[] };
      // Ann may not do everything; what does not fit would not even be looked at.
      const unfit = (answer.errors ?? []).filter(({ extensions }) => extensions?.refusal === undefined);
      expect(unfit, operationName).toEqual([]);
    }
  });
});

it('walks as personas that the demo data have', () => {
  const actors = CHAPTERS.flatMap(({ examples }) => examples).map(({ as }) => as);
  expect(Object.keys(PERSONAS).filter((persona) => !actors.includes(persona as never))).toEqual([]);
});
