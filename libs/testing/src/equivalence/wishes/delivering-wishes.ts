import { DELIVERY_STATES, TICKET_STATES } from '@rungs/domain';
import { NOBODYS_ID } from '../../conformance/nobody.ts';
import { CURRENT_VERSION } from '../request.ts';
import { casesOf, inMinutes, orderIdsOf, sometimes, WRONG_PAGE_SIZES, type Scene, type Wish } from './wish.ts';

const getTicket: Wish<'getTicket'> = { weight: 2, inputs: orderIdsOf };

const listTickets: Wish<'listTickets'> = {
  weight: 2,
  inputs: (scene) => [
    {
      ...sometimes(scene, 40, { states: scene.picks.shuffled(TICKET_STATES).slice(0, 3) }),
      ...sometimes(scene, 30, { restaurantId: scene.picks.of([...scene.state.restaurants.keys()]) }),
      ...sometimes(scene, 40, { limit: scene.picks.whole(1, 4) }),
    },
  ],
  spoilt: () => WRONG_PAGE_SIZES,
};

const acceptTicket: Wish<'acceptTicket'> = {
  weight: 20,
  inputs: (scene) =>
    orderIdsOf(scene).map((order) => ({ ...order, readyBy: inMinutes(scene.picks.of([20, 35, 24 * 60 - 1])) })),
  spoilt: () => [{ readyBy: inMinutes(-1) }, { readyBy: inMinutes(24 * 60 + 1) }],
};

const rejectTicket: Wish<'rejectTicket'> = {
  weight: 5,
  inputs: (scene) =>
    orderIdsOf(scene).map((order) => ({ ...order, reason: scene.picks.of(['No artichokes left.', '재료가 없어요.']) })),
  spoilt: () => [{ reason: '' }, { reason: 'x'.repeat(501) }],
};

const startPreparing: Wish<'startPreparing'> = { weight: 25, inputs: orderIdsOf };
const finishPreparing: Wish<'finishPreparing'> = { weight: 35, inputs: orderIdsOf };

const acceptTickets: Wish<'acceptTickets'> = {
  weight: 8,
  inputs: (scene) => {
    const { picks } = scene;
    const fresh = casesOf(scene).filter(({ order }) => order.state === 'APPROVED');
    if (fresh.length === 0) return [];
    const others = picks.shuffled([NOBODYS_ID, ...scene.state.cases.keys()]).slice(0, picks.whole(0, 1));
    const orderIds = [...fresh.slice(0, 3).map(({ order }) => order.id), ...others];
    return [
      {
        tickets: picks.shuffled([...new Set(orderIds)]).map((orderId) => ({
          orderId,
          expectedVersion: CURRENT_VERSION,
          readyBy: inMinutes(picks.of([15, 30, 30, 30, -1])),
        })),
      },
    ];
  },
  spoilt: (_scene, { tickets }) => [{ tickets: [] }, { tickets: tickets.map(({ expectedVersion: _, ...one }) => one) }],
};

const getDelivery: Wish<'getDelivery'> = { weight: 2, inputs: orderIdsOf };

const listDeliveries: Wish<'listDeliveries'> = {
  weight: 2,
  inputs: (scene) => [
    {
      ...sometimes(scene, 40, { states: scene.picks.shuffled(DELIVERY_STATES).slice(0, 2) }),
      ...sometimes(scene, 30, { courierId: scene.picks.of([...scene.state.couriers.keys()]) }),
      ...sometimes(scene, 40, { limit: scene.picks.whole(1, 4) }),
    },
  ],
  spoilt: () => WRONG_PAGE_SIZES,
};

const getTrack: Wish<'getTrack'> = {
  weight: 3,
  inputs: (scene) =>
    orderIdsOf(scene).map((order) => ({ ...order, ...sometimes(scene, 40, { limit: scene.picks.whole(1, 3) }) })),
  spoilt: () => WRONG_PAGE_SIZES,
};

