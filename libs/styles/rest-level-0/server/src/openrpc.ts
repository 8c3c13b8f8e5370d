import { OPERATION_NAMES, OPERATIONS, type OperationName } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';
import { TITLE_OF } from '@rungs/http';
import {
  componentJsonSchemas,
  inputJsonSchema,
  OPERATION_TEXTS,
  outcomeJsonSchema,
  type JsonSchema,
} from '@rungs/json';
import { RPC_CODE_OF } from './refusal.filter.ts';

// What this endpoint can be told to do, for programs to read: an OpenRPC document, https://spec.open-rpc.org. Made from
// the catalogue, the inputs' own schemas and those of the outcomes, so that it cannot say what is not so.

/** JSON-RPC 2.0 §8 keeps `rpc.` for extensions; OpenRPC's "Service Discovery Method" is this one. */
export const DISCOVERY = 'rpc.discover';

/** A parameter or a result. */
export interface ContentDescriptor {
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

export interface Method {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paramStructure: 'by-name';
  readonly params: readonly ContentDescriptor[];
  readonly result: ContentDescriptor;
  /** References to what `components.errors` has. */
  readonly errors: readonly { readonly $ref: string }[];
}

export interface OpenRpcDocument {
  readonly openrpc: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description: string;
    readonly license: { readonly name: string };
  };
  readonly servers: readonly { readonly name: string; readonly url: string }[];
  readonly methods: readonly Method[];
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly errors: Readonly<
      Record<string, { readonly code: number; readonly message: string; readonly data: object }>
    >;
  };
}

let document: OpenRpcDocument | undefined;

/** What `rpc.discover` answers. The same for everybody: it tells what there is, not what one may do. */
export function openRpcDocument(): OpenRpcDocument {
  return (document ??= newDocument());
}

function newDocument(): OpenRpcDocument {
  const codes = new Set(OPERATION_NAMES.flatMap(refusalsOf));
  const methods = [discovery, ...OPERATION_NAMES.map(methodOf)];
  return {
    openrpc: '1.3.2',
    info: {
      title: 'Rungs, REST level 0',
      // Of what is described here; raised when a method changes or goes.
      version: '1.0.0',
      description:
        'Food delivery by remote procedure call: JSON-RPC 2.0 over HTTP POST to one address. Every outcome is HTTP 200. ' +
        'Any call may be answered by -32700, -32600 and -32603 besides, which the specification of JSON-RPC explains. ' +
        'Sign in with `Authorization: Bearer`. Unknown parameters are ignored; an optional one may be null.',
      license: { name: 'MIT' },
    },
    servers: [{ name: 'level 0', url: '/level0' }],
    methods,
    components: {
      schemas: usedBy(methods, inDraft7(componentJsonSchemas())),
      errors: Object.fromEntries(
        [...codes].map((code) => [code, { code: RPC_CODE_OF[code], message: `${TITLE_OF[code]}.`, data: { code } }]),
      ),
    },
  };
}

const discovery: Method = {
  name: DISCOVERY,
  summary: 'Describe this service',
  description: 'Answers this document. In JSON alone. For anonymous, consumer, restaurant, courier, support.',
  tags: [{ name: 'discovery' }],
  paramStructure: 'by-name',
  params: [],
  result: {
    name: 'OpenRPC Schema',
    schema: { type: 'object', required: ['openrpc', 'info', 'methods'], description: 'An OpenRPC document.' },
  },
  errors: [],
};

function methodOf(name: OperationName): Method {
  const { context, kind, roles } = OPERATIONS[name];
  const { summary, description } = OPERATION_TEXTS[name];
  return {
    name,
    summary,
    description: `${description} For ${roles.join(', ')}.`,
    tags: [{ name: context }, { name: kind }],
    paramStructure: 'by-name',
    params: paramsOf(inDraft7(inputJsonSchema(name))),
    result: { name: `${name}Result`, schema: inDraft7(outcomeJsonSchema(name)) },
    errors: refusalsOf(name).map((code) => ({ $ref: `#/components/errors/${code}` })),
  };
}

function refusalsOf(name: OperationName): readonly RefusalCode[] {
  return [...OPERATIONS[name].refusals, 'invalid-input', 'unavailable'];
}

/** OpenRPC, Method Object: "All optional params MUST be positioned after all required params in the list." */
function paramsOf({ properties, required = [] }: InputSchema): ContentDescriptor[] {
  return Object.entries(properties ?? {})
    .map(([name, schema]) => ({ name, required: required.includes(name), schema }))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

interface InputSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** Of the components those that are referred to, directly or by another: other styles have more to say. */
function usedBy(
  methods: readonly Method[],
  components: Readonly<Record<string, JsonSchema>>,
): Readonly<Record<string, JsonSchema>> {
  const used: Record<string, JsonSchema> = {};
  const lookThrough = (value: object): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const component = components[name];
      if (component === undefined || used[name]) continue;
      used[name] = component;
      lookThrough(component);
    }
  };
  lookThrough(methods);
  return used;
}

/**
 * OpenRPC's schemas are of draft 7, which ignores what stands beside a `$ref` (§8.3); ours are of 2020-12, where it
 * counts. Nothing else that they use differs.
 */
function inDraft7<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(inDraft7) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...beside } = Object.fromEntries(
    Object.entries(schema).map(([name, member]) => [name, inDraft7(member as unknown)]),
  );
  if ($ref === undefined) return beside as T;
  return (Object.keys(beside).length === 0 ? { $ref } : { ...beside, allOf: [{ $ref }] }) as T;
}
