import type { OperationName } from '@rungs/application';

/** A thing that another names, and that a client may have brought along: it is shown as that operation shows it. */
export interface Part {
  readonly shownAs: OperationName;
  /** What may be brought along with it in turn. */
  readonly parts?: Parts;
}

export type Parts = Readonly<Record<string, Part>>;

const consumer: Part = { shownAs: 'getConsumer' };
const restaurant: Part = { shownAs: 'getRestaurant' };
const ticket: Part = { shownAs: 'getTicket' };
const delivery: Part = { shownAs: 'getDelivery', parts: { courier: { shownAs: 'getCourier' } } };
const bill: Part = { shownAs: 'getBill' };

const OF_AN_ORDER: Parts = { consumer, restaurant, ticket, delivery, bill };

/** The order of one of its own things, which is not brought along again. */
function orderWith(parts: Parts): Parts {
  return { order: { shownAs: 'getOrder', parts } };
}

/**
 * What `expand` may name, by operation. It is a table and not a walk over relations: it ends after two steps, leads back
 * to nothing, and every part is one thing, so that an answer grows by its page's size times what is written here.
 */
export const EXPANDABLE: Partial<Readonly<Record<OperationName, Parts>>> = {
  getOrder: OF_AN_ORDER,
  listOrders: OF_AN_ORDER,
  getTicket: orderWith({ consumer, restaurant, delivery: { shownAs: 'getDelivery' }, bill }),
  getDelivery: orderWith({ consumer, restaurant, ticket, bill }),
  getBill: orderWith({ consumer, restaurant, ticket, delivery: { shownAs: 'getDelivery' } }),
  getRestaurant: { menu: { shownAs: 'getMenu' } },
};

/** Of the names of an operation's parts, all that may be written: `delivery`, `delivery.courier`. */
export function namesOfParts(parts: Parts): string[] {
  return Object.entries(parts).flatMap(([name, { parts: within = {} }]) => [
    name,
    ...namesOfParts(within).map((below) => `${name}.${below}`),
  ]);
}
