import {
  ANONYMOUS,
  dishErrors,
  isRefusal,
  MAX_DISHES,
  newItem,
  refuseInvalid,
  withDishChanges,
  type Dish,
  type MenuItemId,
} from '@rungs/domain';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { PendingImportLine, Transaction, UnitOfWork } from '../ports/unit-of-work.ts';
import type { MenuImportLine } from '../views.ts';
import { importedDish } from './imported-dish.ts';

/**
 * Reads the lines of imports. Each is a transaction of its own, in which dish and report commit together: whoever goes
 * on after a crash begins with the first line that has no report.
 */
export class MenuImporter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** False when there is nothing left to read. */
  async readNextLine(): Promise<boolean> {
    return this.unitOfWork.run({
      // There is no key, and so nobody to keep an outcome for.
      actor: ANONYMOUS,
      operation: 'importMenu',
      fingerprint: '',
      prepare: () => Promise.resolve(),
      work: async (transaction) => {
        const pending = await transaction.claimImportLine();
        if (!pending) return false;
        await transaction.reportImportLine(pending.menuImportId, await this.read(transaction, pending));
        return true;
      },
    });
  }

  private async read(transaction: Transaction, pending: PendingImportLine): Promise<MenuImportLine> {
    const { line } = pending;
    try {
      // Refused before anything is written, so that nothing need be taken back.
      return { line, menuItemId: await this.take(transaction, pending) };
    } catch (error) {
      if (!isRefusal(error, 'invalid-input')) throw error;
      return { line, refusal: error.toData() };
    }
  }

  private async take(
    transaction: Transaction,
    { restaurantId, requestedBy, fields }: PendingImportLine,
  ): Promise<MenuItemId> {
    const restaurant = await transaction.lockRestaurant(restaurantId);
    if (!restaurant) throw new Error(`An import outlived its restaurant ${restaurantId}.`);
    const items = await transaction.lockMenuItems(restaurantId);
    const said = importedDish(fields, restaurant.currency);
    // A file has columns, not members: whatever is wrong with a price is wrong with its column.
    refuseInvalid(
      dishErrors(said, restaurant).map((error) => ({ ...error, path: error.path.replace(/^(\/[a-z]+)\/.*/, '$1') })),
    );
    const held = items.find(({ name }) => name === said.name);
    if (!held && items.length >= MAX_DISHES) {
      refuseInvalid([{ path: '/name', message: `would be one dish more than the ${MAX_DISHES} of a menu` }]);
    }
    const item = held ? withDishChanges(held, said) : newItem({ ...NOTHING_SAID, ...said }, this.ids.next());
    if (item === held) return item.id;
    if (!held) await transaction.saveRestaurant({ ...restaurant, version: restaurant.version + 1 });
    await transaction.saveMenuItem(restaurantId, item);
    await transaction.append({ type: 'importMenu', subjectId: item.id, actor: requestedBy, at: this.clock.now() });
    return item.id;
  }
}

/** What a new dish is where its line does not say. */
const NOTHING_SAID: Omit<Dish, 'name' | 'price'> = { description: '', available: true, tags: [] };
