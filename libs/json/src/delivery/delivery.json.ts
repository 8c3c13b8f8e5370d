import type { CourierView, DeliveryView } from '@rungs/application';
import type { LocationPing } from '@rungs/domain';
import type { CourierJson, DeliveryJson, LocationPingJson } from '../outcomes.ts';

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
    ...(lastLocation && { lastLocation: representLocationPing(lastLocation) }),
  };
}

/** One entry of a delivery's track. */
export function representLocationPing({ lat, lon, at }: LocationPing): LocationPingJson {
  return { lat, lon, at };
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
