import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../address.ts';
import type { Courier } from './delivery.ts';
import { nearestCourier, nearestWaiting } from './dispatch.ts';

const pantheon = { lat: 41.8986, lon: 12.4769 };
const colosseum = { lat: 41.8902, lon: 12.4922 };
const at = '2026-11-01T12:00:00.000Z';
const courier = (id: string, changed: Partial<Courier> = {}): Courier => ({
  id,
  version: 1,
  name: id,
  phone: '+390612345678',
  vehicle: 'CAR',
  onDuty: true,
  ...changed,
});

describe('distance', () => {
  it('is what maps say: 1.57 km from the Pantheon to the Colosseum', () => {
    expect(distanceMeters(pantheon, colosseum)).toBeCloseTo(1574, -1);
    expect(distanceMeters(pantheon, pantheon)).toBe(0);
  });
});

describe('the nearest courier', () => {
  it('is the one last seen nearest; who was never seen comes last, and ties go to the lowest id', () => {
    const far = courier('a', { lastLocation: { ...colosseum, at } });
    const near = courier('c', { lastLocation: { ...pantheon, at } });
    const asNear = courier('b', { lastLocation: { ...pantheon, at } });
    expect(nearestCourier([far, near, asNear, courier('0')], pantheon)?.id).toBe('b');
    expect(nearestCourier([courier('2'), courier('1')], pantheon)?.id).toBe('1');
  });

  it('is free: on duty, and without a delivery', () => {
    const busy = courier('a', { currentDeliveryId: 'o' });
    const off = courier('b', { onDuty: false });
    expect(nearestCourier([busy, off], pantheon)).toBeUndefined();
  });
});

describe('of deliveries that have waited equally long', () => {
  it('the nearest to the courier is next, and ties go to the lowest id', () => {
    const here = courier('a', { lastLocation: { ...pantheon, at } });
    const waiting = [
      { orderId: '1', restaurant: colosseum },
      { orderId: '3', restaurant: pantheon },
      { orderId: '2', restaurant: pantheon },
    ];
    expect(nearestWaiting(waiting, here)?.orderId).toBe('2');
    expect(nearestWaiting(waiting, courier('b'))?.orderId).toBe('1');
  });
});
