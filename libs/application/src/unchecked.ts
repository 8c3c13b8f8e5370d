import { type FieldError, Refusal } from '@rungs/domain';

/**
 * Input whose members have wrong types or are missing. A style hands it on instead of refusing at once,
 * because every style refuses in the same order: not found, forbidden, not allowed in this state and
 * stale come before invalid.
 */
export class InvalidInput<T> {
  constructor(
    /** The members that were readable: enough to find the thing that is asked for. */
    readonly partial: Partial<T>,
    readonly errors: readonly FieldError[],
  ) {}
}

export type Unchecked<T> = T | InvalidInput<T>;

export function readableMembers<T>(input: Unchecked<T>): Partial<T> {
  return input instanceof InvalidInput ? input.partial : input;
}

/** The whole input; throws `invalid-input` when a member was wrong. */
export function checked<T>(input: Unchecked<T>): T {
  if (input instanceof InvalidInput) throw new Refusal('invalid-input', { errors: input.errors });
  return input;
}
