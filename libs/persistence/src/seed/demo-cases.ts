import { BOBS_ORDER, DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { epochMsOf, instantOf, type Instant, type OrderState } from '@rungs/domain';
import type { Random } from './random.ts';
import { seedCase, type CaseSketch, type SeededCase } from './seeded-case.ts';
import type { Kitchen, World } from './world.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** How long before the anchor the last step of ann's order in each state was taken, in minutes. */
const LAST_STEP_MINUTES: Readonly<Record<OrderState, number>> = {
  APPROVAL_PENDING: 1,
  APPROVED: 2,
  REVISION_PENDING: 3,
  CANCEL_PENDING: 4,
  ACCEPTED: 5,
  PREPARING: 6,
  READY_FOR_PICKUP: 4,
  PICKED_UP: 8,
  DELIVERED: 2 * DAY_MINUTES,
  REJECTED: 5 * DAY_MINUTES,
  CANCELLED: 9 * DAY_MINUTES,
};

const LUIGI = 0;
const MEI = 1;

/** The orders that documents and tests name. Their couriers: `dana` and the ones given, each of them once. */
export function demoCases(
  { residents, kitchens }: World,
  anchor: Instant,
  otherCouriers: { readonly accepted: string; readonly ready: string },
  random: Random,
): SeededCase[] {
  const ago = (minutes: number): Instant => instantOf(epochMsOf(anchor) - minutes * MINUTE_MS);
  const [ann, bob] = residents as [World['residents'][number], World['residents'][number]];
  const at = (index: number): Kitchen => kitchens[index] as Kitchen;
  const dana = PERSONAS.dana.courierId;
  // PREPARING has no courier, though some are free: no other delivery shows what waiting is, or lets support assign one.
  const couriers: Partial<Record<OrderState, string>> = {
    ACCEPTED: otherCouriers.accepted,
    READY_FOR_PICKUP: otherCouriers.ready,
    PICKED_UP: dana,
    DELIVERED: dana,
  };

  const anns = (Object.keys(DEMO_ORDERS) as OrderState[]).map((state): CaseSketch => ({
    id: DEMO_ORDERS[state],
    state,
    ...ann,
    ...at(LUIGI),
    lastStepAt: ago(LAST_STEP_MINUTES[state]),
    courierId: couriers[state],
    lines: [
      { menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 },
      { menuItemId: DEMO_DISHES.tiramisu, quantity: 1 },
    ],
    ...(state === 'APPROVED' && { note: 'Second courtyard, stairs B.' }),
    ...(state === 'CANCELLED' && { path: ['cancelOrder'] }),
  }));
  const bobs: CaseSketch = { id: BOBS_ORDER, state: 'APPROVED', ...bob, ...at(MEI), lastStepAt: ago(3) };

  // Ann's past: from luigi most, never from mei. Bob's: from mei most, never from luigi.
  const past = (resident: typeof ann, kitchen: number, count: number): CaseSketch[] =>
    Array.from({ length: count }, () => ({
      state: 'DELIVERED',
      ...resident,
      ...at(kitchen),
      lastStepAt: ago(random.whole(3, 170) * DAY_MINUTES + random.whole(0, 180)),
      courierId: dana,
    }));
  const pasts = [
    ...past(ann, LUIGI, 24),
    ...past(ann, 3, 5),
    ...past(ann, 4, 4),
    ...past(bob, MEI, 8),
    ...past(bob, 5, 3),
  ];
  return [...anns, bobs, ...pasts].map((sketch) => seedCase(sketch, random));
}
