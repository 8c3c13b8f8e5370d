import { DELIVERY_STATES } from '@rungs/domain';
import {
  change,
  flag,
  id,
  idempotencyKey,
  inputParser,
  instant,
  listOf,
  location,
  members,
  oneOf,
  optional,
  page,
} from '../input-parser.ts';

const delivery = { orderId: id };
const courier = { courierId: id };

export const deliveryInputs = {
  getDelivery: inputParser<'getDelivery'>(members(delivery)),
  listDeliveries: inputParser<'listDeliveries'>(
    members({ ...page, courierId: optional(id), states: optional(listOf(oneOf(DELIVERY_STATES))) }),
  ),
  getTrack: inputParser<'getTrack'>(members({ ...page, ...delivery })),
  assignCourier: inputParser<'assignCourier'>(members({ ...delivery, courierId: optional(id), ...change })),
  notePickedUp: inputParser<'notePickedUp'>(members({ ...delivery, ...change })),
  noteDelivered: inputParser<'noteDelivered'>(members({ ...delivery, ...change })),
  reportLocation: inputParser<'reportLocation'>(
    members({ ...delivery, ...location.shape, at: optional(instant), idempotencyKey }),
  ),
  getCourier: inputParser<'getCourier'>(members(courier)),
  listCouriers: inputParser<'listCouriers'>(members({ ...page, onDuty: optional(flag) })),
  setOnDuty: inputParser<'setOnDuty'>(members({ ...courier, onDuty: flag, ...change })),
};
