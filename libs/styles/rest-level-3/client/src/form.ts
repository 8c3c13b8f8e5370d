import type { Form, FormProperty } from './hypermedia.ts';

// Filling in a form: what the caller asks for is nested, a form is flat, and its names say which is which.

/** What the server fills in and takes back from whoever saw something else. */
const CONDITIONS = /(?:^|\.)(?:version|expectedVersion|idempotencyKey)$/;

const ROW = /\.\d+(?:\.|$)/;

/**
 * The fields to send, filled in with what was asked for (`name: { first }` is the field `name.first`); undefined when
 * the form has no way to say it. What was not asked for goes back as it came where it must be there, and is left out
 * where it need not: so it stays as it is. Of a list or group that was asked for, the other fields are emptied.
 */
export function filledIn(
  { properties = [] }: Pick<Form, 'properties'>,
  asked: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const given = flattened(asked);
  const fields = new Map(properties.map((property) => [property.name, property]));
  const sayable = [...given].every(([name, value]) => takes(fields.get(name), value));
  if (!sayable) return undefined;
  const sent = properties.flatMap((property): [string, unknown][] => {
    const { name, value } = property;
    if (given.has(name)) return [[name, given.get(name)]];
    const [member = name, ...below] = name.split('.');
    if (asked[member] !== undefined) return [[name, '']];
    return below.length === 0 && (property.required || property.type === 'hidden') ? [[name, value]] : [];
  });
  return Object.fromEntries(sent);
}

/** How many rows the longest list that was asked for needs. */
export function rowsNeeded(asked: Readonly<Record<string, unknown>>): number {
  return Math.max(1, ...Object.values(asked).map((member) => (Array.isArray(member) ? member.length : 0)));
}

/** What is hidden is not ours to change, but for what we saw. An empty text in a row of a list would leave the row out. */
function takes(property: FormProperty | undefined, value: unknown): boolean {
  if (property === undefined) return false;
  const { name, type, minLength = 0 } = property;
  if (value === '' && minLength > 0 && ROW.test(name)) return false;
  return type !== 'hidden' || property.value === value || CONDITIONS.test(name);
}

function flattened(asked: object, prefix = ''): Map<string, unknown> {
  const entries = Object.entries(asked).flatMap(([name, value]: [string, unknown]): (readonly [string, unknown])[] => {
    if (value === undefined) return [];
    if (typeof value !== 'object' || value === null) return [[prefix + name, value]];
    return [...flattened(value, `${prefix}${name}.`)];
  });
  return new Map(entries);
}
