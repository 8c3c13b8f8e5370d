import type { OperationName, InputOf } from '@rungs/application';
import type { Actor, RefusalCode } from '@rungs/domain';
import { NotOfferedError, RefusedError, type StyleClient } from '@rungs/scenarios';
import { expect } from 'vitest';
import type { Question } from './ask.ts';
import { modelAnswer } from './model.ts';
import { SAID_BY_SERVER, type Answer, type ModelState } from './model-state.ts';

/** What a client came home with. */
export type Observed =
  | { readonly outcome: unknown }
  | { readonly refused: string }
  /** The client was offered no way to ask: level 3's refusal in advance. */
  | { readonly notOffered: true };

export async function observe<N extends OperationName>(
  client: StyleClient,
  operation: N,
  input: InputOf<N>,
): Promise<Observed> {
  try {
    return { outcome: await client[operation](input) };
  } catch (error) {
    if (error instanceof RefusedError) return { refused: error.refusal.code };
    if (error instanceof NotOfferedError) return { notOffered: true };
    throw error;
  }
}

/** Replaces, where the model leaves a thing to the server, the expectation by what the server said. */
function filledFrom(expected: unknown, observed: unknown): unknown {
  const isOpen = typeof expected === 'string' && expected.startsWith(SAID_BY_SERVER);
  if (isOpen && typeof observed === 'string' && observed !== '') return observed;
  if (Array.isArray(expected)) {
    return expected.map((item, at) => filledFrom(item, Array.isArray(observed) ? observed[at] : undefined));
  }
  if (expected !== null && typeof expected === 'object') {
    const held = (observed ?? {}) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, filledFrom(value, held[name])]));
  }
  return expected;
}

interface Refused {
  readonly code: RefusalCode;
  readonly details?: { readonly errors?: readonly { readonly path: string }[] };
  readonly paths?: readonly string[];
}

/**
 * An answer as far as styles must agree. Of a page: its items, and whether more follow; cursors are opaque. Of a refusal
 * inside of an answer: its code, and what was wrong with the input.
 */
function comparable(outcome: unknown): unknown {
  if (Array.isArray(outcome)) return outcome.map(comparable);
  if (outcome === null || typeof outcome !== 'object') return outcome;
  const { items, page, refusal, lines } = outcome as {
    items?: unknown;
    page?: { next?: string };
    refusal?: Refused;
    lines?: unknown;
  };
  if (items !== undefined && page !== undefined) return { items, hasNext: page.next !== undefined };
  if (refusal !== undefined) {
    const paths = refusal.paths ?? refusal.details?.errors?.map(({ path }) => path);
    return { ...outcome, refusal: { code: refusal.code, ...(paths && { paths }) } };
  }
  return lines === undefined ? outcome : { ...outcome, lines: comparable(lines) };
}

/** Refusals that state and role foretell, of all operations or some: what offers steps must not offer these. */
const FORETOLD: Partial<Record<RefusalCode, true | readonly OperationName[]>> = {
  forbidden: true,
  'order-not-cancellable': true,
  'order-not-revisable': true,
  'ticket-not-acceptable': ['acceptTicket'],
  'ticket-not-rejectable': true,
  'preparation-not-startable': true,
  'preparation-not-finishable': true,
  'courier-not-assignable': true,
  'pickup-not-allowed': true,
  'dropoff-not-allowed': true,
  'location-not-reportable': true,
  'courier-busy': true,
  'bill-not-refundable': true,
  'basket-empty': true,
  // Of a revision nobody knows before whether it adds dishes.
  'restaurant-closed': ['checkoutBasket', 'placeOrder'],
  'menu-item-unavailable': ['checkoutBasket'],
};

function isForetold(code: RefusalCode, operation: OperationName): boolean {
  const of = FORETOLD[code];
  return of === true || (of?.includes(operation) ?? false);
}

/**
 * Holds what a client came home with against the model's answer. `offers` says that this style tells in advance what
 * may be done: then nothing may be offered that state or role forbid, and everything that would succeed must be.
 */
export function expectAnswer(
  observed: Observed,
  answer: Answer,
  operation: OperationName,
  offers: boolean,
  what: string,
): void {
  if (offers && answer.again && 'notOffered' in observed) return;
  if ('refused' in answer) {
    const { refused } = answer;
    if (offers && !answer.again && isForetold(refused, operation)) {
      expect(observed, `${what} (${refused})`).toEqual({ notOffered: true });
    } else if (!(offers && 'notOffered' in observed)) {
      expect(observed, what).toEqual({ refused });
    }
    return;
  }
  expect(observed, what).toHaveProperty('outcome');
  const { outcome } = observed as { outcome: unknown };
  const seen = comparable(outcome);
  expect(seen, what).toEqual(filledFrom(comparable(answer.outcome), seen));
  answer.adopt?.(outcome);
}

/**
 * Asks through a style's client, holds the answer against the model's, and waits for the end of what goes on after it
 * (an import). `who` is what a failure calls the actor.
 */
export async function askAndCompare(
  client: StyleClient,
  model: ModelState,
  actor: Actor,
  { operation, input }: Question,
  { offers, who }: { readonly offers: boolean; readonly who: string },
): Promise<void> {
  const answer = modelAnswer(model, actor, operation, input as never);
  // A form brings the version it was offered with: nobody can leave it out.
  if (offers && 'refused' in answer && answer.refused === 'version-required') return;
  const observed = await observe(client, operation, input as never);
  expectAnswer(observed, answer, operation, offers, `${who}: ${operation} ${JSON.stringify(input).slice(0, 500)}`);
  if (operation !== 'importMenu' || !('outcome' in observed)) return;
  const { restaurantId } = input;
  const asked = { restaurantId, menuImportId: (observed.outcome as { id: string }).id };
  await importDone(client, asked);
  await askAndCompare(client, model, actor, { operation: 'getMenuImport', input: asked }, { offers, who });
}

const IMPORT_LIMIT_MS = 20_000;
const POLL_MS = 25;

async function importDone(client: StyleClient, asked: InputOf<'getMenuImport'>): Promise<void> {
  const latestMs = Date.now() + IMPORT_LIMIT_MS;
  while ((await client.getMenuImport(asked)).state !== 'DONE') {
    if (Date.now() > latestMs)
      throw new Error(`The import ${asked.menuImportId} was not done in ${IMPORT_LIMIT_MS} ms.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
