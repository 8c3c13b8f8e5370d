import { DEFAULT_LIMIT, MAX_LIMIT, PAYMENT_TOKEN_PATTERN } from '@rungs/application';
import {
  MAX_LAT_DEGREES,
  MAX_LON_DEGREES,
  MAX_NOTE_CHARACTERS,
  MAX_QUANTITY,
  MAX_REASON_CHARACTERS,
  parseInstant,
} from '@rungs/domain';
import { z } from 'zod';
import { inputComponent } from './components.ts';

// What inputs are made of. A schema refuses what cannot be read; the limits that `meta` names are the use cases' to
// check (in their own order), and stand here so that whoever reads the JSON Schema knows them too.

const saying =
  (message: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined ? 'is needed' : message;

/** May be absent, or null, which means the same. */
export function optional<S extends z.ZodType>(schema: S) {
  return schema
    .nullable()
    .transform((value) => value ?? undefined)
    .optional();
}

export const WITHOUT_NUL = '^[^\\u0000]*$';
export const UUID_CHARACTERS = 36;
/** With room for an offset, and for as many decimals as anybody measures. */
export const MAX_INSTANT_CHARACTERS = 64;

/** Which of OpenAPI's integers holds all numbers up to this one. */
export function integerFormat(max: number): 'int32' | 'int64' {
  return max < 2 ** 31 ? 'int32' : 'int64';
}

/** Text that PostgreSQL can hold and UTF-8 can carry: no NUL, no half of a surrogate pair. */
export const text = z
  .string({ error: saying('must be a text') })
  .refine((value) => !value.includes('\0') && value.isWellFormed(), 'must be well-formed text without NUL')
  .meta({ pattern: WITHOUT_NUL });

const anyId = z.string({ error: saying('must be a text') }).transform((value) => value.toLowerCase());

/** An id in text. One that names nothing is for the use case to refuse. RFC 9562 §4: UUIDs are lower case in output, and either in input. */
export function idOf(thing: string) {
  return anyId.meta({ description: `The id of the ${thing}.`, format: 'uuid', maxLength: UUID_CHARACTERS });
}

export const number = z.number({ error: saying('must be a number') });

export const flag = z.boolean({ error: saying('must be true or false') });

const anyInstant = z
  .string({ error: saying('must be an instant, 2026-11-22T18:04:11Z') })
  .transform((value, context) => {
    const parsed = parseInstant(value);
    if (parsed !== undefined) return parsed;
    context.addIssue('must be an instant, 2026-11-22T18:04:11Z');
    return z.NEVER;
  });

/** RFC 3339 with any offset; held in UTC with milliseconds. */
export function instant(description: string) {
  return anyInstant.meta({
    description,
    format: 'date-time',
    maxLength: MAX_INSTANT_CHARACTERS,
    examples: ['2026-11-22T18:04:11Z'],
  });
}

export function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, { error: saying(`must be one of ${values.join(', ')}`) });
}

export function listOf<S extends z.ZodType>(element: S) {
  return z.array(element, { error: saying('must be a list') });
}

/** An object with these members; others are ignored. */
export function members<S extends z.ZodRawShape>(shape: S, otherwise = 'must be an object of named members') {
  return z.object(shape, { error: saying(otherwise) });
}

// Said twice below: what a text is described by, its own pattern included, goes before the pattern that it is held to.
const COUNTRY = /^[A-Z]{2}$/;
const KEY = /^[\x21-\x7e]{1,255}$/;

export const address = inputComponent(
  'AddressInput',
  members({
    street: text
      .min(1, 'must not be empty')
      .max(200, 'must have at most 200 characters')
      .meta({ description: 'Street and house number.', examples: ['Via Roma 1'] }),
    city: text
      .min(1, 'must not be empty')
      .max(200, 'must have at most 200 characters')
      .meta({ description: 'City or town.', examples: ['Roma'] }),
    postalCode: text
      .min(1, 'must not be empty')
      .max(20, 'must have at most 20 characters')
      .meta({ description: 'Postal code, as written in its country.', examples: ['00184'] }),
    country: text.regex(COUNTRY, 'must be a country code of two capital letters (ISO 3166-1)').meta({
      description: 'Country code, ISO 3166-1 alpha-2.',
      pattern: COUNTRY.source,
      maxLength: 2,
      examples: ['IT'],
    }),
  }).meta({ description: 'A postal address.' }),
);

