import { id, idempotencyKey, inputParser, members, money, text } from '../input-parser.ts';

export const accountingInputs = {
  getBill: inputParser<'getBill'>(members({ orderId: id })),
  refundBill: inputParser<'refundBill'>(members({ orderId: id, amount: money, reason: text, idempotencyKey })),
};
