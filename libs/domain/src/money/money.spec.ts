import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, money, percentOf, times } from './money.ts';

describe('money', () => {
  it('rounds a percentage half up to a minor unit', () => {
    expect(percentOf(money(10, 'USD'), 5)).toEqual(money(1, 'USD'));
    expect(percentOf(money(9, 'USD'), 5)).toEqual(money(0, 'USD'));
    expect(percentOf(money(2550, 'USD'), 8)).toEqual(money(204, 'USD'));
  });

  it('never strays more than half a minor unit from the exact percentage', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
        const rounded = percentOf(money(amount, 'USD'), percent).amount;
        expect(Math.abs(rounded * 100 - amount * percent)).toBeLessThanOrEqual(50);
      }),
    );
  });

  it('refuses to add two currencies', () => {
    expect(() => add(money(1, 'USD'), money(1, 'JPY'))).toThrow(RangeError);
  });

  it('refuses a fraction of a minor unit', () => {
    expect(() => times(money(1, 'USD'), 0.5)).toThrow(RangeError);
  });
});
