import { orderToldJsonSchema, type JsonSchema } from '@rungs/json';
import { RESOURCES } from '@rungs/http';
import { EXAMPLE_IDS } from './examples.ts';
import { headersWith } from './header-fields.ts';

/** Tags of what is served beside the catalogue of operations. */
export const FURTHER_TAGS = { description: 'This document, and pages for people.' };

type Responses = Readonly<Record<string, JsonSchema>>;

const response = (name: string): JsonSchema => ({ $ref: `#/components/responses/${name}` });
const parameter = (name: string): JsonSchema => ({ $ref: `#/components/parameters/${name}` });

/** What may become of any request before it gets anywhere. */
const ANYWHERE: Responses = {
  400: response('BadRequest'),
  401: response('Unauthenticated'),
  406: response('NotAcceptable'),
  408: response('RequestTimeout'),
  412: response('Stale'),
  415: response('UnsupportedMediaType'),
  422: response('InvalidInputProblem'),
  429: response('TooManyRequests'),
  431: response('HeaderFieldsTooLarge'),
  500: response('InternalServerError'),
  503: response('Unavailable'),
};

/** What is served beside the catalogue of operations. */
export function furtherPaths(): Record<string, JsonSchema> {
  return {
    [RESOURCES.orderEvents]: withSafeMethods(FOLLOW, orderIdParameter()),
    '/openapi.json': withSafeMethods(DESCRIBE),
    '/deprecations/plain-json-patches': withSafeMethods(DEPRECATION),
  };
}

function withSafeMethods(read: JsonSchema, ...parameters: readonly JsonSchema[]): JsonSchema {
  return { ...(parameters.length > 0 && { parameters }), get: read, head: headOf(read), options: optionsOf(read) };
}

/** RFC 9110 §9.3.2: the same, without its body; and whole, since §14.2 defines `Range` for GET alone. */
export function headOf(read: JsonSchema): JsonSchema {
  const { 206: _part, 416: _noPart, ...whole } = read['responses'] as Responses;
  const responses = Object.entries(whole);
  return {
    ...read,
    operationId: `${String(read['operationId'])}Head`,
    summary: `${String(read['summary'])}: the head alone`,
    responses: Object.fromEntries(responses.map(([status, { content: _content, ...rest }]) => [status, rest])),
  };
}

/** RFC 9110 §9.3.7: what can be done here at all, whoever asks. */
export function optionsOf({ operationId, tags }: JsonSchema): JsonSchema {
  const { 412: _stale, 422: _invalid, ...anywhere } = ANYWHERE;
  return {
    operationId: `${String(operationId)}Options`,
    summary: 'Read which methods there are here',
    description: 'And where they are few, which media types they take.',
    tags,
    security: ANYBODY,
    parameters: [],
    responses: {
      204: {
        description: 'These.',
        headers: headersWith('Allow', 'Accept-Patch', 'Accept-Post', 'Accept-Query'),
      },
      ...anywhere,
    },
  };
}

const ANYBODY = [{}, { bearer: [] }];

const DESCRIBE: JsonSchema = {
  operationId: 'getDescription',
  summary: 'Read this description',
  description: 'An OpenAPI document, made from the code that serves it.',
  tags: ['description'],
  security: ANYBODY,
  parameters: ['IfMatch', 'IfNoneMatch', 'Prefer'].map(parameter),
  responses: {
    200: {
      description: 'The description.',
      headers: headersWith('Cache-Control', 'Vary', 'ETag'),
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Description' } },
        // draft-ietf-httpapi-rest-api-mediatypes, no standard yet.
        'application/openapi+json': { schema: { $ref: '#/components/schemas/Description' } },
      },
    },
    304: { description: 'It is still what the client holds.', headers: headersWith('Cache-Control', 'Vary', 'ETag') },
    ...ANYWHERE,
  },
};

const DEPRECATION: JsonSchema = {
  operationId: 'getDeprecation',
  summary: 'Read what is on its way out',
  description: 'A page for people: a PATCH in plain JSON, until when it is taken, and what to send instead.',
  tags: ['description'],
  security: ANYBODY,
  parameters: [],
  responses: {
    200: {
      description: 'The page.',
      headers: headersWith('Cache-Control', 'Vary', 'Content-Security-Policy'),
      content: { 'text/html': { schema: { type: 'string', maxLength: 20_000, pattern: '^<!doctype html>' } } },
    },
    ...ANYWHERE,
  },
};

function orderIdParameter(): JsonSchema {
  return {
    name: 'orderId',
    in: 'path',
    required: true,
    description: 'The id of the order.',
    schema: { type: 'string', format: 'uuid', maxLength: 36 },
    example: EXAMPLE_IDS['orderId'],
  };
}

const event = (kind: 'state' | 'location' | 'end', ...more: readonly JsonSchema[]): JsonSchema => ({
  type: 'object',
  description: `\`${kind}\``,
  properties: {
    event: { const: kind },
    id: { type: 'string', maxLength: 20, pattern: '^[0-9]+$', description: 'What to come again with.' },
    data: {
      type: 'string',
      contentMediaType: 'application/json',
      maxLength: 2000,
      pattern: '^\\{.*\\}$',
      contentSchema: more.length > 0 ? { anyOf: [orderToldJsonSchema(kind), ...more] } : orderToldJsonSchema(kind),
    },
  },
  required: ['event', 'data'],
});

const FOLLOW: JsonSchema = {
  operationId: 'followOrder',
  summary: 'Follow an order',
  description: 'Server-sent events: how it stands now, then each step as it is taken and where the courier is.',
  tags: ['order'],
  'x-roles': ['consumer', 'restaurant', 'courier', 'support'],
  parameters: [
    {
      name: 'Last-Event-ID',
      in: 'header',
      description: 'The last event that was told, of who comes again (HTML standard, §9.2.4).',
      schema: { type: 'string', maxLength: 18, pattern: '^[0-9]{1,18}$' },
      example: '42',
    },
  ],
  responses: {
    200: {
      description: 'A stream, which goes on until the order has come to its end or the token expires.',
      headers: headersWith('Cache-Control', 'X-Accel-Buffering'),
      content: {
        'text/event-stream': {
          itemSchema: {
            anyOf: [
              event('state'),
              event('location'),
              event('end', {
                type: 'object',
                properties: { reason: { const: 'token-expired' } },
                required: ['reason'],
                description: 'Come again with a new token.',
              }),
            ],
          },
        },
      },
    },
    204: { description: 'Everything that will ever be was told.', headers: headersWith('Cache-Control') },
    404: response('OrderNotFoundProblem'),
    414: response('UriTooLong'),
    ...ANYWHERE,
  },
};
