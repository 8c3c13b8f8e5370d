// Where in an answer something stands. Every style wraps what it answers in a way of its own, so that the place is
// found by looking, and never written down.

/** Members from the outside to the inside: `['result', 'items', '0', 'id']`. */
export type Pointer = readonly string[];

/** The member at a path with dots: `items.0.id`; undefined where there is none. */
export function memberAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((held, name) => (held as Readonly<Record<string, unknown>> | undefined)?.[name], value);
}

interface Place {
  readonly at: Pointer;
  readonly value: unknown;
}

function* placesIn(value: unknown, at: Pointer = []): Generator<Place> {
  if (typeof value !== 'object' || value === null) {
    yield { at, value };
    return;
  }
  for (const [name, member] of Object.entries(value)) yield* placesIn(member, [...at, name]);
}

/**
 * The place in an answer whose value is that one and whose way there ends most like the path; the outermost of several
 * such. A page's `items.0.id` is found as `data.orders.nodes.0.id` and as `_embedded.item.0.id`.
 *
 * @param plain how values are to be taken before they are compared
 */
export function locate(
  answer: unknown,
  path: string,
  value: unknown,
  plain: (value: unknown) => unknown,
): Pointer | undefined {
  const wanted = path.split('.').reverse();
  const places = [...placesIn(answer)].filter((place) => plain(place.value) === plain(value));
  const likeness = ({ at }: Place): number => {
    const reversed = [...at].reverse();
    const differs = wanted.findIndex((name, index) => reversed[index] !== name);
    return differs === -1 ? wanted.length : differs;
  };
  return places.sort((a, b) => likeness(b) - likeness(a) || a.at.length - b.at.length)[0]?.at;
}

/** As JavaScript: `answer.result.items[0].id`. */
export function expressionOf(root: string, at: Pointer): string {
  return at.reduce((expression, name) => {
    if (/^\d+$/.test(name)) return `${expression}[${name}]`;
    return /^[A-Za-z_$][\w$]*$/.test(name) ? `${expression}.${name}` : `${expression}['${name}']`;
  }, root);
}

/** As JSONPath (RFC 9535): `$.result.items[0].id`. */
export function jsonPathOf(at: Pointer): string {
  return expressionOf('$', at);
}
