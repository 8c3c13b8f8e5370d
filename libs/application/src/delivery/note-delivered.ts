import { deliverCase, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { DELIVERY, takeStep } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { Payments } from '../ports/payments.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Unchecked } from '../unchecked.ts';
import { freeCourierOf } from './dispatch.ts';

/** The order is delivered, the payment captured, and the courier free for what has waited longest. */
export class NoteDelivered {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'noteDelivered'>>): Promise<OutcomeOf<'noteDelivered'>> {
    const { unitOfWork, payments, clock } = this;
    return takeStep({ unitOfWork, clock }, actor, input, {
      name: 'noteDelivered',
      on: DELIVERY,
      dispatches: true,
      holds: ({ delivery }) => delivery.state === 'DELIVERED',
      change: (held) => deliverCase(held, clock.now()),
      then: (transaction, held) => freeCourierOf(transaction, clock, actor, held),
      // After the commit: other couriers would wait for the dispatch lock while the provider thinks.
      settlesWith: payments,
    });
  }
}
