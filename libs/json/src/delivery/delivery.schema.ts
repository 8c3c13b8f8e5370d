import { DELIVERY_STATES, MAX_NAME_CHARACTERS } from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from '../components.ts';
import { address, coordinates, id, instant, text, version } from '../outcome-members.ts';

const phone = z
  .string()
  .regex(/^\+[0-9]{6,15}$/)
  .max(16)
  .meta({ description: 'Telephone number, ITU-T E.164.', examples: ['+390612345678'] });

export const locationPing = outcomeComponent(
  'LocationPing',
  z
    .object({ ...coordinates, at: instant('When the courier was there.') })
    .meta({ description: 'One report of where a courier is.' }),
);

export const delivery = outcomeComponent(
  'Delivery',
  z
    .object({
      orderId: id('order, which is the delivery’s own'),
      version,
      state: z.enum(DELIVERY_STATES).meta({ description: 'Where in its life it is.' }),
      pickupAddress: address.meta({ description: 'Where from: the restaurant’s.' }),
      deliveryAddress: address.meta({ description: 'Where to.' }),
      courierId: id('courier who has it').optional(),
      courierPhone: phone
        .meta({ description: 'The courier’s; for the consumer between pickup and delivery, and for support.' })
        .optional(),
      estimatedAt: instant('When it is expected at the door.').optional(),
      pickedUpAt: instant('When the courier took it.').optional(),
      deliveredAt: instant('When it was handed over.').optional(),
      lastLocation: locationPing.meta({ description: 'Where the courier was last seen with it.' }).optional(),
    })
    .meta({ description: 'An order on its way.' }),
);

export const courier = outcomeComponent(
  'Courier',
  z
    .object({
      id: id('courier'),
      version,
      name: text('What the courier is called.', MAX_NAME_CHARACTERS, 'Dana'),
      vehicle: z.enum(['BICYCLE', 'SCOOTER', 'CAR']).meta({ description: 'What the courier comes with.' }),
      phone: phone.meta({ description: 'For the courier and support alone.' }).optional(),
      onDuty: z.boolean().meta({ description: 'For the courier and support alone.' }).optional(),
      currentDeliveryId: id('order on its way with this courier').optional(),
    })
    .meta({ description: 'Who brings it.' }),
);
