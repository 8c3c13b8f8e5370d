import { POLL_PAUSE_MS } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { persistedAddressOf } from '../exchange.ts';
import { menuTwice } from './menu-twice.ts';
import { pollOrder } from './poll-order.ts';
import { restaurantList } from './restaurant-list.ts';

const MENU = { menu: { items: [{ name: 'Tiramisù', price: { amount: 650, currency: 'EUR' }, available: true }] } };

describe('a persisted query', () => {
  it('is a GET by its hash and with its variables, and shows the same as the query itself', async () => {
    const task = { restaurantId: 'r' };
    const [written, persisted] = await Promise.all([
      ran(menuTwice.granular, task, { MenuOfScreen: MENU }),
      ran(menuTwice['purpose-built'], task, { MenuOfScreen: MENU }),
    ]);
    expect(persisted.view).toEqual(written.view);
    expect(persisted.exchanges).toEqual(written.exchanges.map((exchange) => ({ ...exchange, method: 'GET' })));
  });

  it('has one address: its parameters stand in one order, and its variables without blanks', () => {
    const address = persistedAddressOf({ id: 'sha256:ab', text: '' }, { id: 'a b' }, { baseUrl: 'http://rungs' });
    expect(address).toBe('http://rungs/graphql?documentId=sha256:ab&variables=%7B%22id%22%3A%22a%20b%22%7D');
  });

  it('is sent with its text where the server does not know it, which costs an exchange more', async () => {
    const nodes = [{ name: 'Da Luigi', cuisine: 'Italian' }];
    const answers = { RestaurantsOfList: { restaurants: { nodes } } };
    const { exchanges, view } = await ran(restaurantList['purpose-built'], { limit: 20 }, answers, false);
    expect(exchanges.map(({ method, dependsOn }) => [method, dependsOn])).toEqual([
      ['GET', []],
      ['POST', [1]],
    ]);
    expect(view).toEqual({ restaurants: nodes });
  });

  it('looks at an order again and again', async () => {
    const seen = { StateOfOrder: ['APPROVED', 'APPROVED', 'ACCEPTED'].map((state) => ({ order: { state } })) };
    const task = { orderId: 'o', placedAt: '2026-11-22T18:00:00.000Z' };
    const { exchanges, pausesMs, view } = await ran(pollOrder['purpose-built'], task, seen);
    expect(view).toEqual({ before: 'APPROVED', after: 'ACCEPTED' });
    expect(exchanges.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
    expect(pausesMs).toEqual([POLL_PAUSE_MS, POLL_PAUSE_MS]);
  });
});
