import type { Unchecked } from '@rungs/application';
import { isRefusal, Refusal, type FieldError } from '@rungs/domain';
import type { ProtocolError } from '@rungs/http';
import { applyPatch, Pointer, type Operation } from 'rfc6902';
import { withErrors } from '../level.ts';
import { isObject, isSame, KEPT, type Members, type Patchable } from './patchable.ts';

/** RFC 6902 §6. */
export const JSON_PATCH = 'application/json-patch+json';

/** What is said of an operation that does not fit what is there: the problem is a conflict, not bad input. */
const DOES_NOT_FIT = 'does not fit what there is now';

const MOST_OPERATIONS = 100;
/** A copy of a copy of the whole doubles it each time. */
const MOST_CHARACTERS = 1024 * 1024;

/** A pointer (RFC 6901 §3), and names through which a careless patch would write into every object's prototype. */
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;
const POLLUTING: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Which members each operation has besides `op` and `path`: RFC 6902 §4. */
const NEEDS: Readonly<Record<string, 'value' | 'from' | undefined>> = {
  add: 'value',
  remove: undefined,
  replace: 'value',
  move: 'from',
  copy: 'from',
  test: 'value',
};

/**
 * The input of an operation that changes the members it is given, from a JSON Patch of the thing as its actor sees it.
 * The operations are tried one after the other on a copy: all of them count, or none does (RFC 6902 §5).
 *
 * Throws `unreadable` for what is no JSON Patch. What cannot be done is handed on, since there may be more important
 * things to refuse.
 */
export async function jsonPatched<T>(
  parse: (members: unknown) => Unchecked<T>,
  patch: unknown,
  patchable: Patchable,
): Promise<Unchecked<T>> {
  const operations = readOperations(patch);
  const uninvited = operations.flatMap(pollutionIn);
  if (uninvited.length > 0) return withErrors(parse({}), uninvited);
  const before = await patchable.current().catch((error: unknown) => {
    if (isRefusal(error)) return undefined;
    throw error;
  });
  // The operation finds that it is not there, or not to be seen, and says so in its own words and order.
  if (before === undefined) return withErrors(parse({}), [{ path: '', message: DOES_NOT_FIT }]);
  const { after, errors } = applied(operations, before);
  if (errors.length > 0) return withErrors(parse({}), errors);
  if (!isObject(after)) return withErrors(parse({}), [{ path: '', message: 'must be an object of named members' }]);
  return inputBetween(parse, before, after, patchable);
}

/**
 * RFC 5789 §2.2: a patch that does not fit what is there is a conflict, be it a test that fails or a target that is
 * not there. Nothing of it was done (RFC 6902 §5).
 */
export function conflictIn(refusal: Refusal): ProtocolError | undefined {
  if (!isRefusal(refusal, 'invalid-input')) return undefined;
  const found = refusal.details.errors.find(({ message }) => message === DOES_NOT_FIT);
  if (!found) return undefined;
  const which = found.path === '' ? 'patch' : `operation ${found.path} of the patch`;
  return { httpStatus: 409, title: 'Conflict', detail: `The ${which} ${DOES_NOT_FIT}; nothing was changed.` };
}

function readOperations(patch: unknown): readonly Operation[] {
  if (!Array.isArray(patch)) throw unreadable('a JSON Patch is a list of operations.');
  if (patch.length > MOST_OPERATIONS) throw unreadable(`a JSON Patch has at most ${MOST_OPERATIONS} operations here.`);
  patch.forEach((operation: unknown, at) => {
    const wrong = wrongWith(operation);
    if (wrong !== undefined) throw unreadable(`the operation /${at} ${wrong}`);
  });
  return patch as Operation[];
}

function wrongWith(operation: unknown): string | undefined {
  if (!isObject(operation)) return 'is no object.';
  const { op, path, from } = operation;
  if (typeof op !== 'string' || !Object.hasOwn(NEEDS, op))
    return `has no "op" out of ${Object.keys(NEEDS).join(', ')}.`;
  if (typeof path !== 'string' || !POINTER.test(path)) return 'has no "path" that is a JSON pointer.';
  if (NEEDS[op] === 'value' && !Object.hasOwn(operation, 'value')) return 'has no "value".';
  if (NEEDS[op] !== 'from') return undefined;
  if (typeof from !== 'string' || !POINTER.test(from)) return 'has no "from" that is a JSON pointer.';
  // §4.4.
  return op === 'move' && path.startsWith(`${from}/`) ? 'moves something into itself.' : undefined;
}

function unreadable(reason: string): Refusal {
  return new Refusal('unreadable', { reason });
}

