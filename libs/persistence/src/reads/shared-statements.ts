import DataLoader from 'dataloader';
import type { Statement } from './keyset.ts';
import { rowsOf, type StatementRunner, type StatementSource } from './statements.ts';

type Rows = readonly object[];

/** A row of several asks' answers: whose it is, counted from 1, and where it stands among the rows of that ask. */
interface SharedRow {
  readonly asked: number;
  readonly place: number;
}

/**
 * One statement for all asks of one tick that differ in their keys alone: for the orders of each listed consumer as for
 * the order of each listed ticket. An ask that has no such company runs as the statement that it is. Nothing is
 * remembered from one tick to the next, so that a read after a write finds what was written. Asks of different viewers
 * never meet where a statement takes its viewer, since a viewer is no key.
 */
export class SharedStatements implements StatementSource {
  private readonly loader: DataLoader<Statement, Promise<Rows>>;

  constructor(private readonly runner: StatementRunner) {
    // A promise for each ask, and not one for all: no ask waits for a statement that is not its own.
    this.loader = new DataLoader((asks) => Promise.resolve(this.answers(asks)), { cache: false });
  }

  async rows<R extends object>(statement: Statement): Promise<readonly R[]> {
    return (await this.loader.load(statement)) as readonly R[];
  }

  private answers(asks: readonly Statement[]): Promise<Rows>[] {
    const [first] = asks;
    if (first && asks.length === 1) return [rowsOf(this.runner, first)];
    const company = new Map<string, Map<string, Statement>>();
    const named = asks.map((ask) => ({ group: groupOf(ask), key: JSON.stringify(keysOf(ask)), ask }));
    for (const { group, key, ask } of named) {
      const members = company.get(group);
      if (members) members.set(key, ask);
      else company.set(group, new Map([[key, ask]]));
    }
    const found = new Map([...company].map(([group, members]) => [group, this.answersOf(members)] as const));
    return named.map(async ({ group, key }) => (await found.get(group))?.get(key) ?? []);
  }

  /** The rows of each of these asks, which differ in their keys alone. */
  private async answersOf(members: ReadonlyMap<string, Statement>): Promise<ReadonlyMap<string, Rows>> {
    const [[key, ask] = []] = members;
    if (key === undefined || ask === undefined) return new Map();
    if (members.size === 1) return new Map([[key, await rowsOf<object>(this.runner, ask)]]);
    const rows = await rowsOf<SharedRow>(this.runner, together([...members.values()]));
    const rowsByAsk = Map.groupBy(rows, ({ asked }) => asked);
    const inOrder = (found: SharedRow[] = []): Rows => found.sort((a, b) => a.place - b.place);
    return new Map([...members.keys()].map((name, index) => [name, inOrder(rowsByAsk.get(index + 1))]));
  }
}

/** Equal for asks that differ in their keys alone. */
function groupOf({ text, values, keys = [] }: Statement): string {
  return `${text}\n${JSON.stringify(values.filter((_value, index) => !keys.includes(index + 1)))}`;
}

function keysOf({ values, keys = [] }: Statement): readonly unknown[] {
  return keys.map((key) => values[key - 1]);
}

/** What several asks ask, which differ in their keys alone: one text for any number of them. */
export function together(asks: readonly Statement[]): Statement {
  const [{ text, values, keys = [] }] = asks as [Statement];
  const columns = keys.map((key) => `k${key}`).join(', ');
  const arrays = keys.map((key) => `$${key}::uuid[]`).join(', ');
  const own = text.replace(/\$(\d+)/g, (parameter, number) =>
    keys.includes(Number(number)) ? `asked.k${number}` : parameter,
  );
  return {
    // Numbering its rows keeps the order of each, and the planner from another plan than each would have by itself.
    text: `
    SELECT asked.number::integer AS asked, found.*
    FROM unnest(${arrays}) WITH ORDINALITY AS asked (${columns}, number)
    CROSS JOIN LATERAL (SELECT one.*, (row_number() OVER ())::integer AS place FROM (${own}) one) found`,
    values: values.map((value, index) =>
      keys.includes(index + 1) ? asks.map(({ values: others }) => others[index]) : value,
    ),
  };
}
