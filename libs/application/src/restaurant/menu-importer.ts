import {
  ANONYMOUS,
  dishErrors,
  isRefusal,
  MAX_DISHES,
  newItem,
  Refusal,
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

  /**
   * False when there is nothing left to read.
   * @throws MenuImportLineFailed when the line could not be read by a fault of ours, and has been reported so.
   */
  async readNextLine(): Promise<boolean> {
    let claimed: PendingImportLine | undefined;
    try {
      return await this.transact(async (transaction) => {
        claimed = await transaction.claimImportLine();
        if (!claimed) return false;
        await transaction.reportImportLine(claimed.menuImportId, await this.read(transaction, claimed));
        return true;
      });
    } catch (error) {
      // What is unavailable may be there at the next try; a defect will not go away, and would hold up all imports.
      if (!claimed || isRefusal(error, 'unavailable')) throw error;
      const failed = claimed;
      const isReported = await this.transact((transaction) => giveUp(transaction, failed)).catch(() => false);
      throw isReported ? new MenuImportLineFailed(failed, error) : error;
    }
  }

  private transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.run({
      // There is no key, and so nobody to keep an outcome for.
      actor: ANONYMOUS,
      operation: 'importMenu',
      fingerprint: '',
      prepare: () => Promise.resolve(),
      work,
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

/** A line could not be read by a fault of ours, the `cause`. It is reported as `unavailable`: import it again. */
export class MenuImportLineFailed extends Error {
  override readonly name = 'MenuImportLineFailed';

  constructor({ menuImportId, line }: PendingImportLine, cause: unknown) {
    super(`Line ${line} of the menu import ${menuImportId} failed: ${String(cause)}`, { cause });
  }
}

/** Reports on a line that failed, unless somebody else has taken its import over meanwhile. */
async function giveUp(transaction: Transaction, { menuImportId, line }: PendingImportLine): Promise<boolean> {
  const pending = await transaction.claimImportLine();
  if (pending?.menuImportId !== menuImportId || pending.line !== line) return false;
  const refusal = new Refusal('unavailable', { part: 'The import of this line', retryAfterSeconds: 60 });
  await transaction.reportImportLine(menuImportId, { line, refusal: refusal.toData() });
  return true;
}

/** What a new dish is where its line does not say. */
const NOTHING_SAID: Omit<Dish, 'name' | 'price'> = { description: '', available: true, tags: [] };
