import { describe, expect, it } from 'vitest';
import { recordingFetch } from './recording-fetch.ts';

describe('a fetch that records', () => {
  it('keeps what travelled and leaves the body to the client', async () => {
    const times = [10, 52];
    const answer = async () =>
      new Response('{"state":"PICKED_UP"}', { status: 201, headers: { 'content-type': 'application/json' } });
    const { fetch, exchanges } = recordingFetch(answer, () => times.shift() ?? 0);
    const response = await fetch('http://127.0.0.1:3000/level2/orders?limit=1', { method: 'POST' });
    expect(await response.json()).toEqual({ state: 'PICKED_UP' });
    expect(exchanges).toEqual([
      {
        method: 'POST',
        target: '/level2/orders?limit=1',
        status: 201,
        contentType: 'application/json',
        bodyText: '{"state":"PICKED_UP"}',
        durationMs: 42,
      },
    ]);
  });

  it('records nothing of a request that was never answered', async () => {
    const { fetch, exchanges } = recordingFetch(async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(fetch('http://127.0.0.1:3000/level2')).rejects.toThrow('Failed to fetch');
    expect(exchanges).toEqual([]);
  });
});
