import { OPERATION_NAMES, PERSONAS } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';
import { entry } from '@rungs/rest-level-0-client';
import { describeConformance, type ProbeTarget } from '@rungs/testing';
import { Ajv, type ValidateFunction } from 'ajv';
import * as formats from 'ajv-formats';
import { afterAll, expect } from 'vitest';
import { RestLevel0Module } from './module.ts';
import type { Method, OpenRpcDocument } from './openrpc.ts';

function post({ baseUrl, authorization }: Partial<ProbeTarget>, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  return fetch(`${baseUrl}/level0`, { method: 'POST', headers, body });
}

function call(target: Partial<ProbeTarget>, method: string, params: object): Promise<Response> {
  return post(target, JSON.stringify({ jsonrpc: '2.0', id: 'probe', method, params }));
}

/** What is true of every call and its answer: what `rpc.discover` says of the method. */
class Discovered {
  /** Methods that answered a result of which all was as described. */
  readonly succeeded = new Set<string>();
  readonly #methods = new Map<string, Checked>();

  static async from(baseUrl: string): Promise<Discovered> {
    const { result } = (await (await call({ baseUrl }, 'rpc.discover', {})).json()) as { result: OpenRpcDocument };
    return new Discovered(result);
  }

  private constructor({ methods, components }: OpenRpcDocument) {
    const ajv = new Ajv({ strict: false });
    formats.default.default(ajv);
    for (const method of methods) {
      const validator = (schema: object) => ajv.compile({ ...schema, components });
      const params = Object.fromEntries(method.params.map(({ name, schema }) => [name, validator(schema)]));
      const numbers = method.errors.map(({ $ref }) => components.errors[$ref.split('/').at(-1) ?? '']?.code);
      this.#methods.set(method.name, { method, params, result: validator(method.result.schema), numbers });
    }
  }

  hold(call: Called, answer: Answered): void {
    const { method, params, result, numbers } = this.#methods.get(call.method) as Checked;
    if (answer.error)
      return expect([call.method, numbers]).toEqual([call.method, expect.arrayContaining([answer.error.code])]);
    const missing = method.params.filter(({ name, required }) => required && call.params[name] === undefined);
    expect(missing, `${call.method} was done without what it needs`).toEqual([]);
    for (const [name, value] of Object.entries(call.params)) {
      const validate = params[name];
      expect(validate?.(value), `${call.method} took ${name}: ${JSON.stringify([value, validate?.errors])}`).toBe(true);
    }
    expect(result(answer.result), `${call.method} answered ${JSON.stringify([answer.result, result.errors])}`).toBe(
      true,
    );
    this.succeeded.add(call.method);
  }
}

interface Checked {
  readonly method: Method;
  readonly params: Readonly<Record<string, ValidateFunction>>;
  readonly result: ValidateFunction;
  readonly numbers: readonly (number | undefined)[];
}
interface Called {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}
interface Answered {
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

let discovered: Promise<Discovered> | undefined;

describeConformance({
  entry: {
    ...entry,
    connect: (options) =>
      entry.connect({
        ...options,
        fetch: async (input, init) => {
          const response = await options.fetch(input, init);
          const described = await (discovered ??= Discovered.from(options.baseUrl));
          described.hold(JSON.parse(init?.body as string) as Called, (await response.clone().json()) as Answered);
          return response;
        },
      }),
  },
  module: RestLevel0Module,
  probes: {
    unreadableBody: (target) => post(target, '{"jsonrpc": "2.0", "method": '),
    unknownOperation: (target) => call(target, 'makeCoffee', {}),
    wrongType: (target) =>
      call(target, 'placeOrder', {
        restaurantId: PERSONAS.luigi.restaurantId,
        lines: 'two pizzas',
        paymentToken: 'tok_visa',
      }),
    serverOwnedMember: (target, { restaurantId, lines, paymentToken }, uninvited) =>
      call(target, 'placeOrder', { restaurantId, lines, paymentToken, ...uninvited }),
    cancelApproved: (target, orderId, expectedVersion) => call(target, 'cancelOrder', { orderId, expectedVersion }),
    readOrder: (target, orderId) => call(target, 'getOrder', { orderId }),
    refusalOf: async (answer) => {
      const { error } = (await answer.json()) as { error?: { data?: { code?: RefusalCode } } };
      return error?.data?.code;
    },
  },
});

afterAll(async () => {
  expect([...((await discovered)?.succeeded ?? [])].toSorted(), 'held to what is discovered').toEqual(
    OPERATION_NAMES.toSorted(),
  );
});
