import type { Delivery, Order } from '@rungs/domain';
import { withoutNulls } from '../absent.ts';
import type { DeliveryRow } from './delivery.row.ts';

export function deliveryOf({ restaurantId: _orders, placedAt: _too, ...row }: DeliveryRow): Delivery {
  return withoutNulls<Delivery>(row);
}

export function deliveryRowOf(delivery: Delivery, { restaurantId, placedAt }: Order): DeliveryRow {
  const { courierId, estimatedAt, pickedUpAt, deliveredAt, ...same } = delivery;
  return {
    ...same,
    courierId: courierId ?? null,
    estimatedAt: estimatedAt ?? null,
    pickedUpAt: pickedUpAt ?? null,
    deliveredAt: deliveredAt ?? null,
    restaurantId,
    placedAt,
  };
}
