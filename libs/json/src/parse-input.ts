import type { OperationName } from '@rungs/application';
import { accountingInputs } from './accounting/accounting.input.ts';
import { basketInputs } from './basket/basket.input.ts';
import { consumerInputs } from './consumer/consumer.input.ts';
import { deliveryInputs } from './delivery/delivery.input.ts';
import type { InputParser, SchemaParser } from './input-parser.ts';
import { kitchenInputs } from './kitchen/kitchen.input.ts';
import { orderInputs } from './order/order.input.ts';
import { restaurantInputs } from './restaurant/restaurant.input.ts';
import { typedMembers } from './typed-members.ts';

const PARSERS: { readonly [N in OperationName]: SchemaParser<N> } = {
  ...accountingInputs,
  ...basketInputs,
  ...consumerInputs,
  ...deliveryInputs,
  ...kitchenInputs,
  ...orderInputs,
  ...restaurantInputs,
};

/**
 * Decodes the plain members of each operation's input, by their names in the catalogue:
 * `parseInput.cancelOrder({ orderId, expectedVersion })`. What is wrong is handed on as `InvalidInput`.
 */
export const parseInput: { readonly [N in OperationName]: InputParser<N> } = PARSERS;

/**
 * Gives members that came as texts (a query string, XML) the types that the operation's input has:
 * `{ limit: '20', states: 'APPROVED,ACCEPTED', open: 'true', near: '41.9,12.5' }` becomes
 * `{ limit: 20, states: ['APPROVED', 'ACCEPTED'], open: true, near: { lat: 41.9, lon: 12.5 } }`.
 * A list is its member repeated (once is enough), and an empty text is the empty list. A text that is no number or flag
 * stays a text, for `parseInput` to refuse by its path.
 */
export function membersFromTexts(operation: OperationName, texts: object): Record<string, unknown> {
  return typedMembers(PARSERS[operation].schema, texts);
}

/** The schema behind `parseInput`, for whoever describes inputs. */
export function inputSchemaOf(operation: OperationName): SchemaParser<OperationName>['schema'] {
  return PARSERS[operation].schema;
}
