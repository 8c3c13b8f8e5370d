import { lineErrors, quantityErrors, refuseInvalid, withAdded, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, type Unchecked } from '../unchecked.ts';
import { orderableItem } from './orderable-item.ts';
import { changeBasket } from './basket-change.ts';

/** Adds to what the basket holds of the dish; needs no version, since adding commutes. */
export class AddToBasket {
  constructor(
    readonly unitOfWork: UnitOfWork,
    readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'addToBasket'>>): Promise<OutcomeOf<'addToBasket'>> {
    return changeBasket(this, actor, 'addToBasket', input, async (rows, held) => {
      const { menuItemId, quantity } = checked(input);
      refuseInvalid(quantityErrors(quantity, '/quantity'));
      await orderableItem(rows, held.restaurantId, menuItemId);
      const changed = withAdded(held, { menuItemId, quantity });
      // The basket's own limits: a sum above 99, a 51st dish.
      refuseInvalid(lineErrors(changed.lines));
      return changed;
    });
  }
}
