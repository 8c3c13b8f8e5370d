import {
  DELIVERY_STATES,
  ORDER_STATES,
  PAYMENT_STATES,
  REFUSAL_CODES,
  TICKET_STATES,
  type RefusalCode,
  type RefusalDetails,
} from '@rungs/domain';
import { z } from 'zod';
import { outcomeComponent } from './components.ts';
import { integerFormat } from './input-members.ts';
import type { RefusalJson } from './outcomes.ts';
import { count, currency as currencyCode, instant } from './outcome-members.ts';
import type { Same } from './same.ts';

// What was said by the asker comes back in these, whatever it was.
const ANY_TEXT = '^[\\s\\S]*$';
const MAX_SAID_CHARACTERS = 10_000;
const said = (description: string) => z.string().max(MAX_SAID_CHARACTERS).meta({ description, pattern: ANY_TEXT });

const nothingAt = z.object({ id: said('The id by which it was asked for.') });
const currency = currencyCode();
const inState = <const T extends readonly [string, ...string[]]>(states: T) =>
  z.object({ state: z.enum(states).meta({ description: 'The state in which it is now.' }) });

/** What each refusal tells beside its code and sentence. */
export const REFUSAL_DETAILS = {
  unauthenticated: z.object({
    reason: z.enum(['missing', 'invalid', 'expired']).meta({ description: 'What is the matter with the credential.' }),
  }),
  unreadable: z.object({ reason: said('What cannot be read.') }),
  'operation-unknown': z.object({ operation: said('What was asked for.') }),
  'consumer-not-found': nothingAt,
  'restaurant-not-found': nothingAt,
  'menu-item-not-found': nothingAt,
  'basket-not-found': nothingAt,
  'order-not-found': nothingAt,
  'ticket-not-found': nothingAt,
  'delivery-not-found': nothingAt,
  'courier-not-found': nothingAt,
  'bill-not-found': nothingAt,
  'photo-not-found': nothingAt.extend({
    gone: z.literal(true).optional().meta({ description: 'There was one, and it was taken away.' }),
  }),
  'menu-import-not-found': nothingAt,
  forbidden: z.object({ operation: said('What was asked for.'), role: said('As whom.') }),
  'order-not-cancellable': inState(ORDER_STATES),
  'order-not-revisable': inState(ORDER_STATES),
  'ticket-not-acceptable': inState(TICKET_STATES),
  'ticket-not-rejectable': inState(TICKET_STATES),
  'preparation-not-startable': inState(TICKET_STATES),
  'preparation-not-finishable': inState(TICKET_STATES),
  'pickup-not-allowed': inState(DELIVERY_STATES),
  'dropoff-not-allowed': inState(DELIVERY_STATES),
  'courier-not-assignable': inState(DELIVERY_STATES),
  'location-not-reportable': inState(DELIVERY_STATES),
  'bill-not-refundable': inState(PAYMENT_STATES),
  'version-required': z.object({ currentVersion: count('The version to name.') }),
  'stale-version': z.object({
    expectedVersion: z
      .int()
      .meta({ description: 'The version that was named.', format: integerFormat(Number.MAX_SAFE_INTEGER) }),
    currentVersion: count('The version that is current.'),
  }),
  'invalid-input': z.object({
    errors: z
      .array(
        z
          .object({
            path: said('Where: a JSON pointer into the input (RFC 6901), empty for the whole.'),
            message: said('What is wrong there.'),
          })
          .meta({ description: 'One thing that is wrong.' }),
      )
      .min(1)
      .max(1000)
      .meta({ description: 'What is wrong, member by member.' }),
  }),
  'menu-item-unavailable': z.object({
    menuItemId: said('The id of the dish.'),
    name: said('What it is called.'),
  }),
  'restaurant-closed': z.object({ restaurantId: said('The id of the restaurant.') }),
  'basket-empty': z.object({ restaurantId: said('The id of the restaurant.') }),
  'payment-declined': z.object({ amount: count('What was to be authorized, in minor units.'), currency }),
  'ready-by-out-of-range': z.object({
    earliest: instant('The earliest time that can be promised.'),
    latest: instant('The latest.'),
  }),
  'courier-busy': z.object({ courierId: said('The id of the courier.') }),
  'courier-unavailable': z.object({ orderId: said('The id of the order that waits.') }),
  'refund-exceeds-payment': z.object({
    refundableAmount: count('What can still be paid back, in minor units.'),
    currency,
  }),
  'idempotency-conflict': z.object({ idempotencyKey: said('The key that was used before.') }),
  unavailable: z.object({
    part: said('What does not answer.'),
    retryAfterSeconds: count('When to ask again.'),
  }),
} as const satisfies { readonly [C in RefusalCode]: z.ZodObject };

type SchemaOf<C extends RefusalCode> = z.infer<(typeof REFUSAL_DETAILS)[C]>;

/** Details that a schema does not describe, or not as they are, are a type error here. */
({}) satisfies { readonly [C in RefusalCode as Same<SchemaOf<C>, RefusalDetails[C]> extends true ? never : C]: never };

/** A refusal, each with its own details. The cast says what the line above has shown, code by code. */
export const refusal = outcomeComponent(
  'Refusal',
  z
    .union(
      REFUSAL_CODES.map((code) =>
        z
          .object({
            code: z.literal(code).meta({ description: 'What kind of refusal it is, the same in every style.' }),
            message: said('The same for people.'),
            details: REFUSAL_DETAILS[code].meta({ description: 'What belongs to it.' }),
          })
          .meta({ description: `\`${code}\`` }),
      ),
    )
    .meta({ description: 'A rule said no.' }),
) as unknown as z.ZodType<RefusalJson>;
