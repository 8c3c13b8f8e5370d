import { Refusal, subjectOf, type Actor, type FieldError } from '@rungs/domain';
import type { CursorCodec } from './ports/cursor-codec.ts';

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;
/** Of the text that a list is searched for. */
export const MAX_SEARCH_CHARACTERS = 100;

export interface PageInput {
  /** 1 to 100; 20 when absent. */
  readonly limit?: number | undefined;
  /** Opaque cursor: what comes after it. Not together with `before`. */
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** A page of a list in a stable order. Cursors are opaque, signed, and good for this list and actor only. */
export interface Page<T> {
  readonly items: readonly T[];
  /** One for each item, for `after` and `before`. Signed when they are first looked at: most readers never do. */
  readonly cursors: readonly string[];
  /** Present when something follows; ask with `after`. */
  readonly next?: string;
  /** Present when something precedes; ask with `before`. */
  readonly previous?: string;
}

/** The values of the sort keys, the id last: where in the list a row stands. */
export type Position = readonly string[];

export interface Window {
  readonly limit: number;
  readonly after?: Position;
  readonly before?: Position;
}

/** Rows in list order, whichever way they were walked. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly positions: readonly Position[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** What a list is a list of: its operation, and the filter and sort that its cursors are bound to. */
export interface ListName {
  readonly operation: string;
  readonly filter: object;
}

/**
 * One keyset page. `list` names operation, filter and sort; the cursor is bound to it and to the actor,
 * so that a cursor of another list, or of another's list, is refused as `invalid-input`.
 */
export async function pageOf<T>(
  codec: CursorCodec,
  actor: Actor,
  list: ListName,
  page: PageInput,
  fetch: (window: Window) => Promise<Slice<T>>,
): Promise<Page<T>> {
  const scope = scopeOf(list, actor);
  const slice = await fetch(windowOf(codec, scope, page));
  const seal = (position: Position): string => codec.seal(position, scope);
  const last = slice.positions.at(-1);
  const first = slice.positions[0];
  let cursors: readonly string[] | undefined;
  return {
    items: slice.items,
    get cursors() {
      return (cursors ??= slice.positions.map(seal));
    },
    ...(slice.hasNext && last !== undefined ? { next: seal(last) } : {}),
    ...(slice.hasPrevious && first !== undefined ? { previous: seal(first) } : {}),
  };
}

/** How long the list is that this is a page of; refused wherever the page itself is. */
export async function countOf(
  codec: CursorCodec,
  actor: Actor,
  list: ListName,
  page: PageInput,
  count: () => Promise<number>,
): Promise<number> {
  windowOf(codec, scopeOf(list, actor), page);
  return count();
}

function scopeOf(list: ListName, actor: Actor): string {
  return canonicalJson({ ...list, subject: subjectOf(actor) });
}

function windowOf(codec: CursorCodec, scope: string, { limit = DEFAULT_LIMIT, after, before }: PageInput): Window {
  const errors: FieldError[] = [];
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    errors.push({ path: '/limit', message: `must be a whole number from 1 to ${MAX_LIMIT}` });
  }
  if (after !== undefined && before !== undefined) {
    errors.push({ path: '/before', message: 'must not come together with after' });
  }
  const open = (cursor: string | undefined, path: string): Position | undefined => {
    if (cursor === undefined) return undefined;
    const position = codec.open(cursor, scope);
    if (position === undefined) errors.push({ path, message: 'is not a cursor of this list' });
    return position;
  };
  const from = open(after, '/after');
  const to = open(before, '/before');
  if (errors.length > 0) throw new Refusal('invalid-input', { errors });
  return { limit, ...(from && { after: from }), ...(to && { before: to }) };
}

/** The page with each item as it is to be seen. */
export function mapPage<T, U>(page: Page<T>, view: (item: T) => U): Page<U> {
  const { next, previous } = page;
  return {
    items: page.items.map(view),
    get cursors() {
      return page.cursors;
    },
    ...(next !== undefined && { next }),
    ...(previous !== undefined && { previous }),
  };
}

/** A slice of nothing: what is hidden is simply not there. */
export const EMPTY_SLICE = { items: [], positions: [], hasNext: false, hasPrevious: false };

/** JSON with sorted members and nothing undefined: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
