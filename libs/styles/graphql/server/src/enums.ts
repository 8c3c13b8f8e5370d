import { OPERATION_NAMES, OPERATIONS } from '@rungs/application';
import { REFUSAL_CODES, type Role } from '@rungs/domain';

// GraphQL's enum values are in capitals by convention; behind them stand the names that all API styles share.

/** `stale-version` and `cancelOrder` as `STALE_VERSION` and `CANCEL_ORDER`. */
function enumNameOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, '_$&').replaceAll('-', '_').toUpperCase();
}

const ROLES: readonly Role[] = ['anonymous', 'consumer', 'restaurant', 'courier', 'support'];
const ACTIONS = OPERATION_NAMES.filter((name) => OPERATIONS[name].kind === 'write');

const named = (values: readonly string[]) => Object.fromEntries(values.map((value) => [enumNameOf(value), value]));

/** The value that resolvers use for each name in the schema. */
export const ENUM_VALUES = { RefusalCode: named(REFUSAL_CODES), Role: named(ROLES), Action: named(ACTIONS) };
