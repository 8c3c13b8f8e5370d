import type { JsonSchema } from '@rungs/json';
import type { OpenApiDocument } from '../src/openapi/document.ts';

/** Where a parameter goes, and what it may be. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** One operation, as its description has it. */
export interface Described {
  readonly operationId: string;
  /** `GET`, `QUERY`. */
  readonly method: string;
  readonly path: string;
  /** For whom it may succeed. */
  readonly roles: readonly string[];
  readonly parameters: readonly Parameter[];
  /** By media type. */
  readonly bodies: Readonly<Record<string, JsonSchema>>;
}

/** What a `$ref` leads to; what is no reference is what it is. */
export function resolved(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const { $ref } = schema as { readonly $ref?: string };
  if ($ref === undefined) return schema;
  return $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((part, name) => (part as JsonSchema)[name], document) as JsonSchema;
}

const METHODS = ['get', 'head', 'options', 'query', 'post', 'put', 'patch', 'delete'];

/** Everything that the document describes. */
export function describedIn(document: OpenApiDocument): Described[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const shared = (item['parameters'] ?? []) as readonly JsonSchema[];
    return METHODS.filter((method) => method in item).map((method) => {
      const operation = item[method] as JsonSchema;
      const own = (operation['parameters'] ?? []) as readonly JsonSchema[];
      const { content = {} } = (operation['requestBody'] ?? {}) as {
        readonly content?: Readonly<Record<string, JsonSchema>>;
      };
      return {
        operationId: operation['operationId'] as string,
        method: method.toUpperCase(),
        path,
        roles: (operation['x-roles'] ?? ['anonymous', 'consumer', 'support']) as readonly string[],
        parameters: [...shared, ...own].map((each) => {
          const parameter = resolved(document, each) as unknown as Parameter;
          return { ...parameter, required: parameter.required ?? false };
        }),
        bodies: Object.fromEntries(
          Object.entries(content).map(([type, { schema }]) => [type, (schema ?? {}) as JsonSchema]),
        ),
      };
    });
  });
}
