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
    const { unitOfWork, clock } = this;
    let capturable: string | undefined;
    const outcome = await takeStep({ unitOfWork, clock }, actor, input, {
      name: 'noteDelivered',
      on: DELIVERY,
      dispatches: true,
      holds: ({ delivery, bill }) => {
        const holds = delivery.state === 'DELIVERED';
        // Asked again, perhaps because the provider did not answer then: capturing twice takes the money once.
        if (holds) capturable = bill.authorizationCode;
        return holds;
      },
      change: (held) => deliverCase(held, clock.now()),
      then: async (transaction, held) => {
        await freeCourierOf(transaction, clock, actor, held);
        capturable = held.bill.authorizationCode;
      },
    });
    // After the commit: couriers would wait for their lock while the provider thinks.
    if (capturable !== undefined) await this.payments.capture(capturable);
    return outcome;
  }
}
