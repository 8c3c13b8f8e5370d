/**
 * A fetch that does not wait for ever: a server that takes a request and never answers it would hold up every program
 * that comes after this one.
 *
 * @param stop gives up at once
 */
export function patientFetch(
  fetch: typeof globalThis.fetch,
  { limitMs, stop }: { readonly limitMs: number; readonly stop?: AbortSignal },
): typeof globalThis.fetch {
  return async (input, init) => {
    const limit = AbortSignal.timeout(limitMs);
    const signals = [limit, stop, init?.signal].filter((signal) => signal !== undefined && signal !== null);
    try {
      return await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    } catch (error) {
      const isOurs = limit.aborted && error === limit.reason;
      throw isOurs ? new TypeError(`no answer within ${limitMs / 1000} s`, { cause: error }) : error;
    }
  };
}
