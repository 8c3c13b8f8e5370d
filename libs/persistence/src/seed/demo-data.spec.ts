import { PERSONAS } from '@rungs/application';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeOrders } from './order-stream.ts';
import { Random } from './random.ts';
import { DEFAULT_ANCHOR, SEED_SIZES } from './seed-size.ts';
import { makeWorld } from './world.ts';

function digestOf(seed: number, anchor: string): string {
  const random = new Random(seed);
  const world = makeWorld(SEED_SIZES.small, anchor, random);
  const { couriers, cases } = makeOrders(world, 500, anchor, random);
  const digest = createHash('sha256').update(JSON.stringify([world, couriers]));
  for (const one of cases()) digest.update(JSON.stringify(one));
  return digest.digest('hex');
}

it('makes the same data for the same seed and anchor, and other data for others', () => {
  expect(digestOf(1, DEFAULT_ANCHOR)).toBe(digestOf(1, DEFAULT_ANCHOR));
  expect(digestOf(2, DEFAULT_ANCHOR)).not.toBe(digestOf(1, DEFAULT_ANCHOR));
  expect(digestOf(1, '2026-11-02T12:00:00.000Z')).not.toBe(digestOf(1, DEFAULT_ANCHOR));
});

it('gives every consumer and courier an address of their own, and kitchens 12 to 40 dishes', () => {
  const world = makeWorld(SEED_SIZES.large, DEFAULT_ANCHOR, new Random(1));
  expect(new Set(world.residents.map(({ consumer }) => consumer.email)).size).toBe(10_000);
  expect(new Set(world.couriers.map(({ phone }) => phone)).size).toBe(600);
  for (const { menu } of world.kitchens) {
    expect(menu.length).toBeGreaterThanOrEqual(12);
    expect(menu.length).toBeLessThanOrEqual(40);
    expect(new Set(menu.map(({ name }) => name)).size).toBe(menu.length);
  }
  expect(world.couriers[0]).toMatchObject({ id: PERSONAS.dana.courierId, onDuty: true });
});
