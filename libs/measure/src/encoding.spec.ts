import { describe, expect, it } from 'vitest';
import { exchangeOf } from '../spec/measured.ts';
import { encodingOf, encodingText } from './encoding.ts';
import type { RunExchange } from './run.ts';

function answered(coding: string | undefined, responseBodyWire = 100): RunExchange {
  return exchangeOf(1, {
    responseHeaders: [['content-type', 'application/json'], ...(coding ? [['content-encoding', coding] as const] : [])],
    bytes: { responseBodyWire },
  });
}

describe('the encoding of a run', () => {
  it('names each coding that a body travelled in, once', () => {
    expect(encodingOf([answered('br'), answered('BR')])).toBe('br');
    expect(encodingOf([answered(undefined), answered('gzip'), answered('br')])).toBe('br, gzip, identity');
  });

  it('leaves out what did not travel: the cache had it, or there was nothing', () => {
    expect(encodingOf([answered('br', 0), answered(undefined)])).toBe('identity');
    expect(encodingOf([answered('br', 0)])).toBe('identity');
    expect(encodingOf([])).toBe('identity');
  });

  it('is told in words that end where they end, also among others in a list', () => {
    expect(['identity', 'br', 'br, identity', 'br, gzip, identity'].map(encodingText)).toEqual([
      'uncompressed',
      'compressed (br)',
      'partly compressed (br)',
      'partly compressed (br, gzip)',
    ]);
  });
});
