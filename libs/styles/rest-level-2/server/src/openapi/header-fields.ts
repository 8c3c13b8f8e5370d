import type { JsonSchema } from '@rungs/json';

interface HeaderField {
  /** Where it is not the field's own. */
  readonly name?: string;
  readonly description: string;
  /** Whether each answer that names it has it. */
  readonly required: boolean;
  readonly schema: JsonSchema;
}

const line = (maxLength = 1000): JsonSchema => ({ type: 'string', maxLength, pattern: '^[\\t\\x20-\\x7e]*$' });
const reference: JsonSchema = { type: 'string', format: 'uri-reference', maxLength: 2000 };

/** Three addresses as long as the longest that gets through: they say again what was asked. */
const MAX_LINK_CHARACTERS = 50_000;

/** The fields of answers: one line for each, and whoever sends one more adds one here. */
const HEADER_FIELDS = {
  ETag: {
    description:
      'A strong validator (RFC 9110 §8.8.3) that begins with the version: send it back in `If-Match` or `If-None-Match`.',
    required: true,
    schema: { type: 'string', pattern: '^"[!#-~]*"$', maxLength: 500, examples: ['"3"'] },
  },
  'Cache-Control': {
    description: 'Who may keep the answer, and when to ask again (RFC 9111 §5.2).',
    required: true,
    schema: { ...line(200), examples: ['private, no-cache'] },
  },
  Vary: {
    description: 'Fields of the request by which the answer was chosen (RFC 9110 §12.5.5).',
    required: true,
    schema: { ...line(200), examples: ['Authorization, Accept-Encoding'] },
  },
  Link: {
    description: 'The pages `first`, `next` and `prev` (RFC 8288), as far as there are any.',
    required: true,
    schema: { ...line(MAX_LINK_CHARACTERS), examples: ['</level2/orders>; rel="first"'] },
  },
  OtherLink: {
    name: 'Link',
    description: 'Where more is said of this way to ask, or (RFC 8288) where the pages are to be had by GET.',
    required: false,
    schema: line(MAX_LINK_CHARACTERS),
  },
  SameByGet: {
    name: 'Location',
    description: 'Where the same is to be had by GET, unless that would be too long (RFC 10008 §2.4).',
    required: false,
    schema: { ...reference, maxLength: 8000 },
  },
  Location: {
    description: 'Where that is which was made, or where to see how far it is (RFC 9110 §10.2.2).',
    required: true,
    schema: reference,
  },
  'Content-Location': {
    description: 'Which thing the body shows: what was changed, and not the step (RFC 9110 §8.7).',
    required: true,
    schema: reference,
  },
  'Preference-Applied': {
    description: 'Those wishes of `Prefer` that were heeded (RFC 7240 §3).',
    required: false,
    schema: { ...line(200), examples: ['return=minimal'] },
  },
  'WWW-Authenticate': {
    description: 'How to sign in (RFC 6750 §3).',
    required: true,
    schema: { ...line(), examples: ['Bearer realm="rungs"'] },
  },
  'Retry-After': {
    description: 'In so many seconds it may go better (RFC 9110 §10.2.3).',
    required: true,
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
  },
  Allow: {
    description: 'The methods that there are at this address (RFC 9110 §10.2.1).',
    required: true,
    schema: { ...line(200), examples: ['GET, HEAD, OPTIONS, PATCH'] },
  },
  'Accept-Query': {
    description: 'The media type in which this list can be asked for by QUERY (RFC 10008 §3).',
    required: false,
    schema: { ...line(200), examples: ['application/json'] },
  },
  'Accept-Post': {
    description: 'The media types that a POST may have, where they are few (Linked Data Platform 1.0 §7.1).',
    required: false,
    schema: line(200),
  },
  'Last-Modified': {
    description: 'When it was set, where that is known (RFC 9110 §8.8.2).',
    required: false,
    schema: line(40),
  },
  'Accept-Ranges': {
    description: 'That parts are to be had (RFC 9110 §14.3).',
    required: true,
    schema: { const: 'bytes' },
  },
  'Content-Range': {
    description: 'Which part this is, or how much there would have been (RFC 9110 §14.4).',
    required: false,
    schema: { ...line(200), examples: ['bytes 0-99/1234'] },
  },
  Deprecation: {
    description: 'Since when this way to ask is on its way out (RFC 9745).',
    required: false,
    schema: { ...line(200), pattern: '^@\\d+$' },
  },
  Sunset: {
    description: 'When this way to ask will be no more (RFC 8594).',
    required: false,
    schema: line(200),
  },
  Accept: {
    description: 'The media types that would be taken (RFC 9110 §15.5.16).',
    required: false,
    schema: line(200),
  },
  'Accept-Patch': {
    description: 'The kinds of patch that would be taken (RFC 5789 §3.1).',
    required: false,
    schema: line(200),
  },
  'Accept-Encoding': {
    description: 'The content codings that would be taken (RFC 9110 §12.5.3).',
    required: false,
    schema: line(200),
  },
  'Content-Security-Policy': {
    description: 'What the page may load: nothing (W3C Content Security Policy).',
    required: true,
    schema: line(200),
  },
  'X-Accel-Buffering': {
    description: 'For proxies of nginx’s kind, which would hold events back.',
    required: true,
    schema: { const: 'no' },
  },
  RateLimit: {
    description:
      'How many requests are left, and for how long (draft-ietf-httpapi-ratelimit-headers, no standard yet).',
    required: false,
    schema: { ...line(200), examples: ['"default";r=598;t=60'] },
  },
  'RateLimit-Policy': {
    description:
      'How many requests there are in how many seconds (draft-ietf-httpapi-ratelimit-headers, no standard yet).',
    required: false,
    schema: { ...line(200), examples: ['"default";q=600;w=60'] },
  },
  'Server-Timing': {
    description: 'What the request cost on the server (W3C Server Timing), where the server tells.',
    required: false,
    schema: line(2000),
  },
} as const satisfies Readonly<Record<string, HeaderField>>;

export type HeaderFieldName = keyof typeof HEADER_FIELDS;

const ALWAYS: readonly HeaderFieldName[] = ['RateLimit', 'RateLimit-Policy', 'Server-Timing', 'Preference-Applied'];

/** What `components.headers` holds. */
export function headerComponents(): JsonSchema {
  return Object.fromEntries(
    Object.entries<HeaderField>(HEADER_FIELDS).map(([key, { name: _name, ...field }]) => [key, field]),
  );
}

/** The `headers` of an answer: these, and what every answer has. */
export function headersWith(...keys: readonly HeaderFieldName[]): JsonSchema {
  return Object.fromEntries(
    [...keys, ...ALWAYS].map((key) => {
      const { name = key }: HeaderField = HEADER_FIELDS[key];
      return [name, { $ref: `#/components/headers/${key}` }];
    }),
  );
}
