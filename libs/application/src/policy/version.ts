import { Refusal } from '@rungs/domain';
import type { ChangeInput } from '../operations.ts';
import { InvalidInput, readableMembers, type Unchecked } from '../unchecked.ts';

/** Refuses a change that does not say, or does not match, the version it is meant for. */
export function requireVersion(input: Unchecked<ChangeInput>, currentVersion: number): void {
  const { expectedVersion } = readableMembers(input);
  if (expectedVersion === undefined) {
    // Said, but unreadably so, is not the same as not said.
    const errors = input instanceof InvalidInput ? input.errors : [];
    if (errors.some(({ path }) => path === '/expectedVersion')) throw new Refusal('invalid-input', { errors });
    throw new Refusal('version-required', { currentVersion });
  }
  if (expectedVersion !== currentVersion) throw new Refusal('stale-version', { expectedVersion, currentVersion });
}
