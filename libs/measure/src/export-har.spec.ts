import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import type { Entry, Har } from 'har-format';
import { beforeAll, describe, expect, it } from 'vitest';
import { aComparison, aMeasuredCell, anExchange } from '../spec/comparison.mother.ts';
import type { Comparison } from './comparison.ts';
import { exportHar } from './export-har.ts';

/** The schema of HAR 1.2 that tools for it are written against. */
const SCHEMA_FOLDER = join(dirname(createRequire(import.meta.url).resolve('har-schema/package.json')), 'lib');

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });

beforeAll(() => {
  for (const file of readdirSync(SCHEMA_FOLDER).filter((name) => name.endsWith('.json'))) {
    const schema = JSON.parse(readFileSync(join(SCHEMA_FOLDER, file), 'utf8')) as Record<string, unknown>;
    // Draft 6 says of these no more than the draft that this validator knows.
    ajv.addSchema({ ...schema, $schema: undefined, $id: String(schema['$id']).replace('#', '') });
  }
});

function archive(comparison: Comparison | readonly Comparison[]): Har {
  const har = JSON.parse(exportHar(comparison)) as Har;
  expect(ajv.validate('har.json', har), JSON.stringify(ajv.errors)).toBe(true);
  return har;
}

function entriesOf(har: Har, page: string): readonly Entry[] {
  return har.log.entries.filter(({ pageref }) => pageref === page);
}

const LEVEL_2 = 'order-details/rest-level-2/granular/batched/first';
const GRAPHQL = 'order-details/graphql/composed/batched/first';
const LEVEL_0 = 'order-details/rest-level-0/composed/batched/first';

describe('HTTP Archive', () => {
  it('has a page for each cell that asked anything, and an entry for each exchange', () => {
    const { log } = archive(aComparison());
    expect(log.version).toBe('1.2');
    expect(log.pages?.map(({ id }) => id)).toEqual([LEVEL_2, GRAPHQL, LEVEL_0]);
    expect(log.entries.map(({ pageref }) => pageref)).toEqual([LEVEL_2, GRAPHQL, GRAPHQL, LEVEL_0]);
  });

  it('would not pass its schema without its entries', () => {
    const { log } = archive(aComparison());
    expect(ajv.validate('har.json', { log: { ...log, entries: undefined } })).toBe(false);
    expect(ajv.validate('har.json', { log: { ...log, entries: [{}] } })).toBe(false);
  });

  it('takes sizes from the run and times from localhost', () => {
    const [entry] = entriesOf(archive(aComparison()), LEVEL_2);
    expect(entry).toMatchObject({
      startedDateTime: '2026-11-22T15:00:00.000Z',
      time: 5,
      timings: { send: 0, wait: 4.5, receive: 0.5, connect: -1 },
      request: {
        method: 'GET',
        url: 'http://localhost:3000/level2/orders/1?fields=state',
        queryString: [{ name: 'fields', value: 'state' }],
        headersSize: 200,
        bodySize: 0,
      },
      response: {
        status: 200,
        headersSize: 150,
        bodySize: 48,
        content: { size: 48, compression: 0, mimeType: 'application/json; charset=utf-8' },
      },
      _label: 'order',
      _serverMs: 3.25,
      _usedPaths: ['/state'],
    });
    expect(entry?.request).not.toHaveProperty('postData');
  });

  it('keeps bodies, and what an exchange waited for', () => {
    const [query, courier] = entriesOf(archive(aComparison()), GRAPHQL);
    expect(query?.request.postData).toEqual({ mimeType: 'application/json', text: '{"query":"{ order { state } }"}' });
    expect(query?.response.content.text).toContain('leave at the door');
    expect(courier).toMatchObject({ _dependsOn: [1], startedDateTime: '2026-11-22T15:00:00.005Z' });
  });

  it('says of an answer from the cache that nothing travelled', () => {
    const nothing = { requestHead: 0, requestBody: 0, responseHead: 0, responseBodyWire: 0 };
    const fresh = anExchange({ cache: 'fresh', bytes: { ...anExchange().bytes, ...nothing } });
    const har = archive(aComparison({ cells: [aMeasuredCell({ visit: 'second' }, { exchanges: [fresh] })] }));
    expect(har.log.entries[0]).toMatchObject({
      _cache: 'fresh',
      request: { headersSize: -1 },
      response: { headersSize: -1, bodySize: 0 },
    });
  });

  it('shows of a program that failed what its client saw, and why', () => {
    const har = archive(aComparison());
    expect(har.log.pages?.at(-1)?.comment).toContain('refused: =unavailable');
    expect(entriesOf(har, LEVEL_0)).toMatchObject([
      { request: { method: 'POST', url: 'http://localhost:3000/level0' }, response: { status: 503, bodySize: -1 } },
    ]);
  });

  it('says that a comparison is void, and holds several', () => {
    expect(archive(aComparison({ valid: false })).log.comment).toContain('order-details is void');
    expect(archive([aComparison(), aComparison()]).log.entries).toHaveLength(8);
  });

  it('names the server that was measured where one says which', () => {
    const har = JSON.parse(exportHar(aComparison(), { origin: 'https://rungs.example' })) as Har;
    expect(har.log.entries[0]?.request.url).toMatch(/^https:\/\/rungs\.example\/level2/);
  });
});
