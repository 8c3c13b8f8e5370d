import { InvalidInput, readableMembers, type Unchecked } from '@rungs/application';
import { isRefusal } from '@rungs/domain';
import { isObject, KEPT, type Members, type Patchable } from './patchable.ts';

/** RFC 7396 §4. */
export const MERGE_PATCH = 'application/merge-patch+json';

/**
 * The input of an operation that changes the members it is given, from a merge patch. Nested members are merged in
 * their turn (RFC 7396 §2), while the operation wants them whole: what the patch leaves out is as it is now.
 */
export async function patched<T>(
  parse: (members: unknown) => Unchecked<T>,
  patch: unknown,
  { members, current }: Pick<Patchable, 'members' | 'current'>,
): Promise<Unchecked<T>> {
  if (!isObject(patch)) return parse(patch);
  const whole = withoutNulls(parse, patch, members);
  if (!(whole instanceof InvalidInput) || !Object.values(patch).some(isObject)) return whole;
  // What cannot be read is refused by the operation itself, in the order in which it looks at things.
  const target = await current().catch((error: unknown) => {
    if (isRefusal(error)) return {};
    throw error;
  });
  return withoutNulls(parse, completed(patch, target), members);
}

/** What null says at the top: for the operation, a member that is not given stays. */
function withoutNulls<T>(
  parse: (members: unknown) => Unchecked<T>,
  patch: Members,
  patchable: Patchable['members'],
): Unchecked<T> {
  const taken = Object.entries(patchable).filter(([name]) => memberOf(patch, name) === null);
  const absences = taken.filter(([, absence]) => absence !== KEPT);
  // A later entry wins; `__proto__` becomes a member like any other, which the parser refuses.
  const input = parse(Object.fromEntries([...Object.entries(patch), ...absences]));
  const errors = taken
    .filter(([, absence]) => absence === KEPT)
    .map(([name]) => ({ path: `/${name}`, message: 'cannot be taken away' }));
  if (errors.length === 0) return input;
  const unreadable = input instanceof InvalidInput ? input.errors : [];
  return new InvalidInput<T>(readableMembers(input), [...errors, ...unreadable]);
}

/** The patch with its nested members completed from the target; what it does not speak of stays out. */
function completed(patch: Members, target: object): Members {
  return mapped(patch, (name, value) => (isObject(value) ? merged(memberOf(target, name), value) : value));
}

/** RFC 7396 §2, MergePatch. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const held = isObject(target) ? target : {};
  const whole = { ...held, ...mapped(patch, (name, value) => merged(memberOf(held, name), value)) };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
}

function mapped(members: Members, change: (name: string, value: unknown) => unknown): Members {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(name, value)]));
}

function memberOf(target: object, name: string): unknown {
  return Object.hasOwn(target, name) ? (target as Members)[name] : undefined;
}