export const location = inputComponent(
  'LocationInput',
  members(
    {
      lat: number.meta({ description: 'Latitude in degrees.', minimum: -MAX_LAT_DEGREES, maximum: MAX_LAT_DEGREES }),
      lon: number.meta({ description: 'Longitude in degrees.', minimum: -MAX_LON_DEGREES, maximum: MAX_LON_DEGREES }),
    },
    // As a text (typed-members.ts) it is both of them, in this order.
    'must be a latitude and a longitude: as named members lat and lon, or in an address as 41.9,12.5',
  ).meta({ description: 'A place on earth: WGS 84 degrees.' }),
);

const currencyCode = text.meta({
  description: 'Currency code, ISO 4217.',
  pattern: '^[A-Z]{3}$',
  maxLength: 3,
  examples: ['EUR'],
});

export const currency = currencyCode.meta({ description: 'ISO 4217: every price on its menu is in it, for good.' });

/** Whole minor units and an ISO 4217 code; which of either are right is for the use case to say. */
export const money = inputComponent(
  'MoneyInput',
  members({
    amount: number.meta({
      description: 'In whole minor units: cents, or yen.',
      type: 'integer',
      minimum: 0,
      format: integerFormat(Number.MAX_SAFE_INTEGER),
      maximum: Number.MAX_SAFE_INTEGER,
      examples: [1200],
    }),
    currency: currencyCode,
  }).meta({ description: 'An amount of money.' }),
);

const quantity = number.meta({
  description: 'How many of it.',
  type: 'integer',
  format: integerFormat(MAX_QUANTITY),
  minimum: 1,
  maximum: MAX_QUANTITY,
  examples: [2],
});

/** One line of an order or a basket: so many of one dish. */
export const orderLine = { menuItemId: idOf('dish on the menu'), quantity };

/** The same where none are a number, too: it takes the line out. */
export const quantityOrNone = quantity.meta({ description: 'How many of it; 0 takes the line out.', minimum: 0 });

export const orderLines = inputComponent(
  'OrderLineInput',
  members(orderLine).meta({ description: 'So many of one dish.' }),
);

/** The version that the actor saw. Any whole number: one that no thing has is stale, and says so. */
export const expectedVersion = optional(
  z.int({ error: saying('must be a whole number') }).meta({
    format: integerFormat(Number.MAX_SAFE_INTEGER),
    description: 'The version that was seen. Needed where the thing changes by it, and must then be the current one.',
  }),
);

export const idempotencyKey = optional(
  text.regex(KEY, 'must be 1 to 255 visible ASCII characters without spaces').meta({
    pattern: KEY.source,
    maxLength: 255,
    description: 'Sent again with the same request it answers the first outcome again and changes nothing.',
    examples: ['8e03978e-40d5-43e8-bc93-6894a57f9324'],
  }),
);

/** What every change of a versioned thing may carry. */
export const change = { expectedVersion, idempotencyKey };

const cursor = text.meta({ maxLength: 2000 });

/** `limit`, `after`, `before` of every list; their defaults and bounds are the use cases'. */
export const page = {
  limit: optional(
    number.meta({
      description: 'At most so many on one page.',
      type: 'integer',
      format: integerFormat(MAX_LIMIT),
      minimum: 1,
      maximum: MAX_LIMIT,
      default: DEFAULT_LIMIT,
    }),
  ),
  after: optional(cursor.meta({ description: 'What comes after this cursor: a page’s own `next`.' })),
  before: optional(
    cursor.meta({ description: 'What comes before this cursor: a page’s own `previous`. Not together with `after`.' }),
  ),
};

export const deliveryNote = text.meta({
  description: 'What the courier is to know; empty takes the note away.',
  maxLength: MAX_NOTE_CHARACTERS,
  examples: ['Ring twice.'],
});

export const paymentToken = text.meta({
  description: 'A card, as the payment provider names it to us. `tok_declined` is declined.',
  pattern: PAYMENT_TOKEN_PATTERN.source,
  maxLength: 200,
  examples: ['tok_visa'],
});

export const reason = text.meta({ minLength: 1, maxLength: MAX_REASON_CHARACTERS });
