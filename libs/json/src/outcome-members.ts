import { MAX_LIMIT } from '@rungs/application';
import { MAX_LAT_DEGREES, MAX_LON_DEGREES, MAX_QUANTITY } from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from './components.ts';
import {
  address as addressInput,
  integerFormat,
  MAX_INSTANT_CHARACTERS,
  UUID_CHARACTERS,
  WITHOUT_NUL,
} from './input-members.ts';

// What outcomes are made of. Nothing is parsed with these: they say what is answered, to readers and to tests.

/** An id of ours: a UUID in lower case. */
export function id(thing: string) {
  return z
    .string()
    .max(UUID_CHARACTERS)
    .meta({ description: `The id of the ${thing}.`, format: 'uuid' });
}

/** RFC 3339 in UTC with milliseconds. */
export function instant(description: string) {
  return z
    .string()
    .max(MAX_INSTANT_CHARACTERS)
    .meta({ description, format: 'date-time', examples: ['2026-11-22T18:04:11.201Z'] });
}

/** Text of people: anything but NUL. */
export function text(description: string, maxCharacters: number, ...examples: readonly string[]) {
  return z
    .string()
    .max(maxCharacters)
    .meta({ description, pattern: WITHOUT_NUL, ...(examples.length > 0 && { examples }) });
}

export function count(description: string, max: number = Number.MAX_SAFE_INTEGER) {
  return z
    .int()
    .min(0)
    .max(max)
    .meta({ description, format: integerFormat(max) });
}

/** A code of ISO 4217. */
export function currency(description = 'Currency code, ISO 4217.') {
  return z
    .string()
    .regex(/^[A-Z]{3}$/)
    .max(3)
    .meta({ description, examples: ['EUR'] });
}

export const version = count('Raised by each change of this thing’s own members.').meta({ examples: [3] });

/** What is ordered of one dish. */
export const quantity = z
  .int()
  .min(1)
  .max(MAX_QUANTITY)
  .meta({ description: 'How many of it.', format: integerFormat(MAX_QUANTITY), examples: [2] });

export const address = outcomeComponent(
  'Address',
  z.object(addressInput.shape).meta({ description: 'A postal address.' }),
);

export const coordinates = {
  lat: z.number().min(-MAX_LAT_DEGREES).max(MAX_LAT_DEGREES).meta({ description: 'Latitude in degrees.' }),
  lon: z.number().min(-MAX_LON_DEGREES).max(MAX_LON_DEGREES).meta({ description: 'Longitude in degrees.' }),
};

export const location = outcomeComponent(
  'Location',
  z.object(coordinates).meta({ description: 'A place on earth: WGS 84 degrees.' }),
);

export const money = outcomeComponent(
  'Money',
  z
    .object({
      amount: count('In whole minor units: cents, or yen.').meta({ examples: [1200] }),
      currency: currency(),
    })
    .meta({ description: 'An amount of money.' }),
);

export const charges = {
  subtotal: money.meta({ description: 'The sum of the lines.' }),
  deliveryFee: money.meta({ description: 'What bringing it costs.' }),
  serviceFee: money.meta({ description: 'What ordering it here costs.' }),
  tax: money.meta({ description: 'The tax on subtotal and service fee.' }),
  total: money.meta({ description: 'The sum of all of these.' }),
};

const cursor = z.string().min(1).max(2000).meta({ pattern: '^[\\x21-\\x7e]+$' });

/** A page of a list in the plain envelope. */
export function pageOf<S extends z.ZodType>(name: string, things: string, item: S) {
  return outcomeComponent(
    name,
    z
      .object({
        items: z
          .array(item)
          .max(MAX_LIMIT)
          .meta({ description: `The ${things} of this page, in the order of the list.` }),
        page: z
          .object({
            next: cursor.meta({ description: 'Ask with it as `after`; absent when nothing follows.' }).optional(),
            previous: cursor.meta({ description: 'Ask with it as `before`; absent when nothing precedes.' }).optional(),
          })
          .meta({ description: 'Opaque cursors of the neighbouring pages.' }),
      })
      .meta({ description: `A page of ${things}.` }),
  );
}
