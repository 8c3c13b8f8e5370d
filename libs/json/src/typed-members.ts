import { z } from 'zod';
import { location } from './input-members.ts';
import { coreOf, isObject, memberOf } from './input-parser.ts';

/** The members with the types that the schema has for them; what does not fit is left as it is. */
export function typedMembers(schema: z.ZodObject, texts: object): Record<string, unknown> {
  const typed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(texts)) {
    // Defined, not assigned: `__proto__` must stay an own member to be refused, and must not become the prototype.
    Object.defineProperty(typed, name, {
      value: typedValue(memberOf(schema, name), value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return typed;
}

function typedValue(schema: z.core.$ZodType | undefined, value: unknown): unknown {
  const core = coreOf(schema);
  if (core instanceof z.ZodArray) return itemsOf(value, core.element).map((item) => typedValue(core.element, item));
  if (core === location && typeof value === 'string') return locationOf(value);
  if (core instanceof z.ZodObject && isObject(value)) return typedMembers(core, value);
  if (typeof value !== 'string') return value;
  if (core instanceof z.ZodNumber) return numberOf(value);
  if (core instanceof z.ZodBoolean && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

/** A list is its member repeated, or for names out of a fixed set `A,B`; said but empty, it is the empty list. */
function itemsOf(value: unknown, element: z.core.$ZodType): readonly unknown[] {
  if (value === '') return [];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  // Any other text may hold a comma of its own.
  if (!(coreOf(element) instanceof z.ZodEnum)) return items;
  return items.flatMap((item) => (typeof item === 'string' ? item.split(',') : [item]));
}

/** `41.9,12.5`: latitude first, as in RFC 5870 §3.3. */
function locationOf(text: string): unknown {
  const [lat, lon, ...more] = text.split(',').map(numberOf);
  return more.length === 0 && typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : text;
}

/** As JSON writes numbers, RFC 8259 §6, but for leading zeros, which a form may have. */
function numberOf(text: string): number | string {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}
