import { describe, expect, it } from 'vitest';
import { parseInstant } from './instant.ts';

describe('an instant', () => {
  it.each([
    ['2026-11-22T18:04:11Z', '2026-11-22T18:04:11.000Z'],
    ['2026-11-22t19:04:11.2014+01:00', '2026-11-22T18:04:11.201Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-11-31T00:00:00+02:00',
    '2026-13-01T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T18:60:00Z',
    '2026-11-22',
    '2026-11-22T18:04:11',
  ])('is not %s (RFC 3339 §5.6, §5.7)', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('is one on 29 February of a leap year', () => {
    expect(parseInstant('2028-02-29T00:00:00+02:00')).toBe('2028-02-28T22:00:00.000Z');
  });

  // Their texts would be longer, and compare with others as they do not in time.
  it.each(['9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00+01:00'])(
    'is not %s, which is in a year without four digits',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
    },
  );
});
