import type { Delivery, Order } from '@rungs/domain';
import { expect, it } from 'vitest';
import { deliveryOf, deliveryRowOf } from './delivery-row.mapper.ts';

const ADDRESS = { street: 'Via Appia 1', city: 'Roma', postalCode: '00183', country: 'IT' };

/** What the row copies of it. */
const ORDER = {
  restaurantId: '01900000-0000-7000-8000-000000000003',
  placedAt: '2026-11-01T11:30:00.123Z',
} as Order;

it('gives back the delivery that the row was made of, absent members absent', () => {
  const waiting: Delivery = {
    orderId: '01900000-0000-7000-8000-000000000001',
    version: 1,
    state: 'PENDING',
    pickupAddress: ADDRESS,
    deliveryAddress: ADDRESS,
  };
  const onItsWay: Delivery = {
    ...waiting,
    version: 3,
    state: 'PICKED_UP',
    courierId: '01900000-0000-7000-8000-000000000002',
    estimatedAt: '2026-11-01T12:30:00.000Z',
    pickedUpAt: '2026-11-01T12:00:00.000Z',
  };
  expect(deliveryOf(deliveryRowOf(waiting, ORDER))).toStrictEqual(waiting);
  expect(deliveryOf(deliveryRowOf(onItsWay, ORDER))).toStrictEqual(onItsWay);
  expect(deliveryRowOf(waiting, ORDER)).toMatchObject(ORDER);
});
