import { OPERATION_NAMES, OPERATIONS, type Context, type OperationName } from '@rungs/application';
import { REFUSAL_CODES } from '@rungs/domain';
import { componentJsonSchemas, OPERATION_TEXTS, type JsonSchema } from '@rungs/json';
import { uris } from '../level.ts';
import { OPERATION_HANDLERS } from '../operations.ts';
import { bodyNameOf, bodySchemaOf, JSON_PATCH_SCHEMA, menuFileSchema, requestBodyOf } from './bodies.ts';
import { FURTHER_TAGS, furtherPaths, headOf, optionsOf } from './further-paths.ts';
import { headerComponents } from './header-fields.ts';
import { headerParameters, headerParametersOf, pathParametersOf, queryParametersOf } from './parameters.ts';
import { HTTP_PROBLEM, HTTP_PROBLEM_SCHEMA, problemNameOf, problemSchemaOf } from './problems.ts';
import { isQueried, queryComponents, queryObject } from './queries.ts';
import { responsesOf, sharedResponses } from './responses.ts';
import { selectedComponents } from './selected.ts';

/** 3.2, since 3.1 has no word for the method QUERY. */
export const OPENAPI_VERSION = '3.2.0';

/** An OpenAPI document, as plain data. */
export interface OpenApiDocument extends JsonSchema {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, JsonSchema>>;
}

const TAGS: Readonly<Record<Context, string>> = {
  consumer: 'Who orders food.',
  restaurant: 'Who cooks it, and what there is to order.',
  basket: 'What somebody is about to order.',
  order: 'What was ordered.',
  kitchen: 'Orders as the kitchen sees them.',
  delivery: 'Orders on their way, and who brings them.',
  accounting: 'What orders cost, and how they are paid.',
};

const DESCRIPTION = `Food delivery with HTTP as it is meant: each thing has an address, the method says what is done with it, the status says how it went.

Sign in with a bearer token: \`POST /dev/token {"persona":"ann"}\` gives one for the demo data's \`ann\`, \`bob\`, \`luigi\`, \`mei\`, \`dana\` or \`sam\`. Answers carry a validator in \`ETag\`; a change carries it back in \`If-Match\`. What is refused is a problem document (RFC 9457) whose \`type\` leads to a page.`;

/** The description of this style, made from the code that serves it. */
export function openApiDocument(): OpenApiDocument {
  return withoutUnused({
    openapi: OPENAPI_VERSION,
    info: {
      title: 'Rungs, level 2: verbs and status codes',
      version: '1.0.0',
      summary: 'Food delivery as most people mean it when they say REST.',
      description: DESCRIPTION,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [
      {
        url: uris.prefix,
        description:
          'The server that this document comes from: local in development, or wherever it runs in production.',
        'x-internal': false,
      },
    ],
    security: [{ bearer: [] }],
    tags: Object.entries({ ...TAGS, ...FURTHER_TAGS })
      .map(([name, description]) => ({ name, description }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    paths: { ...pathsOfOperations(), ...furtherPaths() },
    components: {
      schemas: schemas(),
      parameters: headerParameters(),
      headers: headerComponents(),
      responses: sharedResponses(),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'A signed token (RFC 6750, RFC 9068), handled as RFC8725 says: ES256 alone, issuer, audience and expiry checked. A bad one is 401 everywhere.',
        },
      },
    },
  });
}

const DESCRIPTION_SCHEMA: JsonSchema = {
  type: 'object',
  description: 'An OpenAPI document.',
  properties: {
    openapi: { const: OPENAPI_VERSION, description: 'The version of OpenAPI that it is written in.' },
    info: { type: 'object', description: 'What it is about.' },
    paths: { type: 'object', description: 'What there is, by address and method.' },
    components: { type: 'object', description: 'What is referred to.' },
  },
  required: ['openapi', 'info', 'paths', 'components'],
};

function schemas(): JsonSchema {
  const bodies = OPERATION_NAMES.flatMap((operation) => {
    const schema = bodySchemaOf(operation);
    return schema ? [[bodyNameOf(operation), schema]] : [];
  });
  return {
    ...componentJsonSchemas(),
    ...(Object.fromEntries(bodies) as JsonSchema),
    ...queryComponents(),
    ...selectedComponents(),
    MenuFile: menuFileSchema(),
    JsonPatch: JSON_PATCH_SCHEMA,
    Description: DESCRIPTION_SCHEMA,
    [HTTP_PROBLEM]: HTTP_PROBLEM_SCHEMA,
    ...Object.fromEntries(REFUSAL_CODES.map((code) => [problemNameOf(code), problemSchemaOf(code)])),
  };
}

function pathsOfOperations(): Record<string, JsonSchema> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATION_NAMES) {
    const { path, verb } = OPERATION_HANDLERS[operation];
    const item = (paths[path.slice(uris.prefix.length)] ??= { parameters: pathParametersOf(operation) });
    const described = operationObject(operation);
    item[verb.toLowerCase()] = described;
    if (verb === 'GET') item['head'] = headOf(described);
    if (isQueried(operation)) item['query'] = queryObject(operation, described);
    item['options'] ??= optionsOf(described);
  }
  return paths;
}

function operationObject(operation: OperationName): JsonSchema {
  const { context, roles } = OPERATIONS[operation];
  const requestBody = requestBodyOf(operation);
  return {
    operationId: operation,
    ...OPERATION_TEXTS[operation],
    tags: [context],
    // Somebody who is not signed in, or nobody else but who is.
    ...(roles.some((role) => role === 'anonymous') && { security: [{}, { bearer: [] }] }),
    'x-roles': roles,
    parameters: [...queryParametersOf(operation), ...headerParametersOf(operation)],
    ...(requestBody && { requestBody }),
    responses: responsesOf(operation),
  };
}

/** What other styles show alone is not described here. */
function withoutUnused(document: OpenApiDocument): OpenApiDocument {
  const { schemas: known, ...others } = document['components'] as Readonly<Record<string, JsonSchema>>;
  const used = new Set<string>();
  const use = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      use(known?.[name]);
    }
  };
  use([document.paths, others]);
  const schemas = Object.fromEntries(Object.entries(known ?? {}).filter(([name]) => used.has(name)));
  return { ...document, components: { ...others, schemas } };
}
