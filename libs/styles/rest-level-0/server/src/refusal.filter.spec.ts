import { REFUSAL_CODES, Refusal } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { rpcErrorOf } from './refusal.filter.ts';

const NO_DETAILS = { errors: [], reason: 'missing' } as never;

describe('the numbers of the error objects', () => {
  const codes = REFUSAL_CODES.map((code) => rpcErrorOf(new Refusal(code, NO_DETAILS)).code);

  it('are different for each refusal', () => {
    expect(new Set(codes).size).toBe(REFUSAL_CODES.length);
  });

  it('stay out of the range that JSON-RPC keeps for itself, but for those it names and the server range', () => {
    const reserved = codes.filter((code) => code >= -32768 && code < -32099);
    expect(reserved.sort()).toEqual([-32601, -32602, -32700]);
  });
});

it('carries the code that all styles share, and its details', () => {
  const details = { expectedVersion: 1, currentVersion: 2 };
  expect(rpcErrorOf(new Refusal('stale-version', details))).toMatchObject({
    message: expect.stringContaining('version 2 is current'),
    data: { code: 'stale-version', details },
  });
});
