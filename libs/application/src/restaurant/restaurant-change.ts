import {
  isUuid,
  Refusal,
  subjectOf,
  type Actor,
  type MenuItem,
  type Restaurant,
  type RestaurantId,
} from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { ChangeInput, MenuItemById, OperationName, RestaurantById } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import { mayManage } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { Transaction, UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';

interface Ports {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** What a change works on, locked. */
export interface HeldRestaurant {
  readonly transaction: Transaction;
  readonly restaurant: Restaurant;
  /** Tells that something has changed. */
  readonly note: () => Promise<void>;
}

export interface HeldMenuItem extends HeldRestaurant {
  readonly items: readonly MenuItem[];
  readonly item: MenuItem;
}

/** The course that every change of a restaurant or its menu takes, up to where the changes differ. */
export async function changeRestaurant<T extends RestaurantById & ChangeInput, V>(
  ports: Ports,
  actor: Actor,
  operation: OperationName,
  input: Unchecked<T>,
  change: (held: HeldRestaurant) => Promise<V>,
): Promise<V> {
  signedIn(actor);
  const { restaurantId = checked(input).restaurantId } = readableMembers(input);
  return run(ports, actor, operation, input, restaurantId, async (transaction, note) => {
    const restaurant = await lockRestaurant(transaction, restaurantId);
    if (!restaurant) throw new Refusal('restaurant-not-found', { id: restaurantId });
    refuseStrangers(actor, operation, restaurantId);
    return change({ transaction, restaurant, note });
  });
}

/** The same for one dish: its restaurant is locked too, since no two dishes of a menu have the same name. */
export async function changeMenuItem<T extends MenuItemById & ChangeInput, V>(
  ports: Ports,
  actor: Actor,
  operation: OperationName,
  input: Unchecked<T>,
  change: (held: HeldMenuItem) => Promise<V>,
): Promise<V> {
  signedIn(actor);
  const { restaurantId = checked(input).restaurantId, menuItemId = checked(input).menuItemId } = readableMembers(input);
  return run(ports, actor, operation, input, menuItemId, async (transaction, note) => {
    const restaurant = await lockRestaurant(transaction, restaurantId);
    const items = restaurant ? await transaction.lockMenuItems(restaurantId) : [];
    const item = items.find(({ id }) => id === menuItemId);
    if (!restaurant || !item) throw new Refusal('menu-item-not-found', { id: menuItemId });
    refuseStrangers(actor, operation, restaurantId);
    return change({ transaction, restaurant, items, item, note });
  });
}

function run<T extends ChangeInput, V>(
  { unitOfWork, clock }: Ports,
  actor: Actor,
  operation: OperationName,
  input: Unchecked<T>,
  subjectId: string,
  work: (transaction: Transaction, note: () => Promise<void>) => Promise<V>,
): Promise<V> {
  return unitOfWork.run({
    actor,
    operation,
    idempotencyKey: readableMembers(input).idempotencyKey,
    fingerprint: fingerprintOf(input),
    prepare: () => Promise.resolve(),
    work: (transaction) =>
      work(transaction, () =>
        transaction.append({ type: operation, subjectId, actor: subjectOf(actor), at: clock.now() }),
      ),
  });
}

function lockRestaurant(transaction: Transaction, restaurantId: RestaurantId): Promise<Restaurant | undefined> {
  return isUuid(restaurantId) ? transaction.lockRestaurant(restaurantId) : Promise.resolve(undefined);
}

/** Everybody sees restaurants and menus: whoever is not staff or support is forbidden. */
function refuseStrangers(actor: Actor, operation: OperationName, restaurantId: RestaurantId): void {
  if (!mayManage(restaurantId, actor)) throw new Refusal('forbidden', { operation, role: actor.role });
}
