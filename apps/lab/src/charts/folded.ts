/** A long list shows its first few. */
const MOST = 16;
const SHOWN_OF_LONG = 12;

export function mayFold(all: readonly unknown[]): boolean {
  return all.length > MOST;
}

/** The first few of a long list, and those further on that must not be out of sight. */
export function folded<T>(all: readonly T[], isKept: (one: T) => boolean): readonly T[] {
  return mayFold(all) ? all.filter((one, index) => index < SHOWN_OF_LONG || isKept(one)) : all;
}
