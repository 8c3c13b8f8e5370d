import { sameAddress, type Address } from '../address.ts';
import type { ConsumerId } from '../identifiers.ts';
import type { FieldError } from '../refusal.ts';
import { textErrors } from '../text.ts';

export interface PersonName {
  readonly first: string;
  readonly last: string;
}

export interface Consumer {
  readonly id: ConsumerId;
  readonly version: number;
  readonly name: PersonName;
  readonly email: string;
  readonly addresses: readonly Address[];
}

export const MAX_NAME_CHARACTERS = 100;
/** RFC 5321 §4.5.3.1.3, less the angle brackets. */
export const MAX_EMAIL_CHARACTERS = 254;
/** What an e-mail address looks like; whether somebody reads it is found out by writing there. */
export const EMAIL_PATTERN = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
export const MAX_ADDRESSES = 5;

/** The limits on what a consumer says of itself; what is absent is not looked at. */
export function consumerErrors({
  name,
  email,
  addresses,
}: Partial<Pick<Consumer, 'name' | 'email' | 'addresses'>>): FieldError[] {
  const errors: FieldError[] = [];
  if (name) {
    errors.push(...textErrors(name.first, '/name/first', 1, MAX_NAME_CHARACTERS));
    errors.push(...textErrors(name.last, '/name/last', 1, MAX_NAME_CHARACTERS));
  }
  if (email !== undefined && !(email.length <= MAX_EMAIL_CHARACTERS && EMAIL_PATTERN.test(email))) {
    errors.push({ path: '/email', message: 'must be an e-mail address' });
  }
  if (addresses && addresses.length > MAX_ADDRESSES) {
    errors.push({ path: '/addresses', message: `must be at most ${MAX_ADDRESSES}` });
  }
  return errors;
}

/** The consumer with the changes; the very same object when it holds them already. */
export function withConsumerChanges(
  held: Consumer,
  { name = held.name, email = held.email, addresses = held.addresses }: Partial<Omit<Consumer, 'id' | 'version'>>,
): Consumer {
  const holds =
    name.first === held.name.first &&
    name.last === held.name.last &&
    email === held.email &&
    addresses.length === held.addresses.length &&
    addresses.every((address, index) => sameAddress(address, held.addresses[index] as Address));
  return holds ? held : { id: held.id, version: held.version + 1, name, email, addresses };
}
