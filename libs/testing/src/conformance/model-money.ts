import type { Bill, Money } from '@rungs/domain';

// What an order costs.

export interface CostedLine {
  readonly name: string;
  readonly unitPrice: Money;
  readonly quantity: number;
}

/** Half up: a half of a minor unit goes up. */
const share = (amount: number, percent: number): number => Math.round((amount * percent) / 100);

type Charges = Pick<Bill, 'subtotal' | 'deliveryFee' | 'serviceFee' | 'tax' | 'total'>;

/** Where nothing is ordered nothing is delivered. */
export function cost(lines: readonly CostedLine[], currency: string): Charges {
  const inCurrency = (amount: number): Money => ({ amount, currency });
  const subtotal = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0);
  const deliveryFee = lines.length > 0 ? 399 : 0;
  const serviceFee = share(subtotal, 5);
  const tax = share(subtotal + serviceFee, 8);
  return {
    subtotal: inCurrency(subtotal),
    deliveryFee: inCurrency(deliveryFee),
    serviceFee: inCurrency(serviceFee),
    tax: inCurrency(tax),
    total: inCurrency(subtotal + deliveryFee + serviceFee + tax),
  };
}

export function lineTotal({ unitPrice, quantity }: CostedLine): Money {
  return { ...unitPrice, amount: unitPrice.amount * quantity };
}

export function billed(lines: readonly CostedLine[]): Bill['lines'] {
  return lines.map((line) => ({
    name: line.name,
    unitPrice: line.unitPrice,
    quantity: line.quantity,
    total: lineTotal(line),
  }));
}
