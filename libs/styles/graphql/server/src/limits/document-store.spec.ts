import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS_BYTES, documentStore } from './document-store.ts';
import { LIMITS } from './limits.ts';

/** More than the store has room for. */
const MANY = 700;

describe('the store of documents', () => {
  it.each([
    ['fields', (at: number) => `{ f${at} ${'role '.repeat(900)} }`],
    ['comments', (at: number) => `${'#\n'.repeat(900)} { f${at} }`],
    ['blanks', (at: number) => `${' '.repeat(LIMITS.textLength)} { f${at} }`],
    ['long words', (at: number) => `{ f${at}(a: "${'é'.repeat(LIMITS.textLength)}") }`],
  ])('counts %s for what they keep in memory', async (_what, build) => {
    const store = documentStore();
    for (let at = 0; at < MANY; at += 1) await store.set(String(at), parse(build(at)));
    const kept = store.keys().length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThanOrEqual(DOCUMENTS_BYTES / (2 * LIMITS.textLength) + 1);
    expect(await store.get(String(MANY - 1))).toBeDefined();
    expect(await store.get('0')).toBeUndefined();
  });

  it('has room for hundreds of ordinary ones', async () => {
    const store = documentStore();
    for (let at = 0; at < 500; at += 1)
      await store.set(String(at), parse(`{ f${at} ${'order { id total { amount } } '.repeat(10)} }`));
    expect(store.keys()).toHaveLength(500);
  });
});
