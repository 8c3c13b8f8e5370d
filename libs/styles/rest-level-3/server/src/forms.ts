import { InvalidInput, type OperationName, type InputOf, type Unchecked } from '@rungs/application';
import { MAX_NOTE_CHARACTERS, MAX_QUANTITY } from '@rungs/domain';
import { expectedVersionFrom, idempotencyKeyFrom } from '@rungs/http';
import { membersFromTexts, parseAt, parseInput } from '@rungs/json';
import type { FastifyRequest } from 'fastify';
import { HAL } from './hal.ts';

// HAL-FORMS: each form says method, target and every property, so that a client that never heard of the operation
// can show it, fill it in and send it. Flat on purpose: a generic form has fields, not structures.

export interface FormProperty {
  readonly name: string;
  readonly prompt: string;
  readonly type: 'hidden' | 'text' | 'textarea' | 'number';
  readonly value?: string | number;
  readonly required?: true;
  readonly readOnly?: true;
  readonly regex?: string;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly options?: {
    /** Where the choices are: the `item`s embedded there. HAL-FORMS leaves open how HAL is read for options. */
    readonly link: { readonly href: string; readonly type: typeof HAL };
    readonly promptField: string;
    readonly valueField: string;
    readonly maxItems: 1;
  };
}

export interface Form {
  readonly title: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly target: string;
  readonly contentType: 'application/json';
  readonly properties: readonly FormProperty[];
}

export type Forms = Readonly<Record<string, Form>>;

/** Makes the idempotency key that a form is offered with. */
export type MintKey = () => string;

export function form(method: Form['method'], target: string, title: string, properties: readonly FormProperty[]): Form {
  return { title, method, target, contentType: 'application/json', properties };
}

/** The forms for what the policy allows, and no other: an action without its entry offers nothing. */
export function formsFor(
  actions: readonly OperationName[],
  offers: { readonly [N in OperationName]?: () => Forms },
): Forms {
  return Object.assign({}, ...actions.map((action) => offers[action]?.() ?? {})) as Forms;
}

// A form has no headers: what level 2 says in If-Match and Idempotency-Key travels as hidden properties, and the
// client that submits the form unread is safe against lost updates and against sending twice.

export function version(current: number): FormProperty {
  return { name: 'version', prompt: 'Version seen', type: 'hidden', readOnly: true, required: true, value: current };
}

export function idempotencyKey(mintKey: MintKey): FormProperty {
  return {
    name: 'idempotencyKey',
    prompt: 'Key of this one request',
    type: 'hidden',
    readOnly: true,
    value: mintKey(),
  };
}

export function quantity(min: 0 | 1, value: number): FormProperty {
  return { name: 'quantity', prompt: 'How many', type: 'number', required: true, min, max: MAX_QUANTITY, value };
}

export function menuItem(menuHref: string): FormProperty {
  const link = { href: menuHref, type: HAL } as const;
  return {
    name: 'menuItemId',
    prompt: 'Dish',
    type: 'text',
    required: true,
    options: { link, promptField: 'name', valueField: 'id', maxItems: 1 },
  };
}

export function paymentToken(): FormProperty {
  return { name: 'paymentToken', prompt: 'Payment token', type: 'text', required: true, regex: '^tok_\\w{1,100}$' };
}

export function deliveryNote(): FormProperty {
  return { name: 'deliveryNote', prompt: 'Note for the courier', type: 'textarea', maxLength: MAX_NOTE_CHARACTERS };
}

/** All of them or none: without an address it is the consumer's first. */
export function address(): readonly FormProperty[] {
  return [
    { name: 'street', prompt: 'Street', type: 'text', maxLength: 200 },
    { name: 'city', prompt: 'City', type: 'text', maxLength: 200 },
    { name: 'postalCode', prompt: 'Postal code', type: 'text', maxLength: 20 },
    { name: 'country', prompt: 'Country (ISO 3166-1, two letters)', type: 'text', regex: '^[A-Z]{2}$' },
  ];
}

/**
 * A form that came back, as the operation's input. Its fields may all be texts, and empty ones were left out; what
 * path and header fields say wins over it.
 */
export function parseForm<N extends OperationName>(
  operation: N,
  body: unknown = {},
  params: Readonly<Record<string, string>>,
  request: Pick<FastifyRequest, 'headers'>,
): Unchecked<InputOf<N>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return parseInput[operation](body);
  const filled = Object.entries(body).filter(([, value]) => value !== '');
  const {
    version: versionSeen,
    idempotencyKey: key,
    street,
    city,
    postalCode,
    country,
    ...rest
  } = Object.fromEntries(filled) as Record<string, unknown>;
  const deliveryAddress = { street, city, postalCode, country };
  const members = {
    ...rest,
    ...(Object.values(deliveryAddress).some((field) => field !== undefined) && { deliveryAddress }),
    expectedVersion: expectedVersionFrom(request) ?? versionSeen,
    idempotencyKey: idempotencyKeyFrom(request) ?? key,
  };
  return atFields(parseAt(parseInput[operation], membersFromTexts(operation, members), params));
}

/** What is wrong, at the names that the fields of the form have. */
function atFields<T>(input: Unchecked<T>): Unchecked<T> {
  if (!(input instanceof InvalidInput)) return input;
  const errors = input.errors.map(({ path, message }) => ({
    path: path.replace(/^\/deliveryAddress(?=\/)/, '').replace(/^\/expectedVersion$/, '/version'),
    message,
  }));
  return new InvalidInput(input.partial, errors);
}