function pollutionIn(operation: Operation, at: number): FieldError[] {
  const { path, from = '', value } = operation as { path: string; from?: string; value?: unknown };
  const paths = [
    ...(isPolluting(path) ? ['/path'] : []),
    ...(isPolluting(from) ? ['/from'] : []),
    ...pollutingNames(value, '/value'),
  ];
  return paths.map((each) => ({ path: `/${at}${each}`, message: 'is not yours to set' }));
}

function isPolluting(pointer: string): boolean {
  return Pointer.fromJSON(pointer).tokens.some((token) => POLLUTING.has(token));
}

function pollutingNames(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    POLLUTING.has(name) ? [`${path}/${name}`] : pollutingNames(member, `${path}/${new Pointer([name]).toString()}`),
  );
}

/** What becomes of a document; the errors of the first operation that cannot be done, and none after it is tried. */
function applied(operations: readonly Operation[], before: object): { after: unknown; errors: FieldError[] } {
  // In a member of its own, the whole is a target like any other: RFC 6902 §4.1 names "" among those of `add`.
  const held: { whole: unknown } = { whole: structuredClone(before) };
  let characters = JSON.stringify(held.whole).length;
  for (const [at, operation] of operations.entries()) {
    const steps = stepsOf(operation, held);
    characters += addedBy(steps);
    if (characters > MOST_CHARACTERS) return failed(at, 'makes too much of it');
    const isDone = steps.length > 0 && steps.every((step) => fits(step, held) && applyPatch(held, [step])[0] === null);
    if (!isDone) return failed(at, DOES_NOT_FIT);
  }
  return { after: held.whole, errors: [] };
}

function failed(at: number, message: string): { after: undefined; errors: FieldError[] } {
  return { after: undefined, errors: [{ path: `/${at}`, message }] };
}

/** An operation on the whole as operations on what holds it; none where what it copies or moves is not there. */
function stepsOf(operation: Operation, held: object): Operation[] {
  const path = `/whole${operation.path}`;
  if (operation.op !== 'move' && operation.op !== 'copy') return [{ ...operation, path }];
  const from = `/whole${operation.from}`;
  if (!isThere(from, held)) return [];
  const value: unknown = Pointer.fromJSON(from).get(held);
  // §4.4, §4.5: identical to these, and so are held to the same.
  const add: Operation = { op: 'add', path, value };
  return operation.op === 'move' ? [{ op: 'remove', path: from }, add] : [add];
}

function addedBy(steps: readonly Operation[]): number {
  return steps.reduce((sum, step) => sum + ('value' in step ? JSON.stringify(step.value).length : 0), 0);
}

/** RFC 6902 §4: the target must be there, or for `add` what is to hold it. */
function fits({ op, path }: Operation, held: object): boolean {
  if (op !== 'add') return isThere(path, held);
  const pointer = Pointer.fromJSON(path);
  const parent: unknown = isThere(pointer.parent().toString(), held) ? pointer.parent().get(held) : undefined;
  if (!Array.isArray(parent)) return isObject(parent);
  const token = pointer.tokens.at(-1)!;
  return token === '-' || (isIndex(token) && Number(token) <= parent.length);
}

/** Own members alone, and indices without leading zeros (RFC 6901 §4). */
function isThere(path: string, held: object): boolean {
  let at: unknown = held;
  for (const token of Pointer.fromJSON(path).tokens.slice(1)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, token)) return false;
    if (Array.isArray(at) && !isIndex(token)) return false;
    at = (at as Members)[token];
  }
  return true;
}

function isIndex(token: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(token);
}

/** The operation's input: the members that differ, where they are to be changed at all. */
function inputBetween<T>(
  parse: (members: unknown) => Unchecked<T>,
  before: object,
  after: Members,
  { members, writtenAs = {} }: Patchable,
): Unchecked<T> {
  const input: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [valueOf(before, name), valueOf(after, name)];
    if (isSame(was, is)) continue;
    const path = `/${new Pointer([name]).toString()}`;
    if (Object.hasOwn(writtenAs, name)) {
      const written = writtenAs[name]!(is, was);
      Object.assign(input, written.members);
      errors.push(...written.errors);
    } else if (!Object.hasOwn(members, name) && was !== undefined) {
      errors.push({ path, message: 'is not yours to set' });
    } else if (is !== undefined) input[name] = is;
    else if (members[name] === KEPT) errors.push({ path, message: 'cannot be taken away' });
    else input[name] = members[name];
  }
  return withErrors(parse(input), errors);
}

function valueOf(members: object, name: string): unknown {
  return Object.hasOwn(members, name) ? (members as Members)[name] : undefined;
}
