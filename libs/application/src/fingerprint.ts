import { canonicalJson } from './paging.ts';
import type { ChangeInput } from './operations.ts';
import { readableMembers, type Unchecked } from './unchecked.ts';

/** What makes two requests with one idempotency key the same request: all of the input but the key. */
export function fingerprintOf<T extends ChangeInput>(input: Unchecked<T>): string {
  const { idempotencyKey: _key, ...rest } = readableMembers(input) as T;
  return canonicalJson(rest);
}
