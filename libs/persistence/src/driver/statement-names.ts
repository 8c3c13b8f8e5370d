import { createHash } from 'node:crypto';

const MAX_NAMES = 256;
const MAX_REMEMBERED = 1024;

/**
 * Names for SQL that comes again: PostgreSQL parses and plans a named statement once per connection.
 * What is sent only once gets no name, since a name costs memory in every connection for as long as it lives;
 * for the same reason there are at most 256.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly seenOnce = new Set<string>();

  /** Undefined for SQL that is to be sent without a name. */
  nameOf(text: string): string | undefined {
    const held = this.names.get(text);
    if (held !== undefined) return held;
    if (!this.seenOnce.has(text)) {
      if (this.seenOnce.size >= MAX_REMEMBERED) this.seenOnce.clear();
      this.seenOnce.add(text);
      return undefined;
    }
    if (this.names.size >= MAX_NAMES) return undefined;
    const name = `rungs_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    this.names.set(text, name);
    this.seenOnce.delete(text);
    return name;
  }
}
