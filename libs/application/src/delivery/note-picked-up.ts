import { pickUpCase, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { DELIVERY, takeStep } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Unchecked } from '../unchecked.ts';

export class NotePickedUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'notePickedUp'>>): Promise<OutcomeOf<'notePickedUp'>> {
    const { unitOfWork, clock } = this;
    return takeStep({ unitOfWork, clock }, actor, input, {
      name: 'notePickedUp',
      on: DELIVERY,
      holds: ({ delivery }) => delivery.state === 'PICKED_UP',
      change: (held) => pickUpCase(held, clock.now()),
    });
  }
}
