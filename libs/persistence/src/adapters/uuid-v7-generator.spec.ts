import { expect, it } from 'vitest';
import { uuidV7, UuidV7Generator } from './uuid-v7-generator.ts';

it('makes the example of RFC 9562, appendix A.6', () => {
  // unix_ts_ms 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

it('makes ids that differ and that sort by the time of their making', () => {
  const ids = Array.from({ length: 1000 }, () => new UuidV7Generator().next());
  expect(new Set(ids).size).toBe(1000);
  expect(ids.map((id) => id.slice(0, 13))).toEqual(ids.map((id) => id.slice(0, 13)).sort());
});
