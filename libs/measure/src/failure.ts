import { NotOfferedError, RefusedError } from '@rungs/scenarios';
import type { Failure } from './comparison.ts';

/** A request that nothing answered, or whose answer broke off. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(url: string, cause: unknown) {
    super(`Nothing answered at ${new URL(url).origin}: ${reasonOf(cause)}`, { cause });
  }
}

/** What becomes of `fetch` where it matters whether a server refused or none was there. */
export function answering(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (error) {
      throw new NoAnswerError(input instanceof Request ? input.url : String(input), error);
    }
  };
}

export function failureOf(error: unknown, signal?: AbortSignal): Failure {
  if (signal?.aborted) return STOPPED;
  return { kind: kindOf(error), message: messageOf(error) };
}

export const STOPPED: Failure = { kind: 'stopped', message: 'It was stopped before it had come to its end.' };

function kindOf(error: unknown): Failure['kind'] {
  if (error instanceof NoAnswerError) return 'no-answer';
  if (error instanceof RefusedError) return 'refused';
  if (error instanceof NotOfferedError) return 'not-offered';
  return 'unexpected';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Node's fetch says "fetch failed" and no more; why, its cause says. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? `${messageOf(error)} (${cause.code})` : messageOf(error);
}
