import { InvalidInput, type Unchecked } from '@rungs/application';
import { isRefusal } from '@rungs/domain';

/** RFC 7396. Plain JSON is read as the same: it has no meaning of its own for PATCH. */
export const PATCH_TYPES = ['application/merge-patch+json', 'application/json'] as const;

/** A member that its thing cannot be without. */
export const KEPT = Symbol('kept');

export interface Patchable {
  /** What each member is when null takes it away: `KEPT`, or what its absence means. */
  readonly members: Readonly<Record<string, unknown>>;
  /** The thing as the actor sees it. Asked for only when the patch says a part of a nested member. */
  readonly current: () => Promise<object>;
}

/**
 * The input of an operation that changes the members it is given, from a merge patch. Nested members are merged in
 * their turn (RFC 7396 §2), while the operation wants them whole: what the patch leaves out is as it is now.
 */
export async function patched<T>(
  parse: (members: unknown) => Unchecked<T>,
  patch: unknown,
  { members, current }: Patchable,
): Promise<Unchecked<T>> {
  if (!isObject(patch)) return parse(patch);
  const whole = withoutNulls(parse, patch, members);
  if (!(whole instanceof InvalidInput) || !Object.values(patch).some(isObject)) return whole;
  // What cannot be read is refused by the operation itself, in the order in which it looks at things.
  const target = await current().catch((error: unknown) => {
    if (isRefusal(error)) return {};
    throw error;
  });
  return withoutNulls(parse, mergedInto(target, patch), members);
}

function withoutNulls<T>(
  parse: (members: unknown) => Unchecked<T>,
  patch: Readonly<Record<string, unknown>>,
  members: Patchable['members'],
): Unchecked<T> {
  const taken = Object.keys(members).filter((name) => Object.hasOwn(patch, name) && patch[name] === null);
  const kept = taken.filter((name) => members[name] === KEPT);
  const absences = taken.filter((name) => members[name] !== KEPT).map((name) => [name, members[name]]);
  const input = parse(entriesInto([...Object.entries(patch), ...(absences as [string, unknown][])]));
  if (kept.length === 0) return input;
  const errors = kept.map((name) => ({ path: `/${name}`, message: 'cannot be taken away' }));
  return input instanceof InvalidInput
    ? new InvalidInput(input.partial, [...errors, ...input.errors])
    : new InvalidInput<T>(input as Partial<T>, errors);
}

/** The patch with its nested objects completed from the target; what it does not speak of stays out. */
function mergedInto(target: object, patch: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return entriesInto(
    Object.entries(patch).map(([name, value]) => [
      name,
      isObject(value) ? merged(memberOf(target, name), value) : value,
    ]),
  );
}

/** RFC 7396 §2, MergePatch. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const held = isObject(target) ? Object.entries(target).filter(([name]) => !Object.hasOwn(patch, name)) : [];
  const said = Object.entries(patch).filter(([, value]) => value !== null);
  return entriesInto([
    ...held,
    ...said.map(([name, value]): [string, unknown] => [name, merged(memberOf(target, name), value)]),
  ]);
}

function memberOf(target: unknown, name: string): unknown {
  return isObject(target) && Object.hasOwn(target, name) ? target[name] : undefined;
}

/** `__proto__` becomes a member like any other, for the parser to refuse. */
function entriesInto(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
