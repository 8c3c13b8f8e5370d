import { BOBS_ORDER, CLOSED_RESTAURANT, DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import type { JsonSchema } from '@rungs/json';
import fc, { type Arbitrary } from 'fast-check';
import type { OpenApiDocument } from '../src/openapi/document.ts';
import { resolved } from './described.ts';

/** Ids that there are, by the names of members and parameters that hold them. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  consumerId: [PERSONAS.ann.consumerId, PERSONAS.bob.consumerId],
  restaurantId: [PERSONAS.luigi.restaurantId, PERSONAS.mei.restaurantId, CLOSED_RESTAURANT],
  menuItemId: Object.values(DEMO_DISHES),
  orderId: [...Object.values(DEMO_ORDERS), BOBS_ORDER],
  courierId: [PERSONAS.dana.courierId],
};

/** The first of a list most often: what the demo data is mostly about. */
function oneOfMostly<T>([first, ...others]: readonly T[]): Arbitrary<T> {
  if (others.length === 0) return fc.constant(first as T);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(first as T) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

export function idFor(name: string): Arbitrary<string> {
  const known = KNOWN[name];
  if (!known) return fc.uuid();
  const ofAll = name === 'orderId' ? fc.constantFrom(...known) : oneOfMostly(known);
  return fc.oneof({ weight: 9, arbitrary: ofAll }, { weight: 1, arbitrary: fc.uuid() });
}

/** Within a day from now, as a time to promise food by; the tests of what is beyond are the odd ones'. */
const soon = fc.integer({ min: 60, max: 86_000 }).map((seconds) => new Date(Date.now() + seconds * 1000).toISOString());
const longAgo = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

const TEXT = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-zèü' -]{1,24}$/) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) => text.replaceAll('\0', '') || 'x'),
  },
);

/** A value that a schema of ours takes. `name` is whose value it is, by which ids are found that there are. */
export function valueOf(document: OpenApiDocument, schema: JsonSchema, name = ''): Arbitrary<unknown> {
  const { enum: choices, const: only, anyOf, type, ...rest } = resolved(document, schema) as SchemaParts;
  if (only !== undefined) return fc.constant(only);
  if (choices) return fc.constantFrom(...choices);
  if (anyOf) return fc.oneof(...anyOf.map((each) => valueOf(document, each, name)));
  switch (type) {
    case 'object':
      return objectOf(document, rest);
    case 'array':
      return listOf(valueOf(document, rest.items ?? {}, name), rest);
    case 'integer':
      return fc.integer({ min: Math.max(rest.minimum ?? 0, -1000), max: Math.min(rest.maximum ?? 1000, 1000) });
    case 'number':
      return fc.double({ min: rest.minimum ?? -1000, max: rest.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(rest, name);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

interface SchemaParts {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
}

function objectOf(document: OpenApiDocument, { properties = {}, required = [] }: SchemaParts): Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, member]) => [name, valueOf(document, member, name)] as const);
  return fc.record(Object.fromEntries(members), { requiredKeys: [...required] });
}

/** As short as it may be, mostly: what is in it must often not repeat, and there are not many ids. */
function listOf(element: Arbitrary<unknown>, { minItems = 0, maxItems = 3 }: SchemaParts): Arbitrary<unknown> {
  const short = Math.min(Math.max(minItems, 1), maxItems);
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(element, { minLength: short, maxLength: short }) },
    { weight: 1, arbitrary: fc.array(element, { minLength: minItems, maxLength: Math.min(maxItems, 3) }) },
  );
}

function textOf(
  { format, pattern, examples = [], maxLength = 100, minLength = 0 }: SchemaParts,
  name: string,
): Arbitrary<string> {
  if (format === 'uuid') return idFor(name);
  if (name === 'readyBy') return soon;
  if (format === 'date-time') return longAgo.map((date) => date.toISOString());
  if (name === 'currency') return fc.constant('EUR');
  const isFree = pattern === undefined || pattern === '^[^\\u0000]*$';
  const any = isFree ? TEXT : fc.stringMatching(new RegExp(pattern));
  const fitting = any.map((text) => text.slice(0, maxLength)).filter((text) => text.length >= minLength);
  return examples.length === 0 ? fitting : fc.oneof(fc.constantFrom(...(examples as readonly string[])), fitting);
}

/** What no schema of ours expects anywhere. */
export const ODD: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0.5,
    1e308,
    -1e-308,
    Number.MAX_SAFE_INTEGER + 2,
    2 ** 63,
    '',
    '\0',
    'a\0b',
    '\ud800',
    '2026-02-30T25:61:00Z',
    '-1',
    '1e999',
    "'; DROP TABLE orders; --",
    '../../etc/passwd',
    '${jndi:ldap://x}',
    'x'.repeat(5000),
    [],
    {},
    [[]],
    { $ref: '#' },
  ),
  fc.jsonValue({ maxDepth: 4 }),
);

/** Members that nobody may send, and names that a careless copy would stumble over. */
const UNINVITED = [
  '__proto__',
  'constructor',
  'prototype',
  'id',
  'version',
  'state',
  'total',
  'consumerId',
  'toString',
  'x y',
  '',
];

/** A body with something wrong in it: a member of another type, one too few, one too many. */
export function spoilt(value: unknown): Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ODD;
  const names = Object.keys(value);
  const withOwn = (name: string, odd: unknown): unknown =>
    // Parsed, so that `__proto__` is a member like any other.
    JSON.parse(JSON.stringify({ ...value, ['\u0001']: odd }).replace('"\\u0001":', `${JSON.stringify(name)}:`));
  const added = fc.tuple(fc.constantFrom(...UNINVITED), ODD).map(([name, odd]) => withOwn(name, odd));
  if (names.length === 0) return fc.oneof(added, ODD);
  const name = fc.constantFrom(...names);
  return fc.oneof(
    fc.tuple(name, ODD).map(([each, odd]) => ({ ...value, [each]: odd })),
    name.map((each) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== each))),
    fc
      .tuple(name, fc.constantFrom(...UNINVITED), ODD)
      .map(([each, uninvited, odd]) => ({ ...value, [each]: { [uninvited]: odd } })),
    added,
    ODD,
  );
}
