import { cleared, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { requireVersion } from '../policy/version.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, type Unchecked } from '../unchecked.ts';
import { changeBasket } from './basket-change.ts';

export class ClearBasket {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'clearBasket'>>): Promise<OutcomeOf<'clearBasket'>> {
    return changeBasket(this, actor, 'clearBasket', input, (_rows, held) => {
      // Clearing what is empty already holds as asked: nothing to change, and no version to miss.
      if (held.lines.length === 0) return Promise.resolve(held);
      requireVersion(input, held.version);
      checked(input);
      return Promise.resolve(cleared(held));
    });
  }
}
