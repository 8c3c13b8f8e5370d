import { PERSONAS } from '@rungs/application';
import { epochMsOf, instantOf, type Courier, type Instant, type LocationPing, type OrderState } from '@rungs/domain';
import { demoCases } from './demo-cases.ts';
import type { Random } from './random.ts';
import { DISTRICTS, placeIn } from './rome.ts';
import { PATHS, seedCase, type SeededCase } from './seeded-case.ts';
import type { Kitchen, Resident, World } from './world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 180;
/** Of the orders, those that are under way; the others have ended. */
const UNDER_WAY = { share: 0.02, most: 500 };
/** Of the couriers on duty, those with a delivery: some stay free. */
const BUSY_SHARE = 0.8;

export interface Orders {
  /** With their current deliveries, and where they were last seen. */
  readonly couriers: readonly Courier[];
  /** One after another, since a million of them would not fit into memory. */
  readonly cases: () => Generator<SeededCase>;
}

/** The orders of a world, the demo orders first, then those under way, then history from its beginning. */
export function makeOrders(world: World, count: number, anchor: Instant, random: Random): Orders {
  // Ann's and bob's orders are the fixed ones alone, so that what is said about them stays true.
  const residents = world.residents.slice(2);
  const free = world.couriers.filter(({ id, onDuty }) => onDuty && id !== PERSONAS.dana.courierId);
  const busy = free.slice(0, Math.floor(free.length * BUSY_SHARE)).map(({ id }) => id);
  const [accepted = '', ready = ''] = busy.splice(0, 2);

  const demo = demoCases(world, anchor, { accepted, ready }, random);
  const underWay = Array.from({ length: Math.min(UNDER_WAY.most, Math.floor(count * UNDER_WAY.share)) }, () =>
    caseUnderWay(residents, world.kitchens, busy, anchor, random),
  );
  const ended = Math.max(0, count - demo.length - underWay.length);

  const current = new Map<string, SeededCase>();
  for (const seeded of [...demo, ...underWay]) {
    const { courierId, state } = seeded.orderCase.delivery;
    if (courierId !== undefined && (state === 'SCHEDULED' || state === 'PICKED_UP')) current.set(courierId, seeded);
  }
  const couriers = world.couriers.map((courier): Courier => {
    const delivering = current.get(courier.id);
    return {
      ...courier,
      ...(delivering && { currentDeliveryId: delivering.orderCase.order.id }),
      lastLocation: delivering?.pings.at(-1) ?? somewhere(anchor, random),
    };
  });

  return {
    couriers,
    *cases() {
      yield* demo;
      yield* underWay;
      const endMs = epochMsOf(anchor) - 3 * 60 * MINUTE_MS;
      for (let number = 0; number < ended; number++) {
        const share = (number + random.unit()) / ended;
        const placedMs = mealtime(endMs - (1 - share) * HISTORY_DAYS * DAY_MS, endMs, random);
        yield endedCase(residents, world, instantOf(placedMs), random);
      }
    },
  };
}

/** Where a courier without pings of late was seen, within the last half hour: after every delivery that has ended. */
function somewhere(anchor: Instant, random: Random): LocationPing {
  const { location } = placeIn(random.pick(DISTRICTS), random);
  return { ...location, at: instantOf(epochMsOf(anchor) - random.whole(MINUTE_MS, 30 * MINUTE_MS)) };
}

function caseUnderWay(
  residents: readonly Resident[],
  kitchens: readonly Kitchen[],
  busy: string[],
  anchor: Instant,
  random: Random,
): SeededCase {
  const drawn = random.pick<OrderState>([
    'APPROVED', 'APPROVED', 'APPROVED', 'ACCEPTED', 'ACCEPTED', 'PREPARING', 'PREPARING', 'READY_FOR_PICKUP', 'PICKED_UP', 'PICKED_UP',
  ]); // prettier-ignore
  // As dispatch leaves it: nothing that was accepted waits for a courier while one is free.
  const courierId = drawn === 'APPROVED' ? undefined : busy.pop();
  const state = courierId === undefined ? 'APPROVED' : drawn;
  const lastStepAt = instantOf(epochMsOf(anchor) - random.whole(1, 10) * MINUTE_MS - random.whole(0, 59_999));
  return seedCase({ state, ...random.pick(residents), ...random.pickPopular(kitchens), lastStepAt, courierId }, random);
}

function endedCase(
  residents: readonly Resident[],
  { kitchens, couriers }: World,
  placedAt: Instant,
  random: Random,
): SeededCase {
  const chance = random.unit();
  const state = chance < 0.93 ? 'DELIVERED' : chance < 0.975 ? 'CANCELLED' : 'REJECTED';
  return seedCase(
    {
      state,
      ...random.pick(residents),
      ...random.pickPopular(kitchens),
      placedAt,
      courierId: random.pick(couriers).id,
      path: random.pick(PATHS[state]),
      ...(random.chance(0.1) && { cancelledBy: PERSONAS.sam }),
    },
    random,
  );
}

/** The same day at lunch or dinner (in UTC), where most orders lie; never later than the end. */
function mealtime(ms: number, endMs: number, random: Random): number {
  const midnight = Math.floor(ms / DAY_MS) * DAY_MS;
  const hour = random.chance(0.4) ? 11 + random.unit() * 2.5 : 17.5 + random.unit() * 3.5;
  const at = Math.floor(midnight + hour * 60 * MINUTE_MS);
  return at > endMs ? Math.floor(ms) : at;
}
