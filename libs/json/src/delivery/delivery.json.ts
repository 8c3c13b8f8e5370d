import type { CourierView, DeliveryView } from '@rungs/application';
import type { CourierJson, DeliveryJson } from '../outcomes.ts';

export function representDelivery(view: DeliveryView): DeliveryJson {
  const { orderId, version, state, pickupAddress, deliveryAddress, courierId, courierPhone } = view;
  const { estimatedAt, pickedUpAt, deliveredAt, lastLocation } = view;
  return {
    orderId,
    version,
    state,
    pickupAddress,
    deliveryAddress,
    ...(courierId !== undefined && { courierId }),
    ...(courierPhone !== undefined && { courierPhone }),
    ...(estimatedAt !== undefined && { estimatedAt }),
    ...(pickedUpAt !== undefined && { pickedUpAt }),
    ...(deliveredAt !== undefined && { deliveredAt }),
    ...(lastLocation && { lastLocation }),
  };
}

export function representCourier(view: CourierView): CourierJson {
  const { id, version, name, vehicle, phone, onDuty, currentDeliveryId } = view;
  return {
    id,
    version,
    name,
    vehicle,
    ...(phone !== undefined && { phone }),
    ...(onDuty !== undefined && { onDuty }),
    ...(currentDeliveryId !== undefined && { currentDeliveryId }),
  };
}
