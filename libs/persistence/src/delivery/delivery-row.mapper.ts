import type { Delivery } from '@rungs/domain';
import { withoutNulls } from '../absent.ts';
import type { DeliveryRow } from './delivery.row.ts';

export function deliveryOf(row: DeliveryRow): Delivery {
  return withoutNulls<Delivery>(row);
}

export function deliveryRowOf(delivery: Delivery): DeliveryRow {
  const { courierId, estimatedAt, pickedUpAt, deliveredAt, ...same } = delivery;
  return {
    ...same,
    courierId: courierId ?? null,
    estimatedAt: estimatedAt ?? null,
    pickedUpAt: pickedUpAt ?? null,
    deliveredAt: deliveredAt ?? null,
  };
}
