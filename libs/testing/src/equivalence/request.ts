import type { InputOf, OperationName } from '@rungs/application';
import type { ModelState } from '../conformance/model-state.ts';

// A planned input is plain data that means the same in every world: things that the sequence makes have the names that
// the plan gave them, times are told from now, and versions by what they are to be.

/** The version that the thing has when the step is taken. */
export const CURRENT_VERSION = -1;
/** Another one. */
export const STALE_VERSION = -2;

type VersionedInput = {
  readonly [member in 'consumerId' | 'restaurantId' | 'menuItemId' | 'orderId' | 'courierId']: string;
};
type Versioned = { readonly version: number } | undefined;
type FindVersioned = (state: ModelState, input: VersionedInput) => Versioned;

const consumer: FindVersioned = (state, { consumerId }) => state.consumers.get(consumerId);
const restaurant: FindVersioned = (state, { restaurantId }) => state.restaurants.get(restaurantId);
const menuItem: FindVersioned = (state, { restaurantId, menuItemId }) =>
  state.menus.get(restaurantId)?.find(({ id }) => id === menuItemId);
const basket: FindVersioned = (state, { consumerId, restaurantId }) =>
  state.baskets.get(`${consumerId}/${restaurantId}`) ?? { version: 0 };
const order: FindVersioned = (state, { orderId }) => state.cases.get(orderId)?.order;
const ticket: FindVersioned = (state, { orderId }) => state.cases.get(orderId)?.ticket;
const delivery: FindVersioned = (state, { orderId }) => state.cases.get(orderId)?.delivery;
const courier: FindVersioned = (state, { courierId }) => state.couriers.get(courierId);

/** The operations that name the version they change, and whose version it is. */
const VERSIONED: Partial<Record<OperationName, FindVersioned>> = {
  updateConsumer: consumer,
  updateRestaurant: restaurant,
  replaceMenu: restaurant,
  updateMenuItem: menuItem,
  setPhoto: menuItem,
  deletePhoto: menuItem,
  setBasketLine: basket,
  clearBasket: basket,
  checkoutBasket: basket,
  reviseOrder: order,
  cancelOrder: order,
  acceptTicket: ticket,
  rejectTicket: ticket,
  startPreparing: ticket,
  finishPreparing: ticket,
  assignCourier: delivery,
  notePickedUp: delivery,
  noteDelivered: delivery,
  setOnDuty: courier,
};

export function isVersioned(operation: OperationName): boolean {
  return operation in VERSIONED;
}

/** What makes a planned input real: a world, its names for what the plan made, and the time. */
export interface Surroundings {
  readonly state: ModelState;
  readonly names: ReadonlyMap<string, string>;
  readonly nowMs: number;
  /** The style's forms carry the version themselves: there is no request without one. */
  readonly alwaysVersioned?: boolean;
}

/** The input as it is asked in these surroundings. */
export function asked<N extends OperationName>(operation: N, planned: object, around: Surroundings): InputOf<N> {
  const named = renamed(planned, around) as { readonly tickets?: readonly object[] };
  const { tickets, ...plain } = named;
  return withVersion(operation, { ...plain, ...(tickets && { tickets: ticketsOf(tickets, around) }) }, around) as never;
}

function ticketsOf(tickets: readonly object[], around: Surroundings): readonly object[] {
  return tickets.map((one) => withVersion('acceptTicket', one, { ...around, alwaysVersioned: false }));
}

function withVersion(operation: OperationName, input: object, around: Surroundings): object {
  const find = VERSIONED[operation];
  if (!find) return input;
  const { expectedVersion = around.alwaysVersioned ? CURRENT_VERSION : undefined } = input as Marked;
  if (expectedVersion === undefined) return input;
  const current = find(around.state, input as VersionedInput)?.version ?? 1;
  const another = current > 1 ? current - 1 : current + 1;
  return { ...input, expectedVersion: expectedVersion === STALE_VERSION ? another : current };
}

interface Marked {
  readonly expectedVersion?: number;
}

/** Told from the moment when the step is taken, in milliseconds: `now+60000`, `now+-60000`. */
const FROM_NOW = /^now\+(-?\d+)$/;

function renamed(planned: unknown, around: Surroundings): unknown {
  if (typeof planned === 'string') {
    const fromNow = FROM_NOW.exec(planned)?.[1];
    if (fromNow !== undefined) return new Date(around.nowMs + Number(fromNow)).toISOString();
    return around.names.get(planned) ?? planned;
  }
  if (Array.isArray(planned)) return planned.map((one) => renamed(one, around));
  if (planned === null || typeof planned !== 'object') return planned;
  return Object.fromEntries(Object.entries(planned).map(([member, value]) => [member, renamed(value, around)]));
}

/** Everything that has an id of its own, in the order in which it came. */
export function idsIn(state: ModelState): readonly string[] {
  return [
    ...state.cases.keys(),
    ...state.consumers.keys(),
    ...state.restaurants.keys(),
    ...[...state.menus.values()].flatMap((menu) => menu.map(({ id }) => id)),
    ...state.imports.keys(),
  ];
}

/** A world to try things out in: what happens there does not happen here. */
export function copyOf(state: ModelState): ModelState {
  return {
    consumers: new Map(state.consumers),
    restaurants: new Map(state.restaurants),
    menus: new Map(state.menus),
    photos: new Map(state.photos),
    imports: new Map(state.imports),
    couriers: new Map(state.couriers),
    // The one thing that the oracle changes in place.
    cases: new Map([...state.cases].map(([id, held]) => [id, { ...held }])),
    baskets: new Map(state.baskets),
    kept: new Map(state.kept),
  };
}
