import type { IdGenerator } from './ports/id-generator.ts';

/** Idempotency keys for requests that a server prepares for its clients, who then need not make any up. */
export class FreshKeys {
  constructor(private readonly ids: IdGenerator) {}

  next(): string {
    return this.ids.next();
  }
}
