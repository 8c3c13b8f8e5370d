import {
  DELIVERY_STATES,
  MAX_DISH_NAME_CHARACTERS,
  MAX_LINES,
  MAX_NOTE_CHARACTERS,
  MAX_QUANTITY,
  MAX_RESTAURANT_NAME_CHARACTERS,
  ORDER_STATES,
} from '@rungs/domain';
import { z } from 'zod';
import { bill } from '../accounting/accounting.schema.ts';
import { outcomeComponent } from '../components.ts';
import { consumer } from '../consumer/consumer.schema.ts';
import { courier, delivery } from '../delivery/delivery.schema.ts';
import { ticket } from '../kitchen/kitchen.schema.ts';
import { address, count, id, instant, money, quantity, text, version } from '../outcome-members.ts';
import { restaurantSummary } from '../restaurant/restaurant.schema.ts';

const state = z.enum(ORDER_STATES).meta({ description: 'Where in its life it is.' });
const placedAt = instant('When it was placed.');
const total = money.meta({ description: 'What all of it costs: the bill’s total.' });

export const order = outcomeComponent(
  'Order',
  z
    .object({
      id: id('order'),
      version,
      consumerId: id('consumer who placed it'),
      restaurantId: id('restaurant that cooks it'),
      state,
      lineItems: z
        .array(
          z
            .object({
              menuItemId: id('dish'),
              name: text('What it was called when it was ordered.', MAX_DISH_NAME_CHARACTERS, 'Tonnarelli'),
              unitPrice: money.meta({ description: 'What one cost when it was ordered.' }),
              quantity,
            })
            .meta({ description: 'So many of one dish.' }),
        )
        .min(1)
        .max(MAX_LINES)
        .meta({ description: 'What was ordered.' }),
      deliveryAddress: address.meta({ description: 'Where to.' }),
      deliveryNote: text('What the courier is to know.', MAX_NOTE_CHARACTERS, 'Ring twice.').optional(),
      placedAt,
      total,
    })
    .meta({ description: 'What a consumer ordered from a restaurant.' }),
);

export const orderDetails = outcomeComponent(
  'OrderDetails',
  z
    .object({
      order,
      consumer: consumer.optional(),
      restaurant: restaurantSummary.optional(),
      ticket: ticket.optional(),
      delivery: delivery.optional(),
      courier: courier.optional(),
      bill: bill.optional(),
    })
    .meta({ description: 'The order, and those of its parts that were asked for and may be seen.' }),
);

export const orderHistoryEntry = outcomeComponent(
  'OrderHistoryEntry',
  z
    .object({
      orderId: id('order'),
      state,
      placedAt,
      restaurantId: id('restaurant'),
      restaurantName: text('What the restaurant is called.', MAX_RESTAURANT_NAME_CHARACTERS, 'Trattoria da Luigi'),
      itemCount: count('Dishes, counted by quantity.', MAX_LINES * MAX_QUANTITY),
      total,
      deliveryState: z.enum(DELIVERY_STATES).meta({ description: 'Where the delivery is.' }),
    })
    .meta({ description: 'One line of a consumer’s history.' }),
);
