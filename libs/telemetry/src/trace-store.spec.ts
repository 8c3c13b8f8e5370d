import { describe, expect, it } from 'vitest';
import type { ExchangeDocument } from './trace-document.ts';
import { TraceStore } from './trace-store.ts';

function exchange(spanId: string, statementTexts: readonly string[] = []): ExchangeDocument {
  const statements = statementTexts.map((text) => ({ text, rowCount: 1, durationMs: 0.5 }));
  return {
    spanId,
    method: 'GET',
    path: '/level2/orders',
    status: 200,
    loading: 'one-statement',
    serverDurationMs: 3,
    sql: { count: statements.length, rowCount: statements.length, durationMs: 1, statements },
    bytes: null,
    meterBytes: { request: 0, response: 0 },
    aborted: false,
  };
}

const spansOf = (store: TraceStore, traceId: string, subject: string) =>
  store.find(traceId, subject).map(({ spanId }) => spanId);

describe('trace store', () => {
  it('forgets the oldest exchanges beyond its number', () => {
    const store = new TraceStore({ exchanges: 2, bytes: 1_000_000 });
    for (const spanId of ['a', 'b', 'c']) store.add('t', 'ann', exchange(spanId));
    expect(spansOf(store, 't', 'ann')).toEqual(['b', 'c']);
    expect(store.size.exchanges).toBe(2);
  });

  it('forgets the oldest exchanges beyond its size, and one that alone is larger', () => {
    const store = new TraceStore({ exchanges: 100, bytes: 5_000 });
    store.add('t', 'ann', exchange('a', ['x'.repeat(2_000)]));
    store.add('t', 'ann', exchange('b', ['x'.repeat(2_000)]));
    expect(spansOf(store, 't', 'ann')).toEqual(['b']);
    store.add('t', 'ann', exchange('c', ['x'.repeat(9_000)]));
    expect(store.size).toEqual({ exchanges: 0, bytes: 0 });
  });

  it('shows each subject its own exchanges of a trace', () => {
    const store = new TraceStore({ exchanges: 100, bytes: 1_000_000 });
    store.add('t', 'ann', exchange('a'));
    store.add('t', 'bob', exchange('b'));
    expect(spansOf(store, 't', 'ann')).toEqual(['a']);
    expect(spansOf(store, 't', 'sam')).toEqual([]);
  });

  it('waits for the running exchanges of a trace, and no longer than the limit', async () => {
    const store = new TraceStore({ exchanges: 100, bytes: 1_000_000 });
    const { promise, resolve } = Promise.withResolvers<void>();
    store.expect('t', promise);
    expect(await store.settled('other', 60_000)).toBe(0);
    expect(await store.settled('t', 1)).toBe(1);
    const settled = store.settled('t', 60_000);
    resolve();
    expect(await settled).toBe(0);
  });
});
