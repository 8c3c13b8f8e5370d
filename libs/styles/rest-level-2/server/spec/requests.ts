import type { PersonaName } from '@rungs/application';
import type { JsonSchema } from '@rungs/json';
import fc, { type Arbitrary } from 'fast-check';
import type { OpenApiDocument } from '../src/openapi/document.ts';
import { describedIn, type Described, type Parameter } from './described.ts';
import { ODD, spoilt, valueOf } from './values.ts';

/** Who asks: a persona, nobody, or somebody whose token is not one of ours. */
export type Asker = PersonaName | 'nobody' | 'forger';

/** A request as it goes over the wire. */
export interface GeneratedRequest {
  readonly operationId: string;
  readonly asker: Asker;
  readonly method: string;
  /** With its query, percent-encoded or not. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

const OF_ROLE: Readonly<Record<string, readonly Asker[]>> = {
  anonymous: ['nobody'],
  consumer: ['ann', 'bob'],
  restaurant: ['luigi', 'mei'],
  courier: ['dana'],
  support: ['sam'],
};
const ASKERS: readonly Asker[] = ['ann', 'bob', 'luigi', 'mei', 'dana', 'sam', 'nobody', 'forger'];

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const IDEMPOTENCY_KEYS = ['"one"', 'one', '"two"', '', '"', '"a\\"b"', 'x'.repeat(300)];
const ENTITY_TAGS = [
  '*',
  '*',
  '*',
  '"1"',
  '"1", "2"',
  'W/"1"',
  '"0"',
  '"999999999999999999999"',
  '""',
  'nonsense',
  '"',
  ',',
  '1',
  '*, "1"',
];
const PREFERENCES = [
  'return=minimal',
  'return=representation',
  'handling=strict',
  'handling="lenient"; x',
  'return=minimal, handling=strict',
  'wait=',
  '=',
  ',;=',
  'respond-async',
];
const RANGES = [
  'bytes=0-9',
  'bytes=5-',
  'bytes=-3',
  'bytes=9999999-',
  'bytes=0-1,3-4',
  'bytes=a-b',
  'bits=0-1',
  'bytes=',
  'bytes=5-1',
];
const ACCEPTS = [
  '*/*',
  'application/json',
  'application/problem+json',
  'text/html',
  'image/png',
  'text/event-stream',
  'application/json;q=0',
  ';;',
  'a/b, */*;q=0.1',
];
const CODINGS = ['br', 'gzip', 'zstd', 'identity;q=0, *;q=0', '*;q=0', 'br;q=2', ','];
const LAST_IDS = ['0', '1', '-1', 'x', '999999999999999999'];
const DATES = ['Sun, 22 Nov 2026 12:00:00 GMT', 'yesterday', '0'];

/** Values of header fields, right and wrong, by their names. */
const HEADER_VALUES: Readonly<Record<string, readonly string[]>> = {
  'If-Match': ENTITY_TAGS,
  'If-None-Match': ENTITY_TAGS,
  'If-Range': ENTITY_TAGS,
  'If-Modified-Since': DATES,
  'If-Unmodified-Since': DATES,
  'Idempotency-Key': IDEMPOTENCY_KEYS,
  Prefer: PREFERENCES,
  Range: RANGES,
  'Last-Event-ID': LAST_IDS,
  Accept: ACCEPTS,
  'Accept-Encoding': CODINGS,
  'Content-Encoding': ['gzip', 'identity', 'x'],
  'Content-Range': ['bytes 0-1/2'],
  Expect: ['100-continue'],
  'Rungs-Loading': ['row', 'batched', 'x'],
  traceparent: ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'x'],
};

const TYPES = [
  'text/plain',
  'application/xml',
  'text/csv',
  'image/png',
  'image/gif',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'a',
  'application/json;',
  'APPLICATION/JSON',
  'application/vnd.api+json',
  'application/merge-patch+json',
  'application/json-patch+json',
];

/** `n` times in a hundred the first, else the second. */
function mostly<T>(percent: number, usual: Arbitrary<T>, other: Arbitrary<T>): Arbitrary<T> {
  return fc.oneof({ weight: percent, arbitrary: usual }, { weight: 100 - percent, arbitrary: other });
}

/** Makes requests out of nothing but the description: half of them as they ought to be, half of them with something odd. */
export function requestsFrom(document: OpenApiDocument): Arbitrary<GeneratedRequest> {
  const described = describedIn(document);
  const weighted = described.map((each) => ({
    weight: each.method === 'HEAD' || each.method === 'OPTIONS' ? 1 : 4,
    arbitrary: fc.boolean().chain((isFair) => requestOf(document, each, isFair)),
  }));
  return fc.oneof(...weighted);
}

function requestOf(document: OpenApiDocument, described: Described, isFair: boolean): Arbitrary<GeneratedRequest> {
  const { operationId, method, path, parameters } = described;
  const prefix = (document['servers'] as readonly { readonly url: string }[])[0]!.url;
  const entitled = fc.constantFrom(...described.roles.flatMap((role) => OF_ROLE[role] ?? []));
  return fc
    .record({
      asker: isFair ? entitled : mostly(70, entitled, fc.constantFrom(...ASKERS)),
      path: pathOf(document, path, parameters, isFair),
      query: queryOf(document, parameters, isFair),
      headers: headersOf(parameters, isFair),
      content: contentOf(document, described, isFair),
    })
    .map(({ asker, path: filled, query, headers, content: [type, body] }) => ({
      operationId,
      asker,
      method,
      path: `${prefix}${filled}${query}`,
      headers: { ...headers, ...(type !== undefined && { 'content-type': type }) },
      body,
    }));
}

