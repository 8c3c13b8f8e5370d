import { idempotencyKey, idOf, members, money, reason } from '../input-members.ts';
import { inputParser } from '../input-parser.ts';

const orderId = idOf('order that is billed');

export const accountingInputs = {
  getBill: inputParser<'getBill'>(members({ orderId })),
  refundBill: inputParser<'refundBill'>(
    members({
      orderId,
      amount: money.meta({ description: 'How much is paid back: at least 1, at most what is left of the payment.' }),
      reason: reason.meta({ description: 'Why it is paid back.', examples: ['It came cold.'] }),
      idempotencyKey,
    }),
  ),
};
