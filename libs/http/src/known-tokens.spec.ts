import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KnownTokens } from './known-tokens.ts';

const ANN = { role: 'consumer', consumerId: '01900000-0000-7000-8000-00000000a001' } as const;
const IN_AN_HOUR_MS = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

it('knows a token again for a minute', () => {
  const known = new KnownTokens();
  expect(known.actorOf('token')).toBeUndefined();
  known.remember('token', ANN, IN_AN_HOUR_MS);
  vi.setSystemTime(59_999);
  expect(known.actorOf('token')).toEqual(ANN);
  expect(known.actorOf('token2')).toBeUndefined();
  vi.setSystemTime(60_000);
  expect(known.actorOf('token')).toBeUndefined();
});

it('knows no token for longer than it is good', () => {
  const known = new KnownTokens();
  known.remember('token', ANN, 5_000);
  vi.setSystemTime(4_999);
  expect(known.actorOf('token')).toEqual(ANN);
  vi.setSystemTime(5_000);
  expect(known.actorOf('token')).toBeUndefined();
});

it('knows the latest thousand, so that nobody fills the memory with tokens', () => {
  const known = new KnownTokens();
  for (let number = 0; number < 1_500; number++) known.remember(`token ${number}`, ANN, IN_AN_HOUR_MS);
  const remembered = Array.from({ length: 1_500 }, (_, number) => known.actorOf(`token ${number}`) !== undefined);
  expect(remembered.indexOf(true)).toBe(500);
  expect(remembered.filter(Boolean)).toHaveLength(1_000);
});
