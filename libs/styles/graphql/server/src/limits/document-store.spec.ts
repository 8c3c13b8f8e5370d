import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS_BYTES, documentStore, textStore } from './document-store.ts';
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

describe('the store of registered texts', () => {
  it('counts what names and places take up, which is more than short texts do', async () => {
    const store = textStore();
    const count = 100_000;
    for (let at = 0; at < count; at += 1) await store.set(`apq:${String(at).padStart(64, '0')}`, `{a${at}:__typename}`);
    expect(store.keys().length).toBeLessThanOrEqual(DOCUMENTS_BYTES / 512);
    expect(await store.get(`apq:${String(count - 1).padStart(64, '0')}`)).toBe(`{a${count - 1}:__typename}`);
  });

  it('has room for more of the longest ones than clients have documents', async () => {
    const store = textStore();
    for (let at = 0; at < 400; at += 1) await store.set(String(at), 'x'.repeat(LIMITS.textLength));
    expect(store.keys()).toHaveLength(400);
  });
});
