import { hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Refusal } from '@rungs/domain';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type Answer, type ServedFakes } from '../../spec/served-fakes.ts';
import { clientDocuments, generate } from '../../trusted-documents.mjs';
import { TRUSTED_DOCUMENTS } from './trusted-documents.generated.ts';

const texts = [...TRUSTED_DOCUMENTS.values()];
const [hash = '', text = ''] =
  [...TRUSTED_DOCUMENTS].find(([, trusted]) => trusted.includes('query StateOfOrder')) ?? [];

describe('the list of trusted documents', () => {
  it('is what the generated files were made of', async () => {
    for (const [file, held] of Object.entries(await generate(await clientDocuments()))) {
      expect(readFileSync(file, 'utf8'), file).toBe(held);
    }
  });

  it('holds all that the client, its programs and the examples ask', async () => {
    const { documents, examples } = await clientDocuments();
    const missing = [...Object.values(documents).map((document) => document.text), ...examples].filter(
      (asked) => !texts.includes(asked),
    );
    expect(missing).toEqual([]);
    expect(texts.filter((trusted) => trusted.startsWith('mutation Several')).length).toBeGreaterThan(0);
  });

  it('lets nobody ask for the schema', () => {
    const asking = texts.filter((trusted) => {
      const { definitions } = parse(trusted);
      return (
        JSON.stringify(definitions).includes('"__schema"') ||
        definitions.some(({ kind }) => kind === Kind.SCHEMA_DEFINITION)
      );
    });
    expect(asking).toEqual([]);
  });
});

describe('where documents have to be trusted', () => {
  let served: ServedFakes;
  beforeAll(async () => {
    served = await serveFakes({ documents: 'trusted' });
  });
  afterAll(() => served.app.close());
  beforeEach(() => {
    served.forget();
    served.answerOf = () => Promise.reject(new Refusal('order-not-found', { id: 'o' }));
  });

  const post = (body: object) => served.send({ method: 'POST', body: JSON.stringify(body) });
  const codeOf = ({ status, errors }: Answer) => [
    status,
    errors.map(({ extensions }) => [extensions['code'], extensions['refusal']]),
  ];
  const NOT_LISTED = [403, [['PERSISTED_QUERY_NOT_IN_LIST', 'operation-unknown']]];
  const variables = { id: 'o' };
  const persistedQuery = { version: 1, sha256Hash: hash };

  it('one on the list runs: by its hash in either form, or by its text', async () => {
    const search = new URLSearchParams({ documentId: `sha256:${hash}`, variables: JSON.stringify(variables) });
    const answers = await Promise.all([
      post({ documentId: `sha256:${hash}`, variables }),
      post({ extensions: { persistedQuery }, variables }),
      post({ query: text, variables }),
      served.send({ method: 'GET' }, `?${search.toString()}`),
    ]);
    expect(answers.map(({ status, errors }) => [status, errors])).toEqual(Array(4).fill([200, []]));
  });

  it.each([
    ['another text', { query: '{ viewer { role } }' }],
    ['a text that is none', { query: '{' }],
    ['a question for the schema', { query: '{ __schema { types { name } } }' }],
    ['a listed text with a blank more', { query: `${text} ` }],
    ['the hash of another text', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }],
    ['an id of another text', { documentId: `sha256:${'a'.repeat(64)}` }],
  ])('%s is refused, in words that say nothing of the schema', async (_what, body) => {
    expect(codeOf(await post(body))).toEqual(NOT_LISTED);
    expect(served.executed).toEqual([]);
  });

  it('none can be registered', async () => {
    const query = 'query Mine { viewer { role } }';
    const named = { version: 1, sha256Hash: digest('sha256', query, 'hex') };
    expect(codeOf(await post({ query, extensions: { persistedQuery: named } }))).toEqual(NOT_LISTED);
    expect(codeOf(await post({ extensions: { persistedQuery: named } }))).toEqual(NOT_LISTED);
  });

  it('a body without any is as unreadable as ever', async () => {
    expect(codeOf(await post({ variables }))).toEqual([400, [['BAD_REQUEST', 'unreadable']]]);
  });
});
