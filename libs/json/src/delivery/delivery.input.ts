import { DELIVERY_STATES } from '@rungs/domain';
import {
  change,
  flag,
  idempotencyKey,
  idOf,
  instant,
  listOf,
  location,
  members,
  oneOf,
  optional,
  page,
} from '../input-members.ts';
import { inputParser } from '../input-parser.ts';

const delivery = { orderId: idOf('order that is delivered') };
const courier = { courierId: idOf('courier') };

export const deliveryInputs = {
  getDelivery: inputParser<'getDelivery'>(members(delivery)),
  listDeliveries: inputParser<'listDeliveries'>(
    members({
      ...page,
      courierId: optional(courier.courierId.meta({ description: 'Only those of this courier.' })),
      states: optional(
        listOf(oneOf(DELIVERY_STATES)).meta({ description: 'Only those in one of these states.', maxItems: 20 }),
      ),
    }),
  ),
  getTrack: inputParser<'getTrack'>(members({ ...page, ...delivery })),
  assignCourier: inputParser<'assignCourier'>(
    members({
      ...delivery,
      courierId: optional(
        courier.courierId.meta({ description: 'Who shall; the nearest free courier when left out.' }),
      ),
      ...change,
    }),
  ),
  notePickedUp: inputParser<'notePickedUp'>(members({ ...delivery, ...change })),
  noteDelivered: inputParser<'noteDelivered'>(members({ ...delivery, ...change })),
  reportLocation: inputParser<'reportLocation'>(
    members({
      ...delivery,
      ...location.shape,
      at: optional(instant('When the courier was there; now when left out.')),
      idempotencyKey,
    }),
  ),
  getCourier: inputParser<'getCourier'>(members(courier)),
  listCouriers: inputParser<'listCouriers'>(
    members({ ...page, onDuty: optional(flag.meta({ description: 'Only those who are on duty, or who are not.' })) }),
  ),
  setOnDuty: inputParser<'setOnDuty'>(
    members({ ...courier, onDuty: flag.meta({ description: 'True to go on duty, false to go off.' }), ...change }),
  ),
};
