import {
  type Address,
  type Location,
  MAX_NOTE_CHARACTERS,
  MAX_QUANTITY,
  MAX_REASON_CHARACTERS,
  Refusal,
} from '@rungs/domain';
import { IDEMPOTENCY_KEY, type Choices, type FormProperty } from './forms.ts';
import { HAL } from './hal.ts';

// The fields that several forms have. A nested member is said in dotted names (`address.street`), which unfold.ts
// reads; what belongs together takes the part before as `prefix`, its dot included. A form for a change comes filled in
// with what is there, and none of its fields is required: what is not sent stays as it is.

/** What a field says besides its name and prompt. */
export interface Facts extends Omit<Partial<FormProperty>, 'name' | 'prompt' | 'value' | 'options'> {
  readonly value?: string | number | boolean | undefined;
  readonly options?: Choices;
}

export function field(name: string, prompt: string, { value, options, ...more }: Facts = {}): FormProperty {
  // HAL-FORMS §3.3.1.7: a value is a text, whatever it stands for.
  const text = value?.toString();
  return {
    name,
    prompt,
    type: 'text',
    ...more,
    value: text,
    // §3.4.2: how many may be chosen has to agree with `required`, and what is chosen now is said in a list as well.
    options: options && {
      ...options,
      maxItems: 1,
      ...(more.required && { minItems: 1 }),
      ...(text !== undefined && { selectedValues: [text] }),
    },
  };
}

/** Comes filled in and goes back as it came. */
export function hidden(name: string, prompt: string, value: string | number): FormProperty {
  return field(name, prompt, { type: 'hidden', readOnly: true, value });
}

/**
 * What a form has that changes a versioned thing. A form has no headers: what level 2 says in If-Match and
 * Idempotency-Key travels as hidden fields, and the client that submits the form unread is safe against lost updates
 * and against sending twice.
 */
export function conditions(version: number): readonly FormProperty[] {
  return [{ ...hidden('version', 'Version seen', version), required: true }, idempotencyKey()];
}

/** Comes without its value: each form gets a fresh one when it is sent (`withKeys`). */
export function idempotencyKey(): FormProperty {
  return field(IDEMPOTENCY_KEY, 'Key of this one request', { type: 'hidden', readOnly: true });
}

/** One of the things embedded as `item` behind a link: its id is what is sent, its name what is shown. */
export function oneOfItems(href: string): Choices {
  return { link: { href, type: HAL }, promptField: 'name', valueField: 'id' };
}

const YES_OR_NO: Choices = {
  inline: [
    { prompt: 'Yes', value: 'true' },
    { prompt: 'No', value: 'false' },
  ],
};

export function yesOrNo(name: string, prompt: string, more: Facts): FormProperty {
  return field(name, prompt, { ...more, options: YES_OR_NO });
}

export function dish(name: string, prompt: string, menuHref: string, more: Facts): FormProperty {
  return field(name, prompt, { ...more, options: oneOfItems(menuHref) });
}

export function quantity(name: string, more: Facts): FormProperty {
  return field(name, 'How many', { type: 'number', min: 1, max: MAX_QUANTITY, ...more });
}

const PAYMENT_TOKEN = '^tok_\\w{1,100}$';

export function paymentToken(more: Facts = {}): FormProperty {
  return field('paymentToken', 'Payment token', { regex: PAYMENT_TOKEN, ...more });
}

export function deliveryNote(value?: string): FormProperty {
  return field('deliveryNote', 'Note for the courier', { type: 'textarea', maxLength: MAX_NOTE_CHARACTERS, value });
}

export function reason(): FormProperty {
  const limits = { minLength: 1, maxLength: MAX_REASON_CHARACTERS };
  return field('reason', 'Why', { type: 'textarea', required: true, ...limits });
}

/** Four fields, of which all or none are needed. */
export function address(prefix: string, prompt: string, held?: Address, required?: true): readonly FormProperty[] {
  const part = (name: keyof Address, called: string, more: Facts): FormProperty =>
    field(`${prefix}${name}`, `${prompt}: ${called}`, { ...more, required, value: held?.[name] });
  return [
    part('street', 'street', { maxLength: 200 }),
    part('city', 'city', { maxLength: 200 }),
    part('postalCode', 'postal code', { maxLength: 20 }),
    part('country', 'country (ISO 3166-1, two letters)', { regex: '^[A-Z]{2}$' }),
  ];
}

/** WGS 84 degrees, to a tenth of a metre: of a number without `step`, form clients take whole ones alone. */
export function location(prefix: string, held?: Location, required?: true): readonly FormProperty[] {
  const degrees = (name: keyof Location, prompt: string, max: number): FormProperty =>
    field(`${prefix}${name}`, prompt, { type: 'number', min: -max, max, step: 1e-6, required, value: held?.[name] });
  return [degrees('lat', 'Latitude', 90), degrees('lon', 'Longitude', 180)];
}

/** RFC 3339, with any offset. HAL-FORMS' own `datetime-local` says no offset, hence no instant. */
export function instant(name: string, prompt: string, more: Facts = {}): FormProperty {
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
