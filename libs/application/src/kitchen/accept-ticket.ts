import type { Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { takeStep } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Unchecked } from '../unchecked.ts';
import { acceptance } from './acceptance.ts';

export class AcceptTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'acceptTicket'>>): Promise<OutcomeOf<'acceptTicket'>> {
    const { unitOfWork, clock } = this;
    return takeStep({ unitOfWork, clock }, actor, input, acceptance(clock));
  }
}
