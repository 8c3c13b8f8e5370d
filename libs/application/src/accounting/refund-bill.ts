import {
  MAX_REASON_CHARACTERS,
  refundCase,
  refuseInvalid,
  textErrors,
  type Actor,
  type FieldError,
  type Money,
} from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { BILL, takeStep } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { Payments } from '../ports/payments.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Unchecked } from '../unchecked.ts';

/** Gives captured money back. A bill has no version: refunds add up, and an idempotency key keeps one from two. */
export class RefundBill {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'refundBill'>>): Promise<OutcomeOf<'refundBill'>> {
    const { unitOfWork, payments, clock } = this;
    return takeStep({ unitOfWork, clock }, actor, input, {
      name: 'refundBill',
      on: BILL,
      change: (held, { amount, reason }) => {
        refuseInvalid([
          ...amountErrors(amount, held.bill.total),
          ...textErrors(reason, '/reason', 1, MAX_REASON_CHARACTERS),
        ]);
        return refundCase(held, { amount, reason, refundedAt: clock.now() });
      },
      // Inside the transaction, which locks nothing that anybody else waits for: an order that is delivered moves no
      // more. A refund that the provider could not make is thus none, and may be asked for again.
      then: async (_transaction, held, { bill }) => {
        const { amount } = bill.refunds.at(-1) as (typeof bill.refunds)[number];
        await payments.refund(bill.authorizationCode, amount, `${bill.orderId}/${held.bill.refunds.length + 1}`);
      },
    });
  }
}

function amountErrors({ amount, currency }: Money, total: Money): FieldError[] {
  const errors: FieldError[] = [];
  if (!Number.isSafeInteger(amount) || amount < 1) {
    errors.push({ path: '/amount/amount', message: 'must be whole minor units, at least 1' });
  }
  if (currency !== total.currency) {
    errors.push({ path: '/amount/currency', message: `must be the bill's, ${total.currency}` });
  }
  return errors;
}
