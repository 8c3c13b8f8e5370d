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
  const { text = '' } = filter;
  const condition = text.trim() === '' ? 'true' : matching('t', text, parameters);
  return nameListStatement(CONSUMERS, condition, window, parameters);
}

/** A page of couriers by name and id. */
export function courierListStatement(filter: { readonly onDuty?: boolean | undefined }, window: Window): Statement {
  // A constant and not a parameter, so that the index of those on duty serves.
  const condition = filter.onDuty === undefined ? 'true' : filter.onDuty ? 't.on_duty' : 'NOT t.on_duty';
  return nameListStatement(COURIERS, condition, window, new Parameters());
}
