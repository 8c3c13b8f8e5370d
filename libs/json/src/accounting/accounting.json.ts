import type { BillView } from '@rungs/application';
import type { BillJson } from '../outcomes.ts';

export function representBill(bill: BillView): BillJson {
  const { orderId, lines, subtotal, deliveryFee, serviceFee, tax, total } = bill;
  const { paymentState, authorizationCode, refunds } = bill;
  return {
    orderId,
    lines: lines.map(({ name, unitPrice, quantity, total: lineTotal }) => ({
      name,
      unitPrice,
      quantity,
      total: lineTotal,
    })),
    subtotal,
    deliveryFee,
    serviceFee,
    tax,
    total,
    paymentState,
    ...(authorizationCode !== undefined && { authorizationCode }),
    refunds: refunds.map(({ amount, reason, refundedAt }) => ({ amount, reason, refundedAt })),
  };
}
