import type { OrderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import { add, money, percentOf, times, type Money } from '../money/money.ts';

export const PAYMENT_STATES = ['AUTHORIZED', 'CAPTURED', 'VOIDED', 'PARTLY_REFUNDED', 'REFUNDED'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export interface BillLine {
  readonly name: string;
  readonly unitPrice: Money;
  readonly quantity: number;
  readonly total: Money;
}

export interface Refund {
  readonly amount: Money;
  readonly reason: string;
  readonly refundedAt: Instant;
}

export interface Charges {
  readonly subtotal: Money;
  readonly deliveryFee: Money;
  readonly serviceFee: Money;
  readonly tax: Money;
  readonly total: Money;
}

export interface Bill extends Charges {
  readonly orderId: OrderId;
  readonly lines: readonly BillLine[];
  readonly paymentState: PaymentState;
  readonly authorizationCode: string;
  readonly refunds: readonly Refund[];
}

const DELIVERY_FEE_AMOUNT = 399;
const SERVICE_FEE_PERCENT = 5;
const TAX_PERCENT = 8;
/** The most that one order may cost, in minor units. */
export const MAX_TOTAL_AMOUNT = 1_000_000;

export interface PricedLine {
  readonly name: string;
  readonly unitPrice: Money;
  readonly quantity: number;
}

/**
 * What an order costs: fee 399, service 5 % of the subtotal, tax 8 % of subtotal and service fee,
 * each rounded half up to a minor unit. Nothing costs nothing: an empty basket is not charged a delivery.
 */
export function charge(lines: readonly PricedLine[], currency: string): Charges {
  const subtotal = add(money(0, currency), ...lines.map((line) => times(line.unitPrice, line.quantity)));
  const deliveryFee = money(lines.length > 0 ? DELIVERY_FEE_AMOUNT : 0, currency);
  const serviceFee = percentOf(subtotal, SERVICE_FEE_PERCENT);
  const tax = percentOf(add(subtotal, serviceFee), TAX_PERCENT);
  return { subtotal, deliveryFee, serviceFee, tax, total: add(subtotal, deliveryFee, serviceFee, tax) };
}

export function billLines(lines: readonly PricedLine[]): BillLine[] {
  return lines.map(({ name, unitPrice, quantity }) => ({
    name,
    unitPrice,
    quantity,
    total: times(unitPrice, quantity),
  }));
}
