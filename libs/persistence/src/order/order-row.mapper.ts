import type { Order } from '@rungs/domain';
import { withoutNulls } from '../absent.ts';
import type { OrderRow } from './order.row.ts';

export function orderOf(row: OrderRow): Order {
  const { totalAmount, totalCurrency, cancelledBy: _kept, ...order } = row;
  return withoutNulls<Order>({ ...order, total: { amount: totalAmount, currency: totalCurrency } });
}

/** Who cancelled belongs to the case, not to the order as anybody sees it; the row holds both. */
export function orderRowOf(order: Order, cancelledBy: string | undefined): OrderRow {
  const { total, deliveryNote, ...same } = order;
  return {
    ...same,
    deliveryNote: deliveryNote ?? null,
    totalAmount: total.amount,
    totalCurrency: total.currency,
    cancelledBy: cancelledBy ?? null,
  };
}
