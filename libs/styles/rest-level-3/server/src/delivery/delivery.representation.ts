import { seesOrderOf, type CourierView, type DeliveryView } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import * as plain from '@rungs/json';
import { type Hal, link } from '../hal.ts';
import { uris } from '../level.ts';

export function representDelivery(delivery: DeliveryView, actor: Actor): Hal<plain.DeliveryJson> {
  const { orderId, courierId } = delivery;
  return {
    ...plain.representDelivery(delivery),
    _links: {
      self: link(uris.href('delivery', { orderId })),
      ...(seesOrderOf(delivery, actor) && {
        'rungs:order': link(uris.href('order', { orderId })),
        'rungs:ticket': link(uris.href('ticket', { orderId })),
      }),
      ...(courierId !== undefined && { 'rungs:courier': link(uris.href('courier', { courierId })) }),
    },
  };
}

export function representCourier(courier: CourierView): Hal<plain.CourierJson> {
  const { id: courierId, currentDeliveryId: orderId } = courier;
  return {
    ...plain.representCourier(courier),
    _links: {
      self: link(uris.href('courier', { courierId })),
      ...(orderId !== undefined && { 'rungs:delivery': link(uris.href('delivery', { orderId })) }),
    },
  };
}
