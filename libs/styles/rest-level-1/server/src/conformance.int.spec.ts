import { OPERATION_NAMES, PERSONAS } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';
import { entry } from '@rungs/rest-level-1-client';
import { describeConformance, type ProbeTarget } from '@rungs/testing';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { afterAll, expect } from 'vitest';
import type { ActionDescription, ResourceDescription } from './description.ts';
import { RestLevel1Module } from './module.ts';

function post({ baseUrl, authorization }: Partial<ProbeTarget>, path: string, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  return fetch(`${baseUrl}/level1${path}`, { method: 'POST', headers, body });
}

function act(target: ProbeTarget, path: string, action: string, members: object = {}): Promise<Response> {
  return post(target, path, JSON.stringify({ action, ...members }));
}

/** What is true of every action and its answer: what the resource says when it is told to `describe`. */
class Described {
  /** Actions that answered a result of which all was as described. */
  readonly succeeded = new Set<string>();
  readonly #resources = new Map<string, Promise<ReadonlyMap<string, Checked>>>();
  readonly #ajv = new Ajv2020({ strict: false });

  constructor() {
    formats.default.default(this.#ajv);
  }

  async hold(url: URL, { action, ...members }: Asked, answer: Answered): Promise<void> {
    const { description, allowed, result } = (await this.#at(url)).get(action) as Checked;
    if (answer.ok) {
      expect(allowed(members), `${action} took ${JSON.stringify([members, allowed.errors])}`).toBe(true);
      for (const name of Object.keys(members)) expect(description.members['properties']).toHaveProperty(name);
      expect(result(answer.result), `${action} answered ${JSON.stringify([answer.result, result.errors])}`).toBe(true);
      this.succeeded.add(action);
    } else expect([action, description.errors]).toEqual([action, expect.arrayContaining([answer.error.code])]);
  }

  /** Things of one kind are described alike. */
  #at({ origin, pathname }: URL): Promise<ReadonlyMap<string, Checked>> {
    const kind = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, ':id');
    const known = this.#resources.get(kind) ?? this.#ask(origin, pathname);
    this.#resources.set(kind, known);
    return known;
  }

  async #ask(baseUrl: string, pathname: string): Promise<ReadonlyMap<string, Checked>> {
    const response = await post({ baseUrl }, pathname.replace('/level1', ''), '{"action":"describe"}');
    const { result } = (await response.json()) as { result: ResourceDescription };
    return new Map(
      result.actions.map((description) => {
        const allowed = this.#ajv.compile(description.members);
        return [description.action, { description, allowed, result: this.#ajv.compile(description.result) }];
      }),
    );
  }
}

interface Checked {
  readonly description: ActionDescription;
  readonly allowed: ValidateFunction;
  readonly result: ValidateFunction;
}
interface Asked {
  readonly action: string;
  readonly [member: string]: unknown;
}
type Answered =
  { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: { readonly code: string } };

const described = new Described();

describeConformance({
  entry: {
    ...entry,
    connect: (options) =>
      entry.connect({
        ...options,
        fetch: async (input, init) => {
          const response = await options.fetch(input, init);
          const answer = (await response.clone().json()) as Answered;
          await described.hold(new URL(input as string), JSON.parse(init?.body as string) as Asked, answer);
          return response;
        },
      }),
  },
  module: RestLevel1Module,
  probes: {
    unreadableBody: (target) => post(target, '/orders', '{"action": "placeOrder", '),
    unknownOperation: (target) => act(target, '/orders', 'makeCoffee'),
    wrongType: (target) =>
      act(target, '/orders', 'placeOrder', {
        restaurantId: PERSONAS.luigi.restaurantId,
        lines: 'two pizzas',
        paymentToken: 'tok_visa',
      }),
    serverOwnedMember: (target, { restaurantId, lines, paymentToken }, uninvited) =>
      act(target, '/orders', 'placeOrder', { restaurantId, lines, paymentToken, ...uninvited }),
    cancelApproved: (target, orderId, expectedVersion) =>
      act(target, `/orders/${orderId}`, 'cancelOrder', { expectedVersion }),
    readOrder: (target, orderId) => act(target, `/orders/${orderId}`, 'getOrder'),
    refusalOf: async (answer) => {
      const { error } = (await answer.json()) as { error?: { code?: RefusalCode } };
      return error?.code;
    },
  },
});

afterAll(() => {
  expect([...described.succeeded].toSorted(), 'held to what is described').toEqual(OPERATION_NAMES.toSorted());
});
