import type { Bill, Money } from '@rungs/domain';
import type { BillRow } from './bill.row.ts';

export function billOf(row: BillRow): Bill {
  const money = (amount: number): Money => ({ amount, currency: row.currency });
  return {
    orderId: row.orderId,
    lines: row.lines,
    subtotal: money(row.subtotalAmount),
    deliveryFee: money(row.deliveryFeeAmount),
    serviceFee: money(row.serviceFeeAmount),
    tax: money(row.taxAmount),
    total: money(row.totalAmount),
    paymentState: row.paymentState,
    authorizationCode: row.authorizationCode,
    refunds: row.refunds,
  };
}

export function billRowOf(bill: Bill): BillRow {
  return {
    orderId: bill.orderId,
    lines: bill.lines,
    currency: bill.total.currency,
    subtotalAmount: bill.subtotal.amount,
    deliveryFeeAmount: bill.deliveryFee.amount,
    serviceFeeAmount: bill.serviceFee.amount,
    taxAmount: bill.tax.amount,
    totalAmount: bill.total.amount,
    paymentState: bill.paymentState,
    authorizationCode: bill.authorizationCode,
    refunds: bill.refunds,
  };
}
