import { type OperationName, type InputOf, type Unchecked } from '@rungs/application';
import { isRefusal, Refusal } from '@rungs/domain';
import { handlingOf, heldBy, heldVersionsFrom, idempotencyKeyFrom } from '@rungs/http';
import { membersFromTexts, parseAt, parseInput } from '@rungs/json';
import type { FastifyRequest } from 'fastify';
import type { HAL } from './hal.ts';
import { fieldAt, unfold } from './unfold.ts';

// HAL-FORMS: each form says method, target and every property, so that a client that never heard of the operation
// can show it, fill it in and send it. Flat on purpose: a generic form has fields, not structures.

export interface FormProperty {
  readonly name: string;
  readonly prompt: string;
  readonly type: 'hidden' | 'text' | 'textarea' | 'number' | 'email';
  readonly value?: string | undefined;
  readonly placeholder?: string;
  readonly required?: boolean | undefined;
  readonly readOnly?: true;
  readonly regex?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly options?: Options | undefined;
}

/** What is to be chosen from. */
export type Choices =
  | {
      /** Where the choices are: the `item`s embedded there. HAL-FORMS leaves open how HAL is read for options. */
      readonly link: { readonly href: string; readonly type: typeof HAL };
      readonly promptField: string;
      readonly valueField: string;
    }
  | { readonly inline: readonly (string | { readonly prompt: string; readonly value: string })[] };

export type Options = Choices & {
  readonly maxItems: 1;
  readonly minItems?: 1;
  readonly selectedValues?: readonly [string];
};

export interface Form {
  readonly title: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly target: string;
  readonly contentType: 'application/json';
  readonly properties: readonly FormProperty[];
}

export type Forms = Readonly<Record<string, Form>>;

export function form(method: Form['method'], target: string, title: string, properties: readonly FormProperty[]): Form {
  return { title, method, target, contentType: 'application/json', properties };
}

/** The forms for what the policy allows, each named after its action; an action without its entry offers nothing. */
export function formsFor(
  actions: readonly OperationName[],
  offers: { readonly [N in OperationName]?: () => Form },
): Forms {
  return Object.fromEntries(
    actions.flatMap((action) => {
      const offer = offers[action];
      return offer ? [[action, offer()] as const] : [];
    }),
  );
}

/** The name of the field that makes a form safe to send twice. */
export const IDEMPOTENCY_KEY = 'idempotencyKey';

/** The forms as they are sent, each with a key of its own where it has the field for one. */
export function withKeys(forms: Forms, newKey: () => string): Forms {
  const keyed = (property: FormProperty): FormProperty =>
    property.name === IDEMPOTENCY_KEY ? { ...property, value: newKey() } : property;
  return Object.fromEntries(
    Object.entries(forms).map(([name, held]) => [name, { ...held, properties: held.properties.map(keyed) }]),
  );
}

/** Groups of fields that an operation cannot do without: left out, each of their fields is missed by its own name. */
const GROUPS: { readonly [N in OperationName]?: object } = {
  registerConsumer: { name: {} },
  openRestaurant: { address: {}, location: {} },
  refundBill: { amount: {} },
};

/** Texts that a form shows as they are now: one that comes back empty was emptied. */
const EMPTIABLE: { readonly [N in OperationName]?: readonly string[] } = {
  updateConsumer: ['name.first', 'name.last', 'email'],
  updateRestaurant: ['name', 'cuisine'],
  updateMenuItem: ['name', 'description'],
  reviseOrder: ['deliveryNote'],
};

/**
 * A form that came back, as the operation's input. Its fields may all be texts, and empty ones were left out; what
 * path and header fields say wins over it. A DELETE has them in its query (HAL-FORMS §5.1); many clients send a body,
 * which RFC 9110 §9.3.5 leaves to the server to understand.
 */
export function parseForm<N extends OperationName>(
  operation: N,
  fieldsSent: unknown = {},
  params: Readonly<Record<string, string>>,
  request: Pick<FastifyRequest, 'headers'>,
): Unchecked<InputOf<N>> {
  if (!isForm(fieldsSent)) return parseInput[operation](fieldsSent);
  const { version, idempotencyKey, ...fields } = fieldsSent;
  const held = heldVersionsFrom(request);
  const members = {
    ...GROUPS[operation],
    ...unfold(fields, EMPTIABLE[operation]),
    expectedVersion: held.expectedVersion ?? saidIn(version),
    idempotencyKey: idempotencyKeyFrom(request) ?? saidIn(idempotencyKey),
  };
  const input = parseAt(parseInput[operation], membersFromTexts(operation, members), params, handlingOf(request));
  return heldBy(input, held);
}

function saidIn(field: unknown): unknown {
  return field === '' ? undefined : field;
}

/** The refusal of a form that came back, in which what is wrong is said of the form's own fields. */
export function atFields(refusal: Refusal, fieldsSent: unknown): Refusal {
  if (!isRefusal(refusal, 'invalid-input') || !isForm(fieldsSent)) return refusal;
  const errors = refusal.details.errors.map(({ path, message }) => ({ path: fieldAt(path, fieldsSent), message }));
  return new Refusal('invalid-input', { errors });
}

function isForm(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && !Buffer.isBuffer(body);
}
