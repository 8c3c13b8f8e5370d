import { MAX_DISH_NAME_CHARACTERS, MAX_LINES } from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from '../components.ts';
import { charges, id, money, quantity, text, version } from '../outcome-members.ts';

export const basket = outcomeComponent(
  'Basket',
  z
    .object({
      consumerId: id('consumer'),
      restaurantId: id('restaurant'),
      version: version.meta({ description: 'Raised by each change; 0 when it was never touched.' }),
      lines: z
        .array(
          z
            .object({
              menuItemId: id('dish'),
              name: text('What it is called today.', MAX_DISH_NAME_CHARACTERS, 'Tonnarelli'),
              unitPrice: money.meta({ description: 'What one costs today.' }),
              quantity,
              total: money.meta({ description: 'Unit price times quantity.' }),
              available: z.boolean().meta({ description: 'Whether it can be ordered now.' }),
            })
            .meta({ description: 'So many of one dish.' }),
        )
        .max(MAX_LINES)
        .meta({ description: 'What is in it, in the order in which it came.' }),
      charges: z.object(charges).meta({ description: 'What ordering it would cost now.' }),
    })
    .meta({ description: 'What a consumer is about to order from one restaurant, at today’s prices.' }),
);
