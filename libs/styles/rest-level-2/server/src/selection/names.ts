/**
 * Dotted names as a tree: `id`, `delivery.courier` are `{ id: {}, delivery: { courier: {} } }`. A map, since a client
 * writes the names: `__proto__` is one like any other.
 */
export type Names = ReadonlyMap<string, Names>;

export const NO_NAMES: Names = new Map();

/** A name with what is in it, of which a name in a path is one: nothing is where there is no such thing. */
export function namesOf(paths: Iterable<string>): Names {
  type Growing = Map<string, Growing>;
  const names: Growing = new Map();
  for (const path of paths) {
    let at = names;
    for (const name of path.split('.')) {
      const known = at.get(name) ?? new Map();
      at.set(name, known);
      at = known;
    }
  }
  return names;
}

/** Those that are not within another: whoever asks for `total` and `total.amount` gets all of the total. */
export function outermost(paths: ReadonlySet<string>): string[] {
  const isWithinAnother = (path: string): boolean => {
    for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
      if (paths.has(path.slice(0, end))) return true;
    }
    return false;
  };
  return [...paths].filter((path) => !isWithinAnother(path)).toSorted();
}

/** The first name on a path that the tree does not have, with what leads to it; undefined when it has them all. */
export function firstUnknown(path: string, known: Names): string | undefined {
  let at: Names | undefined = known;
  const way: string[] = [];
  for (const name of path.split('.')) {
    way.push(name);
    at = at.get(name);
    if (at === undefined) return way.join('.');
  }
  return undefined;
}

/** What is named and nothing else; a name without any below it is all of what it names. Lists are gone through. */
export function pruned(value: unknown, names: Names): unknown {
  if (names.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pruned(item, names));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const below = names.get(name);
      return below === undefined ? [] : [[name, pruned(member, below)]];
    }),
  );
}
