import type { OperationName, InputOf } from '@rungs/application';
import type { Order } from '@rungs/domain';
import { NotOfferedError, RefusedError, type StyleClient } from '@rungs/scenarios';
import { expect } from 'vitest';
import { SAID_BY_SERVER, type Answer } from './model.ts';

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
  if (expected === SAID_BY_SERVER && typeof observed === 'string' && observed !== '') return observed;
  if (Array.isArray(expected)) {
    return expected.map((item, at) => filledFrom(item, Array.isArray(observed) ? observed[at] : undefined));
  }
  if (expected !== null && typeof expected === 'object') {
    const held = (observed ?? {}) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, filledFrom(value, held[name])]));
  }
  return expected;
}

/** A list's answer as far as styles must agree: its items, and whether more follow. Cursors are opaque. */
function comparable(outcome: unknown): unknown {
  const page = outcome as { items?: unknown; page?: { next?: string } } | null;
  return page?.items !== undefined && page.page !== undefined
    ? { items: page.items, hasNext: page.page.next !== undefined }
    : outcome;
}

/** Refusals that state and role foretell: a style that offers what may be done must not offer these. */
const FORETOLD: readonly string[] = ['forbidden', 'order-not-cancellable', 'basket-empty', 'restaurant-closed'];

/**
 * Holds what a client came home with against the model's answer. `offers` says that this style tells in advance what
 * may be done: then nothing may be offered that state or role forbid, and everything that would succeed must be.
 */
export function expectAnswer(observed: Observed, answer: Answer, offers: boolean, what: string): void {
  if ('refused' in answer) {
    if (offers && FORETOLD.includes(answer.refused)) {
      expect(observed, `${what} (${answer.refused})`).toEqual({ notOffered: true });
      return;
    }
    if (offers && 'notOffered' in observed) return;
    expect(observed, what).toEqual({ refused: answer.refused });
    return;
  }
  expect(observed, what).toHaveProperty('outcome');
  const { outcome } = observed as { outcome: unknown };
  const seen = comparable(outcome);
  expect(seen, what).toEqual(filledFrom(answer.outcome, seen));
  answer.adopt?.(outcome as Order);
}
