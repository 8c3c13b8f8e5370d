import { describe, expect, it } from 'vitest';
import { patientFetch } from './patient-fetch.ts';

/** Takes every request and answers none. */
const hanging: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    const { signal } = init ?? {};
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

describe('a patient fetch', () => {
  it('gives up on what is never answered, as fetch does on what cannot be reached', async () => {
    const asked = patientFetch(hanging, { limitMs: 1 })('/graphql');
    await expect(asked).rejects.toThrow(new TypeError('no answer within 0.001 s'));
  });

  it.each([
    ['by whoever made it', { stop: AbortSignal.abort(new Error('enough')) }, {}],
    ['by whoever asks', {}, { signal: AbortSignal.abort(new Error('enough')) }],
  ])('can be stopped %s', async (_by, patience, init) => {
    await expect(patientFetch(hanging, { limitMs: 60_000, ...patience })('/graphql', init)).rejects.toThrow('enough');
  });

  it('hands on answers and failures as they are', async () => {
    const answer = new Response('{}');
    expect(await patientFetch(async () => answer, { limitMs: 60_000 })('/level0')).toBe(answer);
    const unreachable = new TypeError('Failed to fetch');
    await expect(patientFetch(() => Promise.reject(unreachable), { limitMs: 60_000 })('/level0')).rejects.toBe(
      unreachable,
    );
  });
});