const assignCourier: Wish<'assignCourier'> = {
  weight: 6,
  inputs: (scene) =>
    orderIdsOf(scene).map((order) => ({
      ...order,
      ...sometimes(scene, 50, { courierId: scene.picks.of([...scene.state.couriers.keys()]) }),
    })),
  spoilt: ({ state }) => [
    { courierId: NOBODYS_ID },
    ...[...state.cases.values()]
      .filter(({ order, delivery }) => order.state === 'APPROVED' || delivery.state === 'DELIVERED')
      .map(({ order }) => ({ orderId: order.id })),
    ...[...state.couriers.values()]
      .filter(({ onDuty, currentDeliveryId }) => !onDuty || currentDeliveryId !== undefined)
      .map(({ id }) => ({ courierId: id })),
  ],
};

const notePickedUp: Wish<'notePickedUp'> = { weight: 45, inputs: orderIdsOf };
const noteDelivered: Wish<'noteDelivered'> = { weight: 45, inputs: orderIdsOf };

const reportLocation: Wish<'reportLocation'> = {
  weight: 12,
  inputs: (scene) =>
    orderIdsOf(scene).map((order) => ({
      ...order,
      lat: 41.88 + scene.picks.whole(0, 20) / 1000,
      lon: 12.46 + scene.picks.whole(0, 40) / 1000,
      ...sometimes(scene, 40, { at: inMinutes(scene.picks.of([-5, -1, 0.5])) }),
    })),
  spoilt: (scene) => [
    { lat: 91 },
    { lon: -181 },
    { at: inMinutes(2) },
    ...casesOf(scene)
      .filter(({ delivery }) => delivery.state === 'DELIVERED')
      .map(({ order }) => ({ orderId: order.id })),
  ],
};

const getCourier: Wish<'getCourier'> = {
  weight: 2,
  inputs: ({ state }) => [...state.couriers.keys()].map((courierId) => ({ courierId })),
};

const listCouriers: Wish<'listCouriers'> = {
  weight: 2,
  inputs: (scene) => [
    {
      ...sometimes(scene, 60, { onDuty: scene.picks.chance(50) }),
      ...sometimes(scene, 40, { limit: scene.picks.whole(1, 3) }),
    },
  ],
  spoilt: () => WRONG_PAGE_SIZES,
};

const setOnDuty: Wish<'setOnDuty'> = {
  weight: 6,
  inputs: ({ state, actor }: Scene) =>
    [...state.couriers.values()]
      .filter(({ id }) => actor.role !== 'courier' || id === actor.courierId)
      .map(({ id, onDuty }) => ({ courierId: id, onDuty: !onDuty })),
};

const getBill: Wish<'getBill'> = { weight: 2, inputs: orderIdsOf };

const refundBill: Wish<'refundBill'> = {
  // Only what was delivered can be given back, and only what was given back in part a second time.
  weight: 60,
  inputs: (scene) =>
    casesOf(scene).map(({ order, bill }) => {
      const left = bill.refunds.reduce((rest, { amount }) => rest - amount.amount, bill.total.amount);
      const part = Math.max(1, Math.floor(left / 3));
      return {
        orderId: order.id,
        amount: { amount: scene.picks.chance(40) ? left : part, currency: bill.total.currency },
        reason: scene.picks.of(['Cold.', 'A dish was missing.']),
      };
    }),
  spoilt: (scene, { orderId, amount }) => [
    ...[1, 1000].map((more) => ({
      amount: { ...amount, amount: (scene.state.cases.get(orderId)?.bill.total.amount ?? 0) + more },
    })),
    { amount: { ...amount, amount: 0 } },
    { amount: { ...amount, currency: 'CHF' } },
    { reason: '' },
  ],
};

export const DELIVERING_WISHES = {
  getTicket,
  listTickets,
  acceptTicket,
  rejectTicket,
  startPreparing,
  finishPreparing,
  acceptTickets,
  getDelivery,
  listDeliveries,
  getTrack,
  assignCourier,
  notePickedUp,
  noteDelivered,
  reportLocation,
  getCourier,
  listCouriers,
  setOnDuty,
  getBill,
  refundBill,
};
