import { canonicalJson } from '@rungs/application';
import type { FieldError } from '@rungs/domain';

/** A member that its thing cannot be without. */
export const KEPT = Symbol('kept');

export type Members = Readonly<Record<string, unknown>>;

/** What of a thing a patch may change. */
export interface Patchable {
  /** What each member is when it is taken away: `KEPT`, or what its absence means. */
  readonly members: Members;
  /** The thing as it is shown to the actor: what a patch is about. Asked for only when the patch is about parts of it. */
  readonly current: () => Promise<object>;
  /** Members that are shown in one way and written in another. */
  readonly writtenAs?: Readonly<Record<string, (is: unknown, was: unknown) => Written>>;
}

export interface Written {
  readonly members: Members;
  readonly errors: readonly FieldError[];
}

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As JSON values, whatever the order of their members: RFC 6902 §4.6. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
