import { InvalidInput, type OperationName, type InputOf, type Unchecked } from '@rungs/application';
import type { FieldError } from '@rungs/domain';
import { z } from 'zod';

/**
 * Members that only we set. Sent where the input does not take them, they are refused rather than ignored:
 * whoever sends one believes that it counts.
 */
const SERVER_OWNED: ReadonlySet<string> = new Set([
  'id',
  'version',
  'state',
  'actions',
  'availableActions',
  'role',
  'consumerId',
  'courierId',
  'total',
  'subtotal',
  'charges',
  'deliveryFee',
  'serviceFee',
  'tax',
  'price',
  'unitPrice',
  'currency',
  'lineItems',
  'placedAt',
  'cancelledBy',
  'paymentState',
  'authorizationCode',
  'refunds',
  'refundedAt',
  'acceptedAt',
  'preparingAt',
  'readyAt',
  'rejectionReason',
  'pickupAddress',
  'estimatedAt',
  'pickedUpAt',
  'deliveredAt',
  'lastLocation',
  'courierPhone',
  'currentDeliveryId',
  'photo',
  'byteLength',
  'requestedAt',
  'lineCount',
]);

/** Names through which a careless copy would write into every object's prototype: refused at any depth. */
const POLLUTING: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Deeper than any input of ours; what lies below is neither ours nor worth walking. */
const MAX_DEPTH = 32;

// More than any input of ours has. A megabyte holds hundreds of thousands, and looking at each would keep everybody else
// waiting for seconds.
const MAX_LIST_LENGTH = 500;
const MAX_VALUES = 20_000;

/** Of the errors of one input those that are told. */
const MAX_ERRORS = 100;

/** Whether a member that nobody knows is refused; lenient unless said otherwise. */
export type Handling = 'strict' | 'lenient';

/** Turns the plain members of one operation's input into the input, or into what is wrong with it. Never throws. */
export type InputParser<N extends OperationName> = (members: unknown, handling?: Handling) => Unchecked<InputOf<N>>;

/** A parser that remembers its schema, from which members in text form are told apart too. */
export type SchemaParser<N extends OperationName> = InputParser<N> & { readonly schema: z.ZodObject };

/**
 * The parser for one operation.
 *
 * Unknown members are ignored (the book's tolerant reader) unless handling is strict; server-owned and polluting ones are field errors; a
 * member with an error is missing from `partial`. `null` for an optional member means that it is absent.
 */
export function inputParser<N extends OperationName>(schema: z.ZodObject & z.ZodType<InputOf<N>>): SchemaParser<N> {
  const parse = (members: unknown, handling?: Handling): Unchecked<InputOf<N>> => {
    if (!isObject(members)) {
      return new InvalidInput<InputOf<N>>({}, [{ path: '', message: 'must be an object of named members' }]);
    }
    const excess = excessIn(members, schema);
    if (excess) return new InvalidInput(readableOf(plainOf(members), schema), [excess]);
    const errors: FieldError[] = [];
    findUninvited(members, schema, { path: '', depth: 0, handling }, errors);
    const parsed = schema.safeParse(members);
    for (const { path, message } of parsed.error?.issues ?? []) errors.push({ path: pointerTo(path), message });
    if (parsed.success && errors.length === 0) return parsed.data as InputOf<N>;
    return new InvalidInput(readableOf(members, schema), firstOfEachPath(errors).slice(0, MAX_ERRORS));
  };
  return Object.assign(parse, { schema });
}

/** An object or array as JSON, a form or XML yields it; never null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema under `optional`, `nullable` and transforms. */
export function coreOf(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return coreOf(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return coreOf(schema.def.in);
  return schema;
}

/** The schema of one member; own keys of the shape only. */
export function memberOf(schema: z.core.$ZodType | undefined, name: string): z.core.$ZodType | undefined {
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
}

/** The first list of the input that is too long, or the whole when there is too much in all. */
function excessIn(members: Record<string, unknown>, schema: z.ZodObject): FieldError | undefined {
  let values = 0;
  const walk = (
    value: unknown,
    known: z.core.$ZodType | undefined,
    path: string,
    depth: number,
  ): FieldError | undefined => {
    if (++values > MAX_VALUES) return { path: '', message: `must have at most ${MAX_VALUES} members in all` };
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return undefined;
    const core = coreOf(known);
    const isList = Array.isArray(value);
    if (isList && core instanceof z.ZodArray && value.length > MAX_LIST_LENGTH) {
      return { path, message: `must have at most ${MAX_LIST_LENGTH} members` };
    }
    for (const [name, member] of Object.entries(value)) {
      const element = isList && core instanceof z.ZodArray ? core.element : memberOf(core, name);
      const found = walk(member, element, path + pointerTo([name]), depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  return walk(members, schema, '', 0);
}

/** The members that are neither objects nor lists. */
function plainOf(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => typeof value !== 'object'));
}

function findUninvited(
  value: unknown,
  schema: z.core.$ZodType | undefined,
  { path, depth, handling }: { readonly path: string; readonly depth: number; readonly handling: Handling | undefined },
  errors: FieldError[],
): void {
  if (typeof value !== 'object' || value === null) return;
  const below = { depth: depth + 1, handling };
  if (depth > MAX_DEPTH) {
    errors.push({ path, message: `must not be nested deeper than ${MAX_DEPTH} levels` });
    return;
  }
  const core = coreOf(schema);
  if (Array.isArray(value)) {
    const element = core instanceof z.ZodArray ? core.element : undefined;
    value.forEach((item, index) => findUninvited(item, element, { path: `${path}/${index}`, ...below }, errors));
    return;
  }
  // Object.entries sees an own `__proto__`, which JSON.parse makes like any other member.
  for (const [name, member] of Object.entries(value as object)) {
    const at = `${path}${pointerTo([name])}`;
    const known = memberOf(core, name);
    const uninvited = POLLUTING.has(name) || (core instanceof z.ZodObject && SERVER_OWNED.has(name));
    if (known === undefined && uninvited) errors.push({ path: at, message: 'is not yours to set' });
    else if (known === undefined && member !== undefined && handling === 'strict')
      errors.push({ path: at, message: 'is unknown here' });
    else findUninvited(member, known, { path: at, ...below }, errors);
  }
}

function readableOf<T>(members: Record<string, unknown>, schema: z.ZodObject): Partial<T> {
  const readable: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(schema.shape)) {
    if (!Object.hasOwn(members, name)) continue;
    const parsed = z.safeParse(member, members[name]);
    if (parsed.success && parsed.data !== undefined) readable[name] = parsed.data;
  }
  return readable as Partial<T>;
}

/** RFC 6901 §3. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function firstOfEachPath(errors: readonly FieldError[]): FieldError[] {
  const byPath = new Map<string, FieldError>();
  for (const error of errors) if (!byPath.has(error.path)) byPath.set(error.path, error);
  return [...byPath.values()];
}
