import { startPreparingCase, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { TICKET, takeStep } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Unchecked } from '../unchecked.ts';

export class StartPreparing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'startPreparing'>>): Promise<OutcomeOf<'startPreparing'>> {
    const { unitOfWork, clock } = this;
    return takeStep({ unitOfWork, clock }, actor, input, {
      name: 'startPreparing',
      on: TICKET,
      holds: ({ ticket }) => ticket.state === 'PREPARING',
      change: (held) => startPreparingCase(held, clock.now()),
    });
  }
}
