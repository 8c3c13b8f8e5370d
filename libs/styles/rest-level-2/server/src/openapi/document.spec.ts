import { createConfig, lintFromString } from '@redocly/openapi-core';
import { OPERATION_NAMES } from '@rungs/application';
import { STATUS_OF } from '@rungs/http';
import spectralCore from '@stoplight/spectral-core';
import owasp from '@stoplight/spectral-owasp-ruleset';
import rulesets from '@stoplight/spectral-rulesets';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { OPERATION_HANDLERS } from '../operations.ts';
import { openApiDocument, type OpenApiDocument } from './document.ts';

// CommonJS packages.
const { Spectral } = spectralCore;
const { oas } = rulesets;
const OWASP = (owasp as unknown as { readonly default?: typeof owasp }).default ?? owasp;

/** Rules that the document does not follow, and why not. */
const NOT_FOLLOWED = {
  'owasp:api8:2023-define-cors-origin':
    'Pages of other origins get nothing: no answer has a field of CORS, and none is described.',
  'info-contact': 'Whom to write to is for whoever runs a server to say; the project itself has no mailbox.',
} as const;

const document = openApiDocument();

type Json = Readonly<Record<string, unknown>>;

/**
 * The same as OpenAPI 3.1, for rules that know nothing newer: QUERY, and what a stream consists of, are under names of
 * extensions, where they may be anything.
 */
function as31({ paths, ...others }: OpenApiDocument): Json {
  const items = Object.entries(paths).map(([path, { query, ...item }]) => [
    path,
    { ...item, ...(query !== undefined && { 'x-query': query }) },
  ]);
  const plain = JSON.stringify({ ...others, openapi: '3.1.1', paths: Object.fromEntries(items) });
  return JSON.parse(plain.replaceAll('"itemSchema":', '"x-itemSchema":')) as Json;
}

/** What Spectral finds, by the name of the rule. */
async function spectralOn(text: Json): Promise<Readonly<Record<string, readonly string[]>>> {
  const spectral = new Spectral();
  const ruleset = { extends: [oas, OWASP].map((rules) => [rules, 'all']) };
  spectral.setRuleset(ruleset as unknown as Parameters<typeof spectral.setRuleset>[0]);
  const found = await spectral.run(text as Record<string, unknown>);
  const byRule: Record<string, string[]> = {};
  for (const { code, path, message } of found) (byRule[code] ??= []).push(`${path.join('/')}: ${message}`);
  return byRule;
}

describe('the OpenAPI document', () => {
  it('is written in 3.2, which alone has a word for QUERY', () => {
    expect(document.openapi).toBe('3.2.0');
    expect(Object.values(document.paths).filter((item) => 'query' in item).length).toBeGreaterThan(0);
  });

  it.each([
    ['all', document],
    ['all, as 3.1, of which more of them know,', as31(document)],
  ])(
    'follows %s rules of Spectral and of OWASP’s rule set, but for those named',
    async (_which, text) => {
      const found = await spectralOn(text);
      const others = Object.entries(found).filter(([rule]) => !Object.hasOwn(NOT_FOLLOWED, rule));
      expect(Object.fromEntries(others)).toEqual({});
      // One that is followed by now is named no longer.
      expect(Object.keys(found).toSorted()).toEqual(Object.keys(NOT_FOLLOWED).toSorted());
    },
    60_000,
  );

  it('RFC 9110 §14.2: describes parts of a photo for GET alone, which alone has them', () => {
    const path = Object.keys(document.paths).find((each) => each.endsWith('/photo'))!;
    const partsOf = (method: 'get' | 'head') => {
      const { responses } = (document.paths[path] as Record<string, { responses: object }>)[method]!;
      return Object.keys(responses).filter((status) => status === '206' || status === '416');
    };
    expect([partsOf('get'), partsOf('head')]).toEqual([['206', '416'], []]);
  });

  it('follows all rules that Redocly recommends, strictly', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const source = JSON.stringify(document);
    const problems = await lintFromString({ source, config, absoluteRef: '/openapi.json' });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  }, 60_000);

  it('describes every operation where it is served, with what it may refuse', () => {
    for (const name of OPERATION_NAMES) {
      const { path, verb } = OPERATION_HANDLERS[name];
      const described = document.paths[path.replace('/level2', '')]?.[verb.toLowerCase()] as Json;
      expect(described, name).toMatchObject({ operationId: name });
    }
    const { responses } = document.paths['/orders/{orderId}/cancellation']?.['put'] as { readonly responses: Json };
    const statuses = ['order-not-cancellable', 'stale-version', 'version-required', 'order-not-found'] as const;
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(statuses.map((code) => String(STATUS_OF[code]))));
  });

  it('gives examples that its own schemas take', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'rungs:openapi', ...document });
    const wrong: unknown[] = [];
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        const { requestBody } = operation as { readonly requestBody?: { readonly content: Json } };
        for (const [type, content] of Object.entries(requestBody?.content ?? {})) {
          const { examples = {} } = content as { readonly examples?: Readonly<Record<string, { value: unknown }>> };
          const at = ['paths', path, method, 'requestBody', 'content', type, 'schema'].map(escaped).join('/');
          for (const { value } of Object.values(examples)) {
            if (!ajv.validate({ $ref: `rungs:openapi#/${at}` }, value)) wrong.push([path, method, type, ajv.errors]);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** RFC 6901 §3 and §6. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
