import { describe, expect, it } from 'vitest';
import { browserLike } from './browser-like.ts';

describe('a fetch that is like a browser’s', () => {
  const fieldsSent = async (...asked: Parameters<typeof fetch>): Promise<Headers> => {
    let sent = new Headers();
    await browserLike(async (_input, init) => ((sent = new Headers(init?.headers)), new Response()))(...asked);
    return sent;
  };

  it('asks for the codings that a browser asks for, and for what else was asked for', async () => {
    const sent = await fieldsSent('http://127.0.0.1/', { headers: { accept: 'text/html' } });
    expect(Object.fromEntries(sent)).toEqual({ accept: 'text/html', 'accept-encoding': 'gzip, deflate, br, zstd' });
    const request = new Request('http://127.0.0.1/', { headers: { accept: 'text/csv' } });
    expect((await fieldsSent(request)).get('accept')).toBe('text/csv');
  });

  it('lets who wants something else have it', async () => {
    const sent = await fieldsSent('http://127.0.0.1/', { headers: { 'Accept-Encoding': 'identity' } });
    expect(sent.get('accept-encoding')).toBe('identity');
  });
});
