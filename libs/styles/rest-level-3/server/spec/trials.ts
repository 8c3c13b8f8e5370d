import { DEMO_DISHES, OPERATIONS, type OperationName } from '@rungs/application';
import { CAST } from '@rungs/testing';
import { OPERATION_HANDLERS } from '../src/operations.ts';
import { FILLED_IN } from './form-input.ts';
import type { StateWorld } from './state-world.ts';

/** What could be done with a thing in a state, whether or not anybody is offered it. */
export interface Trial {
  readonly operation: OperationName;
  /** What it is done with, and its state: `order, APPROVED`. */
  readonly state: string;
  readonly method: string;
  readonly href: string;
  /** Right in all that a form would say: so that nothing but role and state can be wrong. */
  readonly fields: Readonly<Record<string, string>>;
  /** Who has to do with it, of couriers. */
  readonly courierId?: string | undefined;
}

interface Subject {
  readonly courierId?: string | undefined;
  readonly state: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly version?: number | undefined;
}

const STEPS = {
  order: ['reviseOrder', 'cancelOrder'],
  ticket: ['acceptTicket', 'rejectTicket', 'startPreparing', 'finishPreparing'],
  delivery: ['assignCourier', 'notePickedUp', 'reportLocation', 'noteDelivered'],
  bill: ['refundBill'],
} as const;

/** Every operation that changes something, on every thing in every state. */
export function trialsIn({ model, cases, baskets }: StateWorld): readonly Trial[] {
  const { ann, luigi, rosa, cleo, finn } = CAST;
  const ofCases = cases.flatMap(({ name, held, courier }) =>
    (Object.keys(STEPS) as (keyof typeof STEPS)[]).flatMap((thing) => {
      const { version } = { version: undefined, ...held[thing] } as { readonly version?: number };
      const subject = {
        state: `${thing}, ${name}`,
        ids: { orderId: held.order.id },
        version,
        courierId: courier?.courierId,
      };
      const currency: Record<string, string> = thing === 'bill' ? { 'amount.currency': held.bill.total.currency } : {};
      return STEPS[thing].map((step) => trial(step, subject, currency));
    }),
  );
  const ofBaskets = baskets.flatMap(({ name, consumerId, restaurantId, version, lines }) => {
    const [dish] = model.menus.get(restaurantId) ?? [];
    const menuItemId = lines[0]?.menuItemId ?? (dish?.id as string);
    const subject = { state: `basket, ${name}`, ids: { consumerId, restaurantId }, version };
    return [
      trial('addToBasket', subject, { menuItemId }),
      trial('setBasketLine', { ...subject, ids: { ...subject.ids, menuItemId } }, { menuItemId }),
      trial('clearBasket', subject),
      trial('checkoutBasket', subject),
    ];
  });
  const ofRestaurants = [luigi, rosa].flatMap(({ restaurantId }) => {
    const held = model.restaurants.get(restaurantId);
    const subject = { state: held?.open ? 'open' : 'closed', ids: { restaurantId }, version: held?.version };
    const price = { 'items.0.price.currency': held?.currency as string };
    return [
      trial('updateRestaurant', { ...subject, state: `restaurant, ${subject.state}` }),
      trial('replaceMenu', { ...subject, state: `menu, ${subject.state}` }, price),
      trial('importMenu', { ...subject, state: `menu, ${subject.state}` }),
    ];
  });
  const { restaurantId } = luigi;
  const ofDishes = [DEMO_DISHES.tonnarelli, DEMO_DISHES.tiramisu].flatMap((menuItemId) => {
    const dish = model.menus.get(restaurantId)?.find(({ id }) => id === menuItemId);
    const state = dish?.photo ? 'dish, pictured' : 'dish, not pictured';
    const subject = { state, ids: { restaurantId, menuItemId }, version: dish?.version };
    return (['updateMenuItem', 'setPhoto', 'deletePhoto'] as const).map((name) => trial(name, subject));
  });
  const busy = [...model.couriers.values()].find(({ currentDeliveryId }) => currentDeliveryId !== undefined)?.id ?? '';
  const ofCouriers = [
    ['off duty', finn.courierId],
    ['on duty', cleo.courierId],
    ['with a delivery', busy],
  ].map(([name, courierId = '']) => {
    const held = model.couriers.get(courierId);
    const subject = { state: `courier, ${name}`, ids: { courierId }, version: held?.version };
    return trial('setOnDuty', subject, { onDuty: String(!held?.onDuty) });
  });
  const [annHerself] = model.consumers.values();
  const approved = cases.find(({ name }) => name === 'APPROVED')?.held.ticket;
  const several = {
    'tickets.0.orderId': approved?.orderId ?? '',
    'tickets.0.expectedVersion': String(approved?.version),
  };
  return [
    ...ofCases,
    ...ofBaskets,
    ...ofRestaurants,
    ...ofDishes,
    ...ofCouriers,
    trial('updateConsumer', {
      state: 'consumer',
      ids: { consumerId: ann.consumerId },
      version: annHerself?.version,
    }),
    trial('registerConsumer', { state: 'everything', ids: {} }),
    trial('openRestaurant', { state: 'everything', ids: {} }),
    trial('acceptTickets', { state: 'everything', ids: {} }, several),
  ];
}

function trial(operation: OperationName, { state, ids, version, courierId }: Subject, more: object = {}): Trial {
  const handler = OPERATION_HANDLERS[operation];
  if ('notOffered' in handler) throw new Error(handler.notOffered);
  return {
    operation,
    state,
    method: handler.verb,
    courierId,
    href: filledIn(handler.path, ids),
    fields: {
      ...FILLED_IN[operation]?.(),
      ...more,
      ...(version !== undefined && { version: String(version) }),
    },
  };
}

/** Every address that a read of something in this world can have. */
export function readsIn({
  model,
}: StateWorld): readonly { readonly operation: OperationName; readonly href: string }[] {
  const { cases, consumers, restaurants, couriers, menus } = model;
  const dishes = [...menus].flatMap(([restaurantId, menu]) =>
    menu.map(({ id: menuItemId }) => ({ restaurantId, menuItemId })),
  );
  const idsOf: Readonly<Record<string, readonly Subject['ids'][]>> = {
    '': [{}],
    orderId: [...cases.keys()].map((orderId) => ({ orderId })),
    consumerId: [...consumers.keys()].map((consumerId) => ({ consumerId })),
    restaurantId: [...restaurants.keys()].map((restaurantId) => ({ restaurantId })),
    courierId: [...couriers.keys()].map((courierId) => ({ courierId })),
    'menuItemId,restaurantId': dishes,
    'consumerId,restaurantId': [...consumers.keys()].flatMap((consumerId) =>
      [...restaurants.keys()].map((restaurantId) => ({ consumerId, restaurantId })),
    ),
  };
  return (Object.keys(OPERATIONS) as OperationName[])
    .filter((name) => OPERATIONS[name].kind === 'read')
    .flatMap((operation) => {
      const { path } = OPERATION_HANDLERS[operation] as { readonly path: string };
      const names = (path.match(/\w+(?=\})/g) ?? []).toSorted().join();
      return (idsOf[names] ?? []).map((ids) => ({ operation, href: filledIn(path, ids) }));
    });
}

function filledIn(path: string, ids: Subject['ids']): string {
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] as string);
}
