import type { Bill } from '@rungs/domain';
import { expectValid, long, refuse, SAID_BY_SERVER, type AnswerOf } from './model-state.ts';
import { billSeen, find, findToChange } from './model-sight.ts';

// Bills: shown, and given back in part or whole.

const getBill: AnswerOf<'getBill'> = (state, actor, { orderId }) => ({
  outcome: billSeen(actor, find(state, actor, 'bill', orderId)),
});

const refundBill: AnswerOf<'refundBill'> = (state, actor, { orderId, amount, reason }) => {
  const held = findToChange(state, actor, 'bill', orderId, 'support');
  const { bill } = held;
  if (bill.paymentState !== 'CAPTURED' && bill.paymentState !== 'PARTLY_REFUNDED') refuse('bill-not-refundable');
  expectValid({
    '/amount/amount': Number.isInteger(amount.amount) && amount.amount >= 1,
    '/amount/currency': amount.currency === bill.total.currency,
    '/reason': long(reason, 1, 500),
  });
  const left = bill.refunds.reduce((rest, refund) => rest - refund.amount.amount, bill.total.amount);
  if (amount.amount > left) refuse('refund-exceeds-payment');
  held.bill = {
    ...bill,
    paymentState: amount.amount === left ? 'REFUNDED' : 'PARTLY_REFUNDED',
    refunds: [...bill.refunds, { amount, reason, refundedAt: SAID_BY_SERVER }],
  };
  return {
    outcome: billSeen(actor, held),
    adopt: ({ refunds }: Bill) => {
      held.bill = { ...held.bill, refunds };
    },
  };
};

export const ACCOUNTING_ANSWERS = { getBill, refundBill };
