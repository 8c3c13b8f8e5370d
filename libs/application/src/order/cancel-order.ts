import { alreadyCancelledBy, cancelCase, type Actor } from '@rungs/domain';
import { freeCourierOf } from '../delivery/dispatch.ts';
import type { InputOf, OutcomeOf } from '../operations.ts';
import type { Clock } from '../ports/clock.ts';
import type { Payments } from '../ports/payments.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Unchecked } from '../unchecked.ts';
import { ORDER, takeStep } from './case-step.ts';

/** Cancels while APPROVED or ACCEPTED. The same cancel again by the same actor succeeds and changes nothing. */
export class CancelOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'cancelOrder'>>): Promise<OutcomeOf<'cancelOrder'>> {
    const { unitOfWork, payments, clock } = this;
    return takeStep({ unitOfWork, clock }, actor, input, {
      name: 'cancelOrder',
      on: ORDER,
      dispatches: true,
      holds: (held, _asked, by) => alreadyCancelledBy(held, by),
      change: (held) => cancelCase(held, actor),
      then: (transaction, held) => freeCourierOf(transaction, clock, actor, held),
      // After the commit: an authorization given back for an order that then lives on would be worse than one kept.
      settlesWith: payments,
    });
  }
}
