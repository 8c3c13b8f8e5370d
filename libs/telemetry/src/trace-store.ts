import type { ExchangeDocument } from './trace-document.ts';

export interface TraceStoreCapacity {
  readonly exchanges: number;
  /** Of the exchanges' own text, as estimated; the oldest go first. */
  readonly bytes: number;
}

interface Kept {
  readonly traceId: string;
  readonly subject: string;
  readonly document: ExchangeDocument;
  readonly bytes: number;
}

const BYTES_PER_EXCHANGE = 400;
const BYTES_PER_STATEMENT = 100;

/** The latest exchanges, bounded in number and size, each readable by its own subject alone. */
export class TraceStore {
  // A Map keeps the order of insertion, so it is the ring; exchanges of one trace are few.
  readonly #kept = new Map<number, Kept>();
  readonly #pending = new Map<string, Set<Promise<void>>>();
  #nextKey = 0;
  #bytes = 0;

  constructor(private readonly capacity: TraceStoreCapacity) {}

  /** Exchanges kept and their estimated size. */
  get size(): { readonly exchanges: number; readonly bytes: number } {
    return { exchanges: this.#kept.size, bytes: this.#bytes };
  }

  add(traceId: string, subject: string, document: ExchangeDocument): void {
    const bytes = estimatedBytes(document);
    this.#kept.set(this.#nextKey++, { traceId, subject, document, bytes });
    this.#bytes += bytes;
    for (const [key, oldest] of this.#kept) {
      if (this.#kept.size <= this.capacity.exchanges && this.#bytes <= this.capacity.bytes) break;
      this.#kept.delete(key);
      this.#bytes -= oldest.bytes;
    }
  }

  /** What this subject did in this trace, in the order in which it ended. */
  find(traceId: string, subject: string): readonly ExchangeDocument[] {
    return [...this.#kept.values()]
      .filter((kept) => kept.traceId === traceId && kept.subject === subject)
      .map(({ document }) => document);
  }

  /** Lets readers of this trace wait until the exchange has been completed. */
  expect(traceId: string, completion: Promise<void>): void {
    const pending = this.#pending.get(traceId) ?? new Set();
    this.#pending.set(traceId, pending.add(completion));
    void completion.finally(() => {
      pending.delete(completion);
      if (pending.size === 0) this.#pending.delete(traceId);
    });
  }

  /**
   * Waits until every exchange of the trace that is running now has been completed, or the time is up.
   *
   * @returns how many are still running
   */
  async settled(traceId: string, limitMs: number): Promise<number> {
    const pending = [...(this.#pending.get(traceId) ?? [])];
    if (pending.length === 0) return 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeUp = new Promise((resolve) => (timer = setTimeout(resolve, limitMs)));
    await Promise.race([Promise.all(pending), timeUp]);
    clearTimeout(timer);
    return this.#pending.get(traceId)?.size ?? 0;
  }
}

function estimatedBytes({ path, sql }: ExchangeDocument): number {
  return sql.statements.reduce(
    (sum, statement) => sum + BYTES_PER_STATEMENT + statement.text.length,
    BYTES_PER_EXCHANGE + path.length,
  );
}
