import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('is the same whatever the order of members, at any depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe(canonicalJson({ a: 'x', b: [{ c: null, d: 1 }] }));
  });

  it('keeps the order of items, and a member that is null apart from one that is missing', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
    expect(canonicalJson({ a: undefined })).toBe(canonicalJson({}));
    expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }));
  });

  it.each([
    ['a date', { at: new Date(0) }, 'at "/at" it has a Date'],
    ['a map', [new Map()], 'at "/0" it has a Map'],
    ['not a number', { total: { amount: NaN } }, 'at "/total/amount" it has NaN'],
    ['nothing', undefined, 'at "" it has undefined'],
  ])('refuses %s', (_what, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });
});
