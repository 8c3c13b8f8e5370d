import { isNumber } from './variables.ts';

// JSON whose numbers may still be names: `{"expectedVersion":{{orderVersion}}}`.

const NUMBER_NAME = /\{\{(\w+)\}\}/g;
const MARK = '#number:';

/** Reads it; a number's name becomes a text that `prettyJson` knows again. */
export function parsedJson(json: string): unknown {
  return JSON.parse(
    json.replace(NUMBER_NAME, (whole, name: string) => (isNumber(name) ? `"${MARK}${name}"` : whole)),
  ) as unknown;
}

/** Laid out to be read. */
export function prettyJson(json: string): string {
  return printedJson(parsedJson(json));
}

/** What was read, laid out. */
export function printedJson(parsed: unknown): string {
  return JSON.stringify(parsed, undefined, 2).replaceAll(new RegExp(`"${MARK}(\\w+)"`, 'g'), '{{$1}}');
}

/** What JSON is made of, without its values. */
export type Shape = true | { readonly [member: string]: Shape } | readonly [Shape];

export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return [value.map(shapeOf).reduce(merged, true)];
  if (typeof value !== 'object' || value === null) return true;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
}

/** The members of both. */
export function merged(a: Shape, b: Shape): Shape {
  if (a === true) return b;
  if (b === true) return a;
  if (isList(a) || isList(b)) return isList(a) && isList(b) ? [merged(a[0], b[0])] : a;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, merged(a[name] ?? true, b[name] ?? true)]));
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** `{ orderId, lines: [{ menuItemId, quantity }] }`. */
export function shapeText(shape: Shape, said: Readonly<Record<string, string>> = {}): string {
  if (shape === true) return '…';
  if (isList(shape)) return `[${shapeText(shape[0])}]`;
  const members = Object.entries(shape).map(([name, member]) => {
    const key = /^[\w$]+$/.test(name) ? name : `'${name}'`;
    const value = said[name] ?? (member === true ? undefined : shapeText(member));
    return value === undefined ? key : `${key}: ${value}`;
  });
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
