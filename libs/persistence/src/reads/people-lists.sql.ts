import type { Window } from '@rungs/application';
import { consumerJson, courierJson } from './json.sql.ts';
import { Parameters, type Statement } from './keyset.ts';
import { nameListStatement } from './name-list.sql.ts';
import { matching } from './words.sql.ts';

const CONSUMERS = { table: 'consumer', keys: ['last_name', 'first_name'], record: consumerJson('t') };
const COURIERS = { table: 'courier', keys: ['name'], record: courierJson('t') };

/** A page of consumers by last name, first name and id. */
export function consumerListStatement(filter: { readonly text?: string | undefined }, window: Window): Statement {
  const parameters = new Parameters();
  return nameListStatement(CONSUMERS, consumerCondition(filter, 't', parameters), window, parameters);
}

/** A page of couriers by name and id. */
export function courierListStatement(filter: { readonly onDuty?: boolean | undefined }, window: Window): Statement {
  return nameListStatement(COURIERS, courierCondition(filter, 't'), window, new Parameters());
}

/** What the filter lets through of the consumers at `row`. */
export function consumerCondition(
  { text = '' }: { readonly text?: string | undefined },
  row: string,
  parameters: Parameters,
): string {
  return text.trim() === '' ? 'true' : matching(row, text, parameters);
}

/** The same of couriers. A constant and not a parameter, so that the index of those on duty serves. */
export function courierCondition({ onDuty }: { readonly onDuty?: boolean | undefined }, row: string): string {
  if (onDuty === undefined) return 'true';
  return onDuty ? `${row}.on_duty` : `NOT ${row}.on_duty`;
}
