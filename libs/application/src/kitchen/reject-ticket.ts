import { MAX_REASON_CHARACTERS, refuseInvalid, rejectCase, textErrors, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { TICKET, takeStep } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { Payments } from '../ports/payments.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Unchecked } from '../unchecked.ts';

export class RejectTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: Payments,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'rejectTicket'>>): Promise<OutcomeOf<'rejectTicket'>> {
    const { unitOfWork, payments, clock } = this;
    return takeStep({ unitOfWork, clock }, actor, input, {
      name: 'rejectTicket',
      on: TICKET,
      holds: ({ ticket }, { reason }) => ticket.state === 'REJECTED' && ticket.rejectionReason === reason,
      change: (held, { reason }) => {
        refuseInvalid(textErrors(reason, '/reason', 1, MAX_REASON_CHARACTERS));
        return rejectCase(held, reason);
      },
      settlesWith: payments,
    });
  }
}
