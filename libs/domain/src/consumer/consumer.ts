import type { Address } from '../address.ts';
import type { ConsumerId } from '../identifiers.ts';

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
