import { canonicalJson, type CountedOrders } from '@rungs/application';
import DataLoader from 'dataloader';
import { orderCountsStatement } from './counts.sql.ts';
import { SqlCounts } from './sql-counts.ts';
import { rowsOf } from './statements.ts';

/**
 * Orders counted for several consumers in one tick are counted in one statement, where nothing but the consumer differs.
 * One for each request; nothing is remembered from one batch to the next.
 */
export class BatchedCounts extends SqlCounts {
  private readonly loaders = new Map<string, DataLoader<string, number>>();

  override countOrders({ consumerId, ...filter }: CountedOrders): Promise<number> {
    return consumerId === undefined ? super.countOrders(filter) : this.loaderFor(filter).load(consumerId);
  }

  private loaderFor(filter: Omit<CountedOrders, 'consumerId'>): DataLoader<string, number> {
    const name = canonicalJson(filter);
    const known = this.loaders.get(name);
    if (known) return known;
    const loader = new DataLoader<string, number>((consumerIds) => this.countsOf(consumerIds, filter), {
      cache: false,
    });
    this.loaders.set(name, loader);
    return loader;
  }

  private async countsOf(
    consumerIds: readonly string[],
    filter: Omit<CountedOrders, 'consumerId'>,
  ): Promise<readonly number[]> {
    const asked = [...new Set(consumerIds.map((id) => id.toLowerCase()))];
    const [only, another] = asked;
    if (only !== undefined && another === undefined) {
      const count = await super.countOrders({
        ...filter,
        consumerId: only as NonNullable<CountedOrders['consumerId']>,
      });
      return consumerIds.map(() => count);
    }
    const rows = await rowsOf<{ key: string; count: number }>(this.runner, orderCountsStatement(asked, filter));
    const counts = new Map(rows.map(({ key, count }) => [key, count]));
    return consumerIds.map((id) => counts.get(id.toLowerCase()) ?? 0);
  }
}
