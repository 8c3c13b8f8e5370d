import { holdsLine, lineErrors, quantityErrors, refuseInvalid, withLine, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { requireVersion } from '../policy/version.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, InvalidInput, type Unchecked } from '../unchecked.ts';
import { changeBasket } from './basket-change.ts';
import { orderableItem } from './orderable-item.ts';

/** Sets how many of a dish the basket holds; 0 takes it out. */
export class SetBasketLine {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'setBasketLine'>>): Promise<OutcomeOf<'setBasketLine'>> {
    return changeBasket(this, actor, 'setBasketLine', input, async (rows, held) => {
      // What holds already as asked succeeds again, even with the version of the first time (RFC 9110 §13.1.1).
      if (!(input instanceof InvalidInput) && holdsLine(held, input)) return held;
      requireVersion(input, held.version);
      const { menuItemId, quantity } = checked(input);
      refuseInvalid(quantityErrors(quantity, '/quantity', 0));
      if (quantity > 0) await orderableItem(rows, held.restaurantId, menuItemId);
      const changed = withLine(held, { menuItemId, quantity });
      if (changed.lines.length > 0) refuseInvalid(lineErrors(changed.lines));
      return changed;
    });
  }
}
