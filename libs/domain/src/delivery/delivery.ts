import type { Address, Location } from '../address.ts';
import type { CourierId, OrderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';

export const DELIVERY_STATES = ['PENDING', 'SCHEDULED', 'PICKED_UP', 'DELIVERED', 'CANCELLED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface Delivery {
  readonly orderId: OrderId;
  readonly version: number;
  readonly state: DeliveryState;
  readonly pickupAddress: Address;
  readonly deliveryAddress: Address;
  readonly courierId?: CourierId;
  readonly estimatedAt?: Instant;
  readonly pickedUpAt?: Instant;
  readonly deliveredAt?: Instant;
}

/** One report of where a courier is. A delivery's track is its pings, oldest first. */
export interface LocationPing extends Location {
  readonly at: Instant;
}

export interface Courier {
  readonly id: CourierId;
  readonly version: number;
  readonly name: string;
  /** ITU-T E.164. */
  readonly phone: string;
  readonly vehicle: 'BICYCLE' | 'SCOOTER' | 'CAR';
  readonly onDuty: boolean;
  /** The order that the courier is delivering now. */
  readonly currentDeliveryId?: OrderId;
  /** Where the courier was last seen: decides who is nearest, and is in nobody's view. */
  readonly lastLocation?: LocationPing;
}
