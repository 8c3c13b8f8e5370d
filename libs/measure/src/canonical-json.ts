/**
 * One text per value: members sorted by name, undefined ones left out as JSON does. Two view models are deeply equal
 * exactly when their texts are.
 *
 * @throws TypeError for what plain JSON cannot say: a Date, a Map, NaN, a function …
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value, ''));
}

function sorted(value: unknown, path: string): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => sorted(item, `${path}/${index}`));
  if (isPlainObject(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return Object.fromEntries(
      members
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, member]) => [name, sorted(member, `${path}/${name}`)]),
    );
  }
  throw new TypeError(`A view model is plain JSON; at "${path}" it has ${describe(value)}.`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function describe(value: unknown): string {
  return typeof value === 'object' ? `a ${value?.constructor.name}` : String(value);
}
