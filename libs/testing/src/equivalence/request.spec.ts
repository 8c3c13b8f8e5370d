import { DEMO_DISHES } from '@rungs/application';
import { describe, expect, it } from 'vitest';
import { modelAnswer } from '../conformance/model.ts';
import { CAST } from './cast.ts';
import { fixtureModel } from './fixture.ts';
import { asked, copyOf, CURRENT_VERSION, STALE_VERSION, type Surroundings } from './request.ts';

const state = fixtureModel();
const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const around: Surroundings = { state, names: new Map([['planned', 'real']]), nowMs: NOW };
const restaurantId = CAST.luigi.restaurantId;

describe('a planned input', () => {
  it('calls things by the names that they have in this world', () => {
    expect(asked('getOrder', { orderId: 'planned' }, around)).toEqual({ orderId: 'real' });
    expect(asked('placeOrder', { lines: [{ menuItemId: 'planned', quantity: 2 }] }, around)).toEqual({
      lines: [{ menuItemId: 'real', quantity: 2 }],
    });
  });

  it('tells times from now', () => {
    const times = { readyBy: 'now+60000', at: 'now+-1000', reason: 'now+soon' };
    expect(asked('reportLocation', times, around)).toEqual({
      readyBy: '2026-11-22T12:01:00.000Z',
      at: '2026-11-22T11:59:59.000Z',
      reason: 'now+soon',
    });
  });

  it('names the version that the thing has, another one, or none', () => {
    const rename = { restaurantId, name: 'Da Luigi' };
    const version = (expectedVersion?: number) =>
      asked('updateRestaurant', { ...rename, ...(expectedVersion && { expectedVersion }) }, around).expectedVersion;
    expect(version(CURRENT_VERSION)).toBe(4);
    expect(version(STALE_VERSION)).toBe(3);
    expect(version()).toBeUndefined();
  });

  it('is never without a version where forms bring it', () => {
    const form = { ...around, alwaysVersioned: true };
    expect(asked('updateRestaurant', { restaurantId }, form)).toEqual({ restaurantId, expectedVersion: 4 });
    expect(asked('getRestaurant', { restaurantId }, form)).toEqual({ restaurantId });
  });

  it('names the version of each of several tickets', () => {
    const [first, second] = [...state.cases.keys()] as [string, string];
    const tickets = [{ orderId: first, expectedVersion: CURRENT_VERSION }, { orderId: second }];
    expect(asked('acceptTickets', { tickets }, around)).toEqual({
      tickets: [{ orderId: first, expectedVersion: 2 }, { orderId: second }],
    });
  });
});

it('what happens in a copy of the world does not happen in the world', () => {
  const before = JSON.stringify([...state.cases, ...state.couriers, ...state.baskets, ...state.menus]);
  const copy = copyOf(state);
  const [waiting] = [...copy.cases.keys()] as [string];
  const key = { consumerId: CAST.ann.consumerId, restaurantId };
  for (const answer of [
    modelAnswer(copy, CAST.sam, 'assignCourier', { orderId: waiting, expectedVersion: 1 }),
    modelAnswer(copy, CAST.ann, 'addToBasket', { ...key, menuItemId: DEMO_DISHES.tiramisu, quantity: 1 }),
  ]) {
    expect(answer).toHaveProperty('outcome');
  }
  expect(JSON.stringify([...state.cases, ...state.couriers, ...state.baskets, ...state.menus])).toBe(before);
});
