import { canonicalJson } from './paging.ts';
import type { ChangeInput } from './operations.ts';
import { InvalidInput, readableMembers, type Unchecked } from './unchecked.ts';

/**
 * What makes two requests with one idempotency key the same request: all of the input but the key, and what is wrong
 * with it. Without the latter a request put right would be taken for the one that was refused.
 */
export function fingerprintOf<T extends ChangeInput>(input: Unchecked<T>): string {
  // Which representation was held is HTTP's; the version that it shows is what every style says.
  const { idempotencyKey: _key, heldVersions: _held, asSent, ...rest } = readableMembers(input) as T;
  // The same patch of what has become another thing since is the same request still.
  if (asSent !== undefined) return asSent;
  return input instanceof InvalidInput ? canonicalJson([rest, input.errors]) : canonicalJson(rest);
}
