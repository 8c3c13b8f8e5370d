import { Refusal } from '@rungs/domain';
import type { ChangeInput, HeldVersions } from '../operations.ts';
import { InvalidInput, readableMembers, type Unchecked } from '../unchecked.ts';

/**
 * Refuses a change that does not say, or does not match, the version it is meant for. `ofParts` are the versions of what
 * the change would replace along with the thing: whoever saw them must have seen the current ones.
 */
export function requireVersion(
  input: Unchecked<ChangeInput>,
  currentVersion: number,
  ...ofParts: readonly number[]
): void {
  const { expectedVersion, heldVersions, unlessVersions } = readableMembers(input);
  const current = [currentVersion, ...ofParts];
  if (unlessVersions !== undefined && isAmong(unlessVersions, current)) {
    throw new Refusal('stale-version', { expectedVersion: NO_VERSION, currentVersion });
  }
  if (heldVersions !== undefined) {
    if (isAmong(heldVersions, current)) return;
    throw new Refusal('stale-version', { expectedVersion: expectedVersion ?? NO_VERSION, currentVersion });
  }
  if (expectedVersion === undefined) {
    // Said, but unreadably so, is not the same as not said.
    const errors = input instanceof InvalidInput ? input.errors : [];
    if (errors.some(({ path }) => path === '/expectedVersion')) throw new Refusal('invalid-input', { errors });
    throw new Refusal('version-required', { currentVersion });
  }
  if (expectedVersion !== currentVersion) throw new Refusal('stale-version', { expectedVersion, currentVersion });
}

/** What is not a version of anything: versions begin at 0. */
export const NO_VERSION = -1;

function isAmong(versions: HeldVersions, current: readonly number[]): boolean {
  return versions === 'any' || versions.some((held) => isCurrent(held, current));
}

/** What was not seen, such as dishes by whoever saw the restaurant alone, is not asked for. */
function isCurrent(held: readonly number[], current: readonly number[]): boolean {
  return held.every((version, at) => current[at] === undefined || version === current[at]);
}
