import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { STYLE_CLIENTS } from '@rungs/clients';
import { CLIENT_MODES, isApplicable, SERVER_MODES, VISITS } from '@rungs/scenarios';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

// `npm run sample` measures it; this holds what was written against what is.

const ROOT = resolve(import.meta.dirname, '..');
const SCHEMAS = ['rungs.run-1.schema.json', 'rungs.comparison-1.schema.json'] as const;
const text = readFileSync(resolve(ROOT, 'apps/lab/public/sample-run.json'), 'utf8');

interface Cell {
  readonly style: string;
  readonly client: string;
  readonly server: string;
  readonly visit: string;
  readonly outcome: string;
  readonly reason?: string;
}
const sample = JSON.parse(text) as {
  readonly scenario: string;
  readonly valid: boolean;
  readonly env: object;
  readonly cells: readonly Cell[];
};

describe('the sample that the lab shows', () => {
  it('is a document as the published schemas say', () => {
    const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
    for (const file of SCHEMAS) {
      ajv.addSchema(JSON.parse(readFileSync(resolve(ROOT, 'libs/measure/schema', file), 'utf8')) as object, file);
    }
    ajv.validate(SCHEMAS[1], sample);
    expect(ajv.errors ?? []).toEqual([]);
  });

  it('is a valid comparison of order details, and says where it was made', () => {
    expect(sample).toMatchObject({
      scenario: 'order-details',
      persona: 'ann',
      valid: true,
      mismatches: [],
      repeats: 9,
    });
    expect(sample.env).toMatchObject({
      client: 'cli',
      commit: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      node: expect.stringMatching(/^v\d+/) as string,
      postgres: expect.stringMatching(/^\d+/) as string,
    });
  });

  it('has every cell that there is, measured where there is a program, and else with the reason of today', () => {
    const expected = STYLE_CLIENTS.flatMap(({ style, scenarios }) =>
      CLIENT_MODES.flatMap((client) =>
        SERVER_MODES.flatMap((server) =>
          VISITS.map((visit) => {
            const program = scenarios['order-details'][client];
            const cell = { style, client, server, visit };
            return isApplicable(program)
              ? { ...cell, outcome: 'measured' }
              : { ...cell, outcome: 'not-applicable', reason: program.notApplicable };
          }),
        ),
      ),
    );
    const found = sample.cells.map(({ style, client, server, visit, outcome, reason }) => {
      const cell = { style, client, server, visit, outcome };
      return reason === undefined ? cell : { ...cell, reason };
    });
    expect(found).toEqual(expected);
  });

  it('is small enough to be loaded with the page', () => {
    expect(text).toBe(`${JSON.stringify(sample)}\n`);
    expect(gzipSync(text).length).toBeLessThan(150_000);
  });
});
