import type { Counts, Reads } from '@rungs/application';

export type ReadName = keyof Reads | keyof Counts;

/** What is wrong with a read: given its arguments and how it is done properly, throws or answers something else. */
type Fault = (asked: readonly unknown[], properly: () => Promise<unknown>) => unknown;

/** Reads and counts as they are, until one of them is made to fail. */
export class FaultyReads {
  private readonly faults = new Map<ReadName, Fault>();

  /** For `serveStyle`. */
  readonly through = <P extends Reads | Counts>(port: P): P =>
    new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...asked: readonly unknown[]): Promise<unknown> => {
          const properly = (): Promise<unknown> => method.apply(target, asked) as Promise<unknown>;
          const fault = this.faults.get(name as ReadName);
          return fault ? fault(asked, properly) : properly();
        };
      },
    });

  /** From now on this read does that; others, and other arguments where `about` is given, are as they were. */
  breakRead(name: ReadName, fault: Fault, about?: string): void {
    this.faults.set(name, (asked, properly) =>
      about === undefined || JSON.stringify(asked[0]).includes(about) ? fault(asked, properly) : properly(),
    );
  }

  mend(): void {
    this.faults.clear();
  }
}
