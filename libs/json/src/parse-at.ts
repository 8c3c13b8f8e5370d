import { InvalidInput, readableMembers, type Unchecked } from '@rungs/application';
import type { FieldError } from '@rungs/domain';
import type { Handling } from './input-parser.ts';

/**
 * An operation's input from the members of a body and the ids in the URI, by their names in the catalogue. The URI says
 * which thing is meant: an id that the body repeats must be the same, and is invalid input where it is not.
 */
export function parseAt<T>(
  parse: (members: unknown, handling?: Handling) => Unchecked<T>,
  members: Readonly<Record<string, unknown>>,
  ids: Readonly<Record<string, string>>,
  handling?: Handling,
): Unchecked<T> {
  const input = parse({ ...members, ...ids }, handling);
  const errors = contradictions(members, ids);
  if (errors.length === 0) return input;
  return new InvalidInput(readableMembers(input), [...errors, ...(input instanceof InvalidInput ? input.errors : [])]);
}

function contradictions(
  members: Readonly<Record<string, unknown>>,
  ids: Readonly<Record<string, string>>,
): FieldError[] {
  return Object.entries(ids)
    .filter(([name, id]) => {
      const repeated = Object.hasOwn(members, name) ? members[name] : undefined;
      if (repeated === undefined || repeated === null) return false;
      // RFC 9562 §4: a UUID may be written in either case.
      return typeof repeated !== 'string' || repeated.toLowerCase() !== id.toLowerCase();
    })
    .map(([name]) => ({ path: `/${name}`, message: 'must be the id in the URI, or be left out' }));
}