function pathOf(
  document: OpenApiDocument,
  path: string,
  parameters: readonly Parameter[],
  isFair: boolean,
): Arbitrary<string> {
  const ids = parameters.filter((each) => each.in === 'path');
  const odd = fc.oneof(
    fc.constantFrom(
      'null',
      '..',
      '.',
      '%00',
      '%',
      '%zz',
      '%ff',
      '%2F',
      ' ',
      '"',
      '\u00e9',
      'x'.repeat(250),
      '0',
      '{orderId}',
      '01900000-0000-7000-8000-00000000E002',
    ),
    fc.string({ minLength: 1, maxLength: 20 }).map(encodeURIComponent),
  );
  const values = ids.map(({ name, schema }) => {
    const good = valueOf(document, schema, name).map(String);
    return isFair ? good : mostly(80, good, odd);
  });
  return fc
    .tuple(...values)
    .map((held) => ids.reduce((filled, { name }, index) => filled.replace(`{${name}}`, held[index] as string), path));
}

const asText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(String).join(',')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

function queryOf(document: OpenApiDocument, parameters: readonly Parameter[], isFair: boolean): Arbitrary<string> {
  const members = parameters
    .filter((each) => each.in === 'query')
    .map(({ name, schema }) => {
      const good = valueOf(document, schema, name).map(asText);
      // Of names of members and of cursors only few are right, so they are asked for less.
      const percent = ['fields', 'after', 'before'].includes(name) ? 8 : 30;
      const value = isFair ? good : mostly(60, good, ODD.map(asText));
      return mostly(
        percent,
        value.map((text) => [[name, text]]),
        fc.constant<[string, string][]>([]),
      );
    });
  const unknown = fc.oneof(
    fc.constant<[string, string][]>([]),
    fc.array(
      fc.tuple(
        fc.constantFrom('__proto__', 'constructor', 'q', 'limit', 'limit[]', 'states', 'a.b', ''),
        ODD.map(asText),
      ),
      { maxLength: 3 },
    ),
  );
  return fc.tuple(isFair ? fc.constant<[string, string][]>([]) : unknown, ...members).map((lists) => {
    const pairs = lists.flat().map(([name, text]) => `${encoded(name as string)}=${encoded(text as string)}`);
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  });
}

/** A lone surrogate has no percent-encoding. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

function headersOf(parameters: readonly Parameter[], isFair: boolean): Arbitrary<Record<string, string>> {
  const own = parameters.filter((each) => each.in === 'header').map(({ name }) => name);
  const names = isFair ? own.filter((name) => name === 'If-Match' || name === 'Prefer') : Object.keys(HEADER_VALUES);
  const members = names.map((name) => {
    const values = HEADER_VALUES[name] ?? ['x'];
    const isUsual = own.includes(name);
    if (isFair && name === 'If-Match') return fc.constant<[string, string][]>([[name, '*']]);
    const value = fc.constantFrom(...values).map((text): [string, string][] => [[name, text]]);
    return mostly(isUsual && !isFair ? 40 : 6, value, fc.constant<[string, string][]>([]));
  });
  return fc.tuple(...members).map((lists) => Object.fromEntries(lists.flat()));
}

type Content = readonly [string | undefined, Buffer | undefined];

function contentOf(document: OpenApiDocument, { bodies, method }: Described, isFair: boolean): Arbitrary<Content> {
  const nothing = fc.constant<Content>([undefined, undefined]);
  const junk = fc.oneof(
    fc
      .constantFrom(
        '',
        '{',
        '{"a":',
        '[]',
        'null',
        '"x"',
        '1e9999',
        '{"__proto__":{"x":1}}',
        '['.repeat(100),
        '\ufeff{}',
        '{"a":1}{"a":2}',
        '<order/>',
      )
      .map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
  );
  const types = Object.keys(bodies);
  const odd = fc.tuple(fc.constantFrom(...types, ...TYPES), junk).map((content): Content => content);
  if (types.length === 0) return isFair || method === 'GET' || method === 'HEAD' ? nothing : mostly(70, nothing, odd);
  const good = fc.constantFrom(...types).chain((type) => bodyOf(document, type, bodies[type] as JsonSchema, isFair));
  return isFair ? good : mostly(75, good, mostly(80, odd, nothing));
}

function bodyOf(document: OpenApiDocument, type: string, schema: JsonSchema, isFair: boolean): Arbitrary<Content> {
  if (type.startsWith('image/')) {
    const bytes = fc.uint8Array({ maxLength: 100 }).map((some) => Buffer.from(some));
    return (isFair ? fc.constant(PIXEL) : mostly(50, fc.constant(PIXEL), bytes)).map((body) => [
      isFair ? 'image/png' : type,
      body,
    ]);
  }
  const value = valueOf(document, schema, type === 'text/csv' ? 'csv' : '');
  const fitting = isFair ? value : fc.oneof(value, value.chain(spoilt));
  return fitting.map((body) => [type, Buffer.from(type === 'text/csv' ? String(body) : JSON.stringify(body ?? null))]);
}
