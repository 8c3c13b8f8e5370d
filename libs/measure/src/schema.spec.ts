import { readFileSync } from 'node:fs';
import { CLIENT_MODES, SCENARIOS, SERVER_MODES, VISITS } from '@rungs/scenarios';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { aComparison, aMeasuredCell, anExchange, aRun } from '../spec/comparison.mother.ts';
import { isMeasured, type Comparison } from './comparison.ts';
import type { Run } from './run.ts';

const RUN_FILE = 'rungs.run-1.schema.json';
const COMPARISON_FILE = 'rungs.comparison-1.schema.json';
const [runSchema, comparisonSchema] = [RUN_FILE, COMPARISON_FILE].map(
  (file) => JSON.parse(readFileSync(new URL(`../schema/${file}`, import.meta.url), 'utf8')) as Schema,
) as [Schema, Schema];

type Schema = Readonly<Record<string, unknown>> & { readonly $defs: Readonly<Record<string, { enum?: string[] }>> };
type Json = Readonly<Record<string, unknown>>;

// Each names the other by the file beside it, which is how editors and servers find it.
const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
ajv.addSchema(runSchema, RUN_FILE).addSchema(comparisonSchema, COMPARISON_FILE);

function errors(document: unknown, file = COMPARISON_FILE): readonly string[] {
  ajv.validate(file, document);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Members that a document may lack. */
const OPTIONAL = new Set(['commit', 'node', 'platform', 'cpu', 'postgres', 'noticedMs']);
/** What a scenario's contract describes, and no schema of ours. */
const FREE = new Set(['viewModel']);

/** JSON Pointers of all objects in a document. */
function objectsIn(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([name, member]) =>
    FREE.has(name) ? [] : objectsIn(member, `${path}/${name}`),
  );
  return Array.isArray(value) ? below : [path, ...below];
}

function at(document: unknown, path: string): Record<string, unknown> {
  return path
    .split('/')
    .slice(1)
    .reduce((value, name) => (value as Record<string, unknown>)[name], document) as Record<string, unknown>;
}

const RUNS: readonly Run[] = aComparison().cells.flatMap((cell) => (isMeasured(cell) ? [cell.run] : []));
const COMPARISONS: readonly (readonly [string, Comparison])[] = [
  ['of every outcome', aComparison()],
  ['that is void', aComparison({ valid: false, views: [...aComparison().views, ...aComparison().views] })],
  [
    'with an outcome that was not declared',
    aComparison({
      mismatches: [
        {
          style: 'graphql',
          client: 'composed',
          server: 'batched',
          visit: 'second',
          declared: 'told in advance',
          got: 'refused when tried',
        },
      ],
    }),
  ],
  ['without any cell', aComparison({ cells: [], views: [] })],
  [
    'whose bodies are none, or no text',
    aComparison({ cells: [aMeasuredCell({}, { exchanges: [anExchange({ responseBody: null, usedPaths: [] })] })] }),
  ],
];

describe('the published schemas', () => {
  it.each(COMPARISONS)('take a comparison %s', (_what, comparison) => {
    expect(errors(comparison)).toEqual([]);
  });

  it('take a run by itself', () => {
    expect(RUNS.length).toBeGreaterThan(1);
    for (const run of RUNS) expect(errors(run, RUN_FILE)).toEqual([]);
  });

  it('refuse a member that they do not know, wherever it is', () => {
    for (const path of objectsIn(aComparison())) {
      const document = structuredClone(aComparison());
      at(document, path)['planted'] = 1;
      expect(errors(document), path).not.toEqual([]);
    }
  });

  it('refuse a document that lacks a member, whichever it is', () => {
    for (const path of objectsIn(aComparison())) {
      for (const name of Object.keys(at(aComparison(), path))) {
        // Only some scenarios declare how their programs end; of a cell, `outcome` is what it is.
        if (OPTIONAL.has(name) || (name === 'outcome' && path.endsWith('/run'))) continue;
        const document = structuredClone(aComparison());
        delete at(document, path)[name];
        expect(errors(document), `${path}/${name}`).not.toEqual([]);
      }
    }
  });

  it('refuse figures that cannot be', () => {
    const run = aRun();
    const planted: readonly Json[] = [
      { ...run, totals: { ...run.totals, sql: -1 } },
      { ...run, totals: { ...run.totals, bytesUp: 1.5 } },
      { ...run, exchanges: [] },
      { ...run, exchanges: [anExchange({ usedPaths: ['state'] })] },
      { ...run, exchanges: [anExchange({ requestHeaders: [['Accept', 'x']] })] },
      { ...run, exchanges: [{ ...anExchange(), requestHeaders: [['accept']] }] },
      { ...run, id: 'no trace id' },
      { ...run, schema: 'rungs.run/2' },
      { ...run, env: { ...run.env, measuredAt: 'yesterday' } },
    ];
    for (const document of planted) expect(errors(document, RUN_FILE), JSON.stringify(document)).not.toEqual([]);
  });

  it('name the scenarios and modes that there are', () => {
    const { scenario, client, server, visit } = runSchema.$defs;
    expect(scenario?.enum).toEqual(Object.keys(SCENARIOS));
    expect(client?.enum).toEqual(CLIENT_MODES);
    expect(server?.enum).toEqual(SERVER_MODES);
    expect(visit?.enum).toEqual(VISITS);
  });

  it('say of each member what it is', () => {
    for (const schema of [runSchema, comparisonSchema]) {
      for (const path of objectsIn(schema).filter((one) => /\/properties\/[^/]+$/.test(one))) {
        expect(
          Object.keys(at(schema, path)).some((key) => ['description', '$ref', 'const'].includes(key)),
          path,
        ).toBe(true);
      }
    }
  });
});
