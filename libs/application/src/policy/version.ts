import { Refusal } from '@rungs/domain';

/** Refuses a change that does not say, or does not match, the version it is meant for. */
export function requireVersion(expectedVersion: number | undefined, currentVersion: number): void {
  if (expectedVersion === undefined) throw new Refusal('version-required', { currentVersion });
  if (expectedVersion !== currentVersion) throw new Refusal('stale-version', { expectedVersion, currentVersion });
}
