import {
  type Address,
  type Location,
  MAX_NOTE_CHARACTERS,
  MAX_QUANTITY,
  MAX_REASON_CHARACTERS,
  Refusal,
} from '@rungs/domain';
import type { FormProperty, MintKey, Options } from './forms.ts';
import { HAL } from './hal.ts';

// The fields that several forms have. A nested member is said in dotted names (`address.street`), which unfold.ts
// reads. A form for a change comes filled in with what is there, and none of its fields is required: what is not sent
// stays as it is.

export function field(name: string, prompt: string, more: Partial<FormProperty> = {}): FormProperty {
  return { name, prompt, type: 'text', ...more };
}

/** Comes filled in and goes back as it came. */
export function hidden(name: string, prompt: string, value: string | number): FormProperty {
  return { name, prompt, type: 'hidden', readOnly: true, value };
}

// A form has no headers: what level 2 says in If-Match and Idempotency-Key travels as hidden properties, and the
// client that submits the form unread is safe against lost updates and against sending twice.

export function version(current: number): FormProperty {
  return { ...hidden('version', 'Version seen', current), required: true };
}

export function idempotencyKey(mintKey: MintKey): FormProperty {
  return hidden('idempotencyKey', 'Key of this one request', mintKey());
}

/** What a form has that changes a versioned thing. */
export function conditions(current: number, mintKey: MintKey): readonly FormProperty[] {
  return [version(current), idempotencyKey(mintKey)];
}

/** One of the things embedded as `item` behind a link: its id is what is sent, its name what is shown. */
export function oneOfItems(href: string): Options {
  return { link: { href, type: HAL }, promptField: 'name', valueField: 'id', maxItems: 1 };
}

export function oneOf(choices: readonly string[]): Options {
  return { inline: choices, maxItems: 1 };
}

export function yesOrNo(name: string, prompt: string, more: { value?: boolean; required?: true } = {}): FormProperty {
  const { value, ...rest } = more;
  const inline = [
    { prompt: 'Yes', value: 'true' },
    { prompt: 'No', value: 'false' },
  ];
  return field(name, prompt, { ...rest, value: value?.toString(), options: { inline, maxItems: 1 } });
}

export function quantity(min: 0 | 1, value: number): FormProperty {
  return { name: 'quantity', prompt: 'How many', type: 'number', required: true, min, max: MAX_QUANTITY, value };
}

export function menuItem(menuHref: string): FormProperty {
  return field('menuItemId', 'Dish', { required: true, options: oneOfItems(menuHref) });
}

const PAYMENT_TOKEN = '^tok_\\w{1,100}$';

export function paymentToken(more: Partial<FormProperty> = {}): FormProperty {
  return field('paymentToken', 'Payment token', { regex: PAYMENT_TOKEN, ...more });
}

export function deliveryNote(value?: string): FormProperty {
  return field('deliveryNote', 'Note for the courier', { type: 'textarea', maxLength: MAX_NOTE_CHARACTERS, value });
}

export function reason(prompt: string): FormProperty {
  const type = 'textarea';
  return field('reason', prompt, { type, required: true, minLength: 1, maxLength: MAX_REASON_CHARACTERS });
}

/** Four fields, of which all or none are needed. */
export function address(group: string, prompt: string, held?: Address, required?: true): readonly FormProperty[] {
  const part = (name: keyof Address, called: string, more: Partial<FormProperty>): FormProperty =>
    field(`${group}.${name}`, `${prompt}: ${called}`, { ...more, required, value: held?.[name] });
  return [
    part('street', 'street', { maxLength: 200 }),
    part('city', 'city', { maxLength: 200 }),
    part('postalCode', 'postal code', { maxLength: 20 }),
    part('country', 'country (ISO 3166-1, two letters)', { regex: '^[A-Z]{2}$' }),
  ];
}

/** WGS 84 degrees; `group` ends in a dot, or is empty where the operation takes them by themselves. */
export function location(group: '' | 'location.', held?: Location, required?: true): readonly FormProperty[] {
  return [
    field(`${group}lat`, 'Latitude', { type: 'number', min: -90, max: 90, required, value: held?.lat }),
    field(`${group}lon`, 'Longitude', { type: 'number', min: -180, max: 180, required, value: held?.lon }),
  ];
}

/** RFC 3339, with any offset. HAL-FORMS' own `datetime-local` says no offset, hence no instant. */
export function instant(name: string, prompt: string, more: Partial<FormProperty> = {}): FormProperty {
  const regex = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$';
  return field(name, prompt, { regex, minLength: 20, placeholder: '2026-11-22T18:30:00Z', ...more });
}

/** A row for each thing that is there, and empty ones up to so many in all. */
export function rows<T>(
  things: readonly T[],
  count: number,
  row: (thing: T | undefined, at: number) => readonly FormProperty[],
): readonly FormProperty[] {
  return Array.from({ length: Math.max(things.length, count) }, (_, at) => row(things[at], at)).flat();
}

/** How many rows a client wants a sheet to have; undefined where it leaves that to us. */
export function rowsAsked(query: { readonly rows?: unknown }, max: number): number | undefined {
  if (query.rows === undefined) return undefined;
  const count = Number(query.rows);
  if (Number.isInteger(count) && count >= 1 && count <= max) return count;
  throw new Refusal('invalid-input', {
    errors: [{ path: '/rows', message: `must be a whole number from 1 to ${max}` }],
  });
}
