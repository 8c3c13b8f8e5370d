import type { Order } from '@rungs/domain';
import { expect, it } from 'vitest';
import { orderOf, orderRowOf } from './order-row.mapper.ts';

const ORDER: Order = {
  id: '01900000-0000-7000-8000-000000000001',
  version: 3,
  consumerId: '01900000-0000-7000-8000-000000000002',
  restaurantId: '01900000-0000-7000-8000-000000000003',
  state: 'ACCEPTED',
  lineItems: [{ menuItemId: 'm', name: 'Tonnarelli', unitPrice: { amount: 1250, currency: 'EUR' }, quantity: 2 }],
  deliveryAddress: { street: 'Via dei Serpenti 12', city: 'Roma', postalCode: '00184', country: 'IT' },
  placedAt: '2026-11-01T11:30:00.123Z',
  total: { amount: 3234, currency: 'EUR' },
};

it('gives back the order that the row was made of', () => {
  expect(orderOf(orderRowOf(ORDER, undefined))).toStrictEqual(ORDER);
  const noted = { ...ORDER, deliveryNote: '' };
  expect(orderOf(orderRowOf(noted, undefined))).toStrictEqual(noted);
});

it('keeps who cancelled in the row and out of the order', () => {
  const row = orderRowOf(ORDER, 'consumer:1');
  expect(row.cancelledBy).toBe('consumer:1');
  expect(orderOf(row)).toStrictEqual(ORDER);
});
