export interface IdGenerator {
  /** A new UUID version 7 (RFC 9562 §5.7). */
  next(): string;
}
