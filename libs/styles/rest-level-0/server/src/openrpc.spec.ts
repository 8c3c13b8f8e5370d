import { createConfig, lintFromString } from '@redocly/openapi-core';
import { OPERATION_NAMES, OPERATIONS } from '@rungs/application';
import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { openRpcDocument } from './openrpc.ts';

const document = openRpcDocument();
const operations = document.methods.filter(({ name }) => name !== 'rpc.discover');

/** What another's reading of the OpenRPC specification has against a document. */
async function complaints(about: object): Promise<string[]> {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'no-unused-components': 'error',
      'spec-no-duplicated-method-params': 'error',
      'spec-no-required-params-after-optional': 'error',
      'spec-ref-siblings': 'error',
    },
  });
  const problems = await lintFromString({ source: JSON.stringify(about), config, absoluteRef: 'openrpc.json' });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`);
}

describe('the OpenRPC document', () => {
  it('OpenRPC 1.3: is one, for a linter that others made', async () => {
    expect(await complaints(document)).toEqual([]);
  });

  it('OpenRPC 1.3: would not be one for that linter with a parameter that has no schema, or a reference to nothing', async () => {
    const [discovery, first] = document.methods;
    const param = { name: 'orderId', required: true };
    const result = { name: 'x', schema: { $ref: '#/components/schemas/Nothing' } };
    const broken = { ...document, methods: [discovery, { ...first, params: [param], result }] };
    expect(await complaints(broken)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('The field `schema` must be present'),
        expect.stringContaining('no-unresolved-refs'),
      ]),
    );
  });

  it('OpenRPC 1.3, Method Object: names each method once; a method has every error once, each with a number of its own', () => {
    const names = document.methods.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, errors } of document.methods) {
      const codes = errors.map(({ $ref }) => document.components.errors[$ref.split('/').at(-1) ?? '']?.code);
      expect(codes, name).not.toContain(undefined);
      expect(new Set(codes).size, name).toBe(codes.length);
    }
  });

  it('has every operation of the catalogue, with the refusals that it says', () => {
    expect(operations.map(({ name }) => name)).toEqual(OPERATION_NAMES);
    for (const name of OPERATION_NAMES) {
      const told = operations.find((method) => method.name === name)?.errors.map(({ $ref }) => $ref.split('/').at(-1));
      expect(told).toEqual([...OPERATIONS[name].refusals, 'invalid-input', 'unavailable']);
    }
  });

  it('says of each change of a versioned thing that it takes the version, and of each change that a key makes it happen once', () => {
    for (const { name, params } of operations) {
      const { kind, refusals } = OPERATIONS[name as keyof typeof OPERATIONS];
      const named = params.map((param) => param.name);
      expect(named.includes('expectedVersion'), name).toBe((refusals as readonly string[]).includes('stale-version'));
      expect(named.includes('idempotencyKey'), name).toBe(kind === 'write');
    }
  });

  it.each([
    ['draft 7, which OpenRPC speaks', (options: Options) => new Ajv(options)],
    ['2020-12, too', (options: Options) => new Ajv2020(options)],
  ])('JSON Schema: what it says of parameters and results is %s', (_dialect, ajvOf) => {
    // `strictSchema` refuses keywords that the dialect has not.
    const ajv = ajvOf({ strict: false, strictSchema: true });
    formats.default.default(ajv);
    ajv.addVocabulary(['components']);
    const { methods, components } = document;
    const schemas = methods.flatMap(({ params, result }) => [...params, result].map(({ schema }) => schema));
    expect(() => ajv.compile({ anyOf: schemas, components })).not.toThrow();
    expect(() => ajv.compile({ anyOf: schemas })).toThrow(/can't resolve reference/);
  });
});
