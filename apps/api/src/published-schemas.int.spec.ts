import { readFileSync } from 'node:fs';
import { STYLE_CLIENTS } from '@rungs/clients';
import { exportComparison, EXPORT_FORMATS, measuredCells, type Comparison } from '@rungs/measure';
import { VISITS } from '@rungs/scenarios';
import { MeasuredServer, SCENARIO_IDS, serveStyle, type ServedStyle } from '@rungs/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const FOLDER = new URL('../../../libs/measure/schema/', import.meta.url);
const COMPARISON_FILE = 'rungs.comparison-1.schema.json';
const LONG_MS = 120_000;
/** Of a JSON Web Token (RFC 7519) what nobody else writes: a JSON object in base64url, and another after a point. */
const WEB_TOKEN = /eyJ[\w-]+\.eyJ/;

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
for (const file of ['rungs.run-1.schema.json', COMPARISON_FILE]) {
  ajv.addSchema(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as object, file);
}

let served: ServedStyle;
let server: MeasuredServer;

beforeAll(async () => {
  served = await serveStyle(STYLE_SERVERS.map(({ module }) => module));
  server = new MeasuredServer(served, STYLE_CLIENTS);
});
afterAll(() => served.close());

describe.each(SCENARIO_IDS)('what is measured of %s', (id) => {
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await server.compare(id, { visits: VISITS });
  }, LONG_MS);

  it('is a document as the published schemas say', () => {
    expect(measuredCells(comparison)).not.toEqual([]);
    // As it is read by others: what JSON has no word for is not there.
    ajv.validate(COMPARISON_FILE, JSON.parse(JSON.stringify(comparison)));
    expect(ajv.errors ?? []).toEqual([]);
  });

  it('holds no credential, in no format', () => {
    const bearers = measuredCells(comparison).flatMap(({ run }) =>
      run.exchanges.flatMap(({ requestHeaders }) => requestHeaders.filter(([name]) => name === 'authorization')),
    );
    expect(new Set(bearers.map(([, value]) => value))).toEqual(new Set(['[redacted]']));
    expect(JSON.stringify(comparison)).not.toMatch(WEB_TOKEN);
    for (const format of EXPORT_FORMATS) expect(exportComparison(comparison, format)).not.toMatch(WEB_TOKEN);
  });
});
