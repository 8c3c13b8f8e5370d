import { OPERATION_NAMES, type OrderView } from '@rungs/application';
import { describe, expect, it } from 'vitest';
import { parseInput, represent, representPage } from './index.ts';

const ORDER: OrderView = {
  id: 'o-1',
  version: 3,
  consumerId: 'c-1',
  restaurantId: 'r-1',
  state: 'APPROVED',
  lineItems: [{ menuItemId: 'm-1', name: 'Tonnarelli', unitPrice: { amount: 1200, currency: 'EUR' }, quantity: 2 }],
  deliveryAddress: { street: 'Via Roma 1', city: 'Roma', postalCode: '00100', country: 'IT' },
  placedAt: '2026-03-29T01:30:00.000Z',
  total: { amount: 3120, currency: 'EUR' },
  actions: ['cancelOrder'],
};

describe('represent', () => {
  it('speaks of every built operation, and so does parseInput', () => {
    expect(Object.keys(represent).sort()).toEqual([...OPERATION_NAMES].sort());
    expect(Object.keys(parseInput).sort()).toEqual([...OPERATION_NAMES].sort());
  });

  it('leaves out actions, and whatever else a read model may one day carry', () => {
    const { actions: _actions, ...plain } = ORDER;
    const grown = { ...ORDER, riskScore: 7 };
    expect(represent.getOrder(grown)).toEqual(plain);
    expect(represent.getOrderDetails({ order: grown })).toEqual({ order: plain });
  });

  it('leaves the cursors of single items out of a page', () => {
    const page = { items: [1, 2], cursors: ['a', 'b'], next: 'b' };
    expect(representPage(page, String)).toEqual({ items: ['1', '2'], page: { next: 'b' } });
  });
});
