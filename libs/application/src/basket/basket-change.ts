import { subjectOf, type Actor, type Basket } from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { ChangeInput } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { Clock } from '../ports/clock.ts';
import type { Rows, UnitOfWork } from '../ports/unit-of-work.ts';
import { readableMembers, type Unchecked } from '../unchecked.ts';
import type { BasketView } from '../views.ts';
import { basketKeyOf, basketToChange, viewOf, type BasketKey } from './basket-access.ts';

/** The course that every change of a basket takes: find, permit, change, keep, show. */
export async function changeBasket<T extends BasketKey & ChangeInput>(
  { unitOfWork, clock }: { readonly unitOfWork: UnitOfWork; readonly clock: Clock },
  actor: Actor,
  operation: 'addToBasket' | 'setBasketLine' | 'clearBasket',
  input: Unchecked<T>,
  change: (rows: Rows, held: Basket) => Promise<Basket>,
): Promise<BasketView> {
  signedIn(actor);
  const key = basketKeyOf(input);
  return unitOfWork.run({
    actor,
    operation,
    idempotencyKey: readableMembers(input).idempotencyKey,
    fingerprint: fingerprintOf(input),
    prepare: () => Promise.resolve(),
    work: async (transaction) => {
      const held = await basketToChange(transaction, actor, key, operation);
      const changed = await change(transaction, held);
      // It held already as asked: nothing to keep, and nothing happened.
      if (changed === held) return viewOf(transaction, actor, held);
      await transaction.saveBasket(changed);
      await transaction.append({
        type: operation,
        subjectId: key.consumerId,
        actor: subjectOf(actor),
        at: clock.now(),
      });
      return viewOf(transaction, actor, changed);
    },
  });
}
