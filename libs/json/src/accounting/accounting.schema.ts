import {
  MAX_DISH_NAME_CHARACTERS,
  MAX_LINES,
  MAX_REASON_CHARACTERS,
  MAX_TOTAL_AMOUNT,
  PAYMENT_STATES,
} from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from '../components.ts';
import { charges, id, instant, money, quantity, text } from '../outcome-members.ts';

export const bill = outcomeComponent(
  'Bill',
  z
    .object({
      orderId: id('order'),
      lines: z
        .array(
          z
            .object({
              name: text('What it was called when it was ordered.', MAX_DISH_NAME_CHARACTERS, 'Tonnarelli'),
              unitPrice: money.meta({ description: 'What one cost.' }),
              quantity,
              total: money.meta({ description: 'Unit price times quantity.' }),
            })
            .meta({ description: 'So many of one dish.' }),
        )
        .min(1)
        .max(MAX_LINES)
        .meta({ description: 'What was ordered.' }),
      ...charges,
      paymentState: z.enum(PAYMENT_STATES).meta({ description: 'What has become of the payment.' }),
      authorizationCode: text('The payment provider’s; for the consumer and support alone.', 200).optional(),
      refunds: z
        .array(
          z
            .object({
              amount: money.meta({ description: 'What was paid back.' }),
              reason: text('Why.', MAX_REASON_CHARACTERS, 'It came cold.'),
              refundedAt: instant('When.'),
            })
            .meta({ description: 'One refund.' }),
        )
        // Each pays back at least one minor unit.
        .max(MAX_TOTAL_AMOUNT)
        .meta({ description: 'What was paid back, oldest first.' }),
    })
    .meta({ description: 'What an order costs, and how it is paid.' }),
);
