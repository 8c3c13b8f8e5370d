import type {
  Actor,
  Basket,
  Bill,
  Consumer,
  Courier,
  Delivery,
  LocationPing,
  MenuItem,
  Order,
  Photo,
  RefusalCode,
  Restaurant,
  Ticket,
} from '@rungs/domain';
import type { InputOf, MenuImportView, OperationName } from '@rungs/application';

// The oracle: the rules of the domain page written a second time, plainly and slowly, in memory. It shares the
// shapes of the domain but none of its rules, so that a rule broken there, or in a style, shows as a difference.

export interface ModelCase {
  order: Order;
  ticket: Ticket;
  delivery: Delivery;
  bill: Bill;
  /** Oldest first. */
  track: readonly LocationPing[];
  /** The subject who cancelled. */
  cancelledBy?: string | undefined;
}

/** An import as it is when all of it was read: what a client sees that waits for it. */
export type ModelImport = Omit<MenuImportView, 'lines'> & {
  readonly lines: readonly (
    { readonly line: number; readonly menuItemId: string } | { readonly line: number; readonly refusal: RefusalShape }
  )[];
};

/** A refusal inside of an answer, as far as styles must agree on it. */
export interface RefusalShape {
  readonly code: RefusalCode;
  /** Of `invalid-input`: what was wrong. */
  readonly paths?: readonly string[];
}

export interface ModelState {
  readonly consumers: Map<string, Consumer>;
  readonly restaurants: Map<string, Restaurant>;
  /** By restaurant. */
  readonly menus: Map<string, readonly MenuItem[]>;
  /** By menu item. */
  readonly photos: Map<string, Photo>;
  readonly imports: Map<string, ModelImport>;
  readonly couriers: Map<string, Courier>;
  readonly cases: Map<string, ModelCase>;
  /** By `consumerId/restaurantId`. */
  readonly baskets: Map<string, Basket>;
  /** Outcomes kept by actor and idempotency key. */
  readonly kept: Map<string, KeptAnswer>;
}

export interface KeptAnswer {
  readonly request: string;
  readonly answer: Answer;
}

/** What only the server can say (a new id, the time, an authorization code): matches any text. */
export const SAID_BY_SERVER = '(said by the server)';

let unnamed = 0;

/** As SAID_BY_SERVER, for a thing that must be found again before the server has said its id. */
export function idToBeSaid(): string {
  unnamed += 1;
  return `${SAID_BY_SERVER} ${unnamed}`;
}

export type Answer =
  | {
      readonly outcome: unknown;
      /** Takes in what only the server could say: to be called with the outcome that it answered. */
      adopt?(said: unknown): void;
      /** It held already, or is a replay: a style that offers steps as forms may no longer offer it. */
      readonly again?: true;
    }
  | { readonly refused: RefusalCode; readonly paths?: readonly string[]; readonly again?: true };

/** What the model says in answer; `adopt` is called with the plain JSON of the operation's outcome. */
export type AnswerOf<N extends OperationName> = (state: ModelState, actor: Actor, input: InputOf<N>) => ModelOutcome;

export interface ModelOutcome {
  readonly outcome: unknown;
  adopt?(said: unknown): void;
  readonly again?: true;
}

/** Thrown inside the model to leave early; never seen outside. */
export class ModelRefusal extends Error {
  constructor(readonly shape: RefusalShape) {
    super(shape.code);
  }
}

/** Refuses; `paths` tell what of the input was wrong. */
export function refuse(code: RefusalCode, ...paths: readonly string[]): never {
  throw new ModelRefusal({ code, ...(paths.length > 0 && { paths }) });
}

/** A change goes to what the actor saw: it names the version, and the version is current. */
export function expectVersion(expected: number | undefined, { version }: { readonly version: number }): void {
  if (expected === undefined) refuse('version-required');
  if (expected !== version) refuse('stale-version');
}

/** Refuses input of which a limit does not hold; `limits` are path and whether it does. */
export function expectValid(limits: Readonly<Record<string, boolean>>): void {
  const wrong = Object.keys(limits).filter((path) => limits[path] === false);
  if (wrong.length > 0) refuse('invalid-input', ...wrong);
}

export function whole(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}

export function long(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most;
}

/** Equal in all that JSON can say, whatever the order of members. */
export function same(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const [x, y] = [a, b] as unknown as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((name) => same(x[name], y[name]));
}

/** The members of `asked` that were given and differ from what is held; none when it holds already. */
export function differing<T extends object>(held: object, asked: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(asked).filter(
      ([name, value]) => value !== undefined && !same(value, (held as Record<string, unknown>)[name]),
    ),
  ) as Partial<T>;
}

/** The first page of a list: `limit` of it, and whether more follow. */
export function firstPage<T>(listed: readonly T[], limit = 20): ModelOutcome {
  if (!whole(limit, 1, 100)) refuse('invalid-input', '/limit');
  return { outcome: { items: listed.slice(0, limit), hasNext: listed.length > limit } };
}

/** By these texts, one after the other; an id last, so that no two are equal. */
export function byText<T>(...texts: readonly ((one: T) => string)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const text of texts) {
      const [x, y] = [text(a), text(b)];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };
}

/** Every word of the search begins a word of one of the texts; a search without a word finds nothing, none finds all. */
export function found(search: string | undefined, ...texts: readonly string[]): boolean {
  if (search === undefined || search.trim() === '') return true;
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const wanted = wordsOf(search);
  return wanted.length > 0 && wanted.every((word) => texts.flatMap(wordsOf).some((held) => held.startsWith(word)));
}
