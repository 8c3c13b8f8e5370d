import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { billLines, charge } from './bill.ts';

describe('a bill', () => {
  it('adds delivery fee, service fee and tax to the subtotal', () => {
    const lines = [
      { name: 'Tonnarelli cacio e pepe', unitPrice: money(1450, 'USD'), quantity: 2 },
      { name: 'Tiramisu', unitPrice: money(825, 'USD'), quantity: 1 },
    ];
    // By hand: 2 × 1450 + 825 = 3725; 5 % = 186.25 → 186; 8 % of 3911 = 312.88 → 313.
    expect(charge(lines, 'USD')).toEqual({
      subtotal: money(3725, 'USD'),
      deliveryFee: money(399, 'USD'),
      serviceFee: money(186, 'USD'),
      tax: money(313, 'USD'),
      total: money(4623, 'USD'),
    });
    expect(billLines(lines)[0]?.total).toEqual(money(2900, 'USD'));
  });

  it('is nothing where nothing is ordered: no fee for a delivery of an empty basket', () => {
    expect(charge([], 'EUR').total).toEqual(money(0, 'EUR'));
    expect(charge([], 'EUR').deliveryFee).toEqual(money(0, 'EUR'));
  });

  it('works in a currency without decimals', () => {
    expect(charge([{ name: 'Ramen', unitPrice: money(1100, 'JPY'), quantity: 1 }], 'JPY').total).toEqual(
      money(1100 + 399 + 55 + 92, 'JPY'),
    );
  });
});
