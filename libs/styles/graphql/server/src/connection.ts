import { InvalidInput, type Page, type PageInput, type Unchecked } from '@rungs/application';
import { Refusal, type FieldError } from '@rungs/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { selects } from './look-ahead.ts';
import { failingWith } from './resolver-failures.ts';

// Relay's cursor connections over the use cases' keyset pages.

export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface Connection<N> {
  readonly edges: readonly { readonly cursor: string; readonly node: N }[];
  readonly nodes: readonly N[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Absent where nobody asked for it. One that fails is an error at its own path, and the page stands. */
  readonly totalCount?: Promise<number>;
}

/** How to count a list, where the selection below this field asks for it. */
export interface Counting<I extends PageInput> {
  readonly info: GraphQLResolveInfo;
  readonly count: (input: Unchecked<I>) => Promise<number>;
}

/**
 * One page of a list as a connection. `parse` makes the list's input of the page's members (and of whatever filter it
 * closes over); a member that is wrong is named as the argument that it came from. The count is taken along with the
 * page and not after it, so that the counts of several lists are asked for in one tick.
 */
export async function connectionOf<I extends PageInput, T, N>(
  args: ConnectionArgs,
  parse: (page: PageInput) => Unchecked<I>,
  list: (input: Unchecked<I>) => Promise<Page<T>>,
  nodeOf: (item: T) => N,
  counting?: Counting<I>,
): Promise<Connection<N>> {
  const errors = pairingErrors(args);
  const page = { limit: args.first ?? args.last ?? undefined, after: args.after, before: args.before };
  const input = errors.length > 0 ? new InvalidInput<I>({}, errors) : parse(page as PageInput);
  try {
    const listed = list(input);
    const totalCount =
      counting && selects(counting.info, 'totalCount') ? failingWith(counting.count(input)) : undefined;
    // Where the page is refused nobody looks at the count, which is refused as well.
    totalCount?.catch(() => undefined);
    return { ...connection(await listed, nodeOf), ...(totalCount && { totalCount }) };
  } catch (error) {
    throw inTermsOf(args, error);
  }
}

/** `first` goes with `after`, `last` with `before`: walking both ways at once has no meaning. */
function pairingErrors({ first, after, last, before }: ConnectionArgs): FieldError[] {
  const given = (value: unknown): boolean => value !== undefined && value !== null;
  if (given(first) && given(last)) return [{ path: '/last', message: 'must not come together with first' }];
  if (given(last) && !given(before)) return [{ path: '/before', message: 'is needed with last' }];
  if (given(last) && given(after)) return [{ path: '/after', message: 'goes with first, not with last' }];
  if (given(first) && given(before)) return [{ path: '/before', message: 'goes with last, not with first' }];
  return [];
}

/** Cursors are signed where they are selected. */
function connection<T, N>(page: Page<T>, nodeOf: (item: T) => N): Connection<N> {
  const nodes = page.items.map(nodeOf);
  return {
    edges: nodes.map((node, index) => ({
      get cursor() {
        return page.cursors[index] as string;
      },
      node,
    })),
    nodes,
    pageInfo: {
      hasNextPage: page.next !== undefined,
      hasPreviousPage: page.previous !== undefined,
      get startCursor() {
        return page.cursors[0] ?? null;
      },
      get endCursor() {
        return page.cursors.at(-1) ?? null;
      },
    },
  };
}

/** The use case knows a `limit`; the caller said `first` or `last`. */
function inTermsOf({ last }: ConnectionArgs, error: unknown): unknown {
  if (!(error instanceof Refusal) || error.code !== 'invalid-input') return error;
  const { errors } = error.details as { readonly errors: readonly FieldError[] };
  const limit = last === undefined || last === null ? '/first' : '/last';
  return new Refusal('invalid-input', {
    errors: errors.map(({ path, message }) => ({ path: path === '/limit' ? limit : path, message })),
  });
}
