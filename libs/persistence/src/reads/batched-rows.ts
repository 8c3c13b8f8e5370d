import DataLoader from 'dataloader';
import type { RowKind } from './row-kinds.sql.ts';
import type { RowSource } from './row-source.ts';
import { rowsOf, type StatementRunner } from './statements.ts';

type Key = readonly string[];
type Loader = DataLoader<Key, readonly unknown[]>;

/**
 * A statement for each kind of row: what is asked for in one tick is found at once. One for each request. Nothing is
 * remembered from one batch to the next, so that a read after a write of the same request finds what was written.
 */
export class BatchedRows implements RowSource {
  private readonly loaders = new Map<RowKind<unknown>, Loader>();

  constructor(private readonly runner: StatementRunner) {}

  async rows<T>(kind: RowKind<T>, ...key: Key): Promise<readonly T[]> {
    return (await this.loaderOf(kind).load(key)) as readonly T[];
  }

  private loaderOf(kind: RowKind<unknown>): Loader {
    const known = this.loaders.get(kind);
    if (known) return known;
    const loader: Loader = new DataLoader((keys) => this.find(kind, keys), { cache: false });
    this.loaders.set(kind, loader);
    return loader;
  }

  private async find({ several, of }: RowKind<unknown>, keys: readonly Key[]): Promise<(readonly unknown[])[]> {
    // Without its cache a DataLoader does not notice that two ask for the same.
    const asked = [...new Map(keys.map((key) => [textOf(key), key])).values()];
    const columns = (asked[0] ?? []).map((_part, index) => asked.map((key) => key[index]));
    const rows = await rowsOf<{ key: string; record: object }>(this.runner, { text: several, values: columns });
    const found = new Map<string, unknown[]>();
    for (const { key, record } of rows) {
      const ofKey = found.get(key);
      if (ofKey) ofKey.push(of(record));
      else found.set(key, [of(record)]);
    }
    return keys.map((key) => found.get(textOf(key)) ?? []);
  }
}

/** As PostgreSQL writes ids: in lower case, however they were asked for. */
function textOf(key: Key): string {
  return key.join('/').toLowerCase();
}
