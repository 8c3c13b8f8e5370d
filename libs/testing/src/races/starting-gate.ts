/**
 * Holds requests back until everybody has come to the gate, then lets all go at once. Reads pass: who looks for a form
 * first has found it before any rival changes anything.
 */
export class StartingGate {
  private awaited: number;
  private readonly opened = Promise.withResolvers<void>();

  constructor(entrants: number) {
    this.awaited = entrants;
  }

  /** For one entrant, who sends through the `fetch` it is given, and is no longer waited for when it ends. */
  async enter<T>(run: (through: typeof fetch) => Promise<T>): Promise<T> {
    let arrived = false;
    const arrive = (): void => {
      if (arrived) return;
      arrived = true;
      this.awaited -= 1;
      if (this.awaited === 0) this.opened.resolve();
    };
    try {
      return await run(async (target, init) => {
        if ((init?.method ?? 'GET') !== 'GET') {
          arrive();
          await this.opened.promise;
        }
        return fetch(target, init);
      });
    } finally {
      arrive();
    }
  }
}
