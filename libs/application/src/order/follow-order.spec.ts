import { isRefusal, type Actor } from '@rungs/domain';
import { expect, it } from 'vitest';
import { anOrderCase } from '../../spec/order.mother.ts';
import { PERSONAS } from '../demo.ts';
import type { EventFeed, OrderEvent, OrderMoment } from '../ports/event-feed.ts';
import { momentOf } from './case-step.ts';
import { FollowOrder, type OrderTold } from './follow-order.ts';

const { ann, bob, luigi, dana } = PERSONAS;
const held = anOrderCase();
const orderId = held.order.id;
const clock = { now: () => '2026-11-01T12:00:00.000Z' };

/** The order after each event: placed, accepted with dana as its courier, seen on its way, delivered. */
const PLACED = momentOf(held);
const ACCEPTED: OrderMoment = {
  ...PLACED,
  facts: { ...PLACED.facts, orderState: 'ACCEPTED', deliveryState: 'SCHEDULED', courierId: dana.courierId },
};
const SEEN: OrderMoment = { ...ACCEPTED, location: { lat: 41.9, lon: 12.5, at: clock.now() } };
const DELIVERED: OrderMoment = {
  ...ACCEPTED,
  facts: { ...ACCEPTED.facts, orderState: 'DELIVERED', deliveryState: 'DELIVERED' },
};
const MOMENTS = [PLACED, ACCEPTED, SEEN, DELIVERED] as const;
const TYPES = ['placeOrder', 'acceptTicket', 'reportLocation', 'noteDelivered'] as const;

/** A feed in which these events have happened, and the others are still to come. */
function feedAt(happened: number): EventFeed {
  const events = MOMENTS.map((moment, index): OrderEvent => {
    return { id: String(index + 9), type: TYPES[index]!, at: clock.now(), ...moment };
  });
  const last = events[happened - 1]!;
  return {
    present: (asked) => Promise.resolve(asked === orderId ? { ...MOMENTS[happened - 1]!, id: last.id } : undefined),
    follow: async function* (_orderId, after) {
      await Promise.resolve();
      yield* events.filter(({ id }) => Number(id) > Number(after));
    },
  };
}

async function told(actor: Actor, happened: number, after?: string): Promise<unknown[] | undefined> {
  const following = await new FollowOrder(feedAt(happened), clock).execute(
    actor,
    { orderId, after },
    new AbortController().signal,
  );
  if (!following) return undefined;
  const names: unknown[] = [];
  for await (const each of following) names.push(nameOf(each));
  return names;
}

function nameOf(each: OrderTold): unknown {
  return each.kind === 'state' ? (each.type ?? each.order.state) : each.kind === 'end' ? each.reason : each.lat;
}

it('tells how the order stands, and then what happens, until it is over', async () => {
  expect(await told(ann, 1)).toEqual(['APPROVED', 'acceptTicket', 41.9, 'noteDelivered', 'over']);
  expect(await told(luigi, 3)).toEqual(['ACCEPTED', 'noteDelivered', 'over']);
});

it('goes on after what is known, across the tenth and the hundredth', async () => {
  expect(await told(ann, 2, '9')).toEqual(['acceptTicket', 41.9, 'noteDelivered', 'over']);
  expect(await told(ann, 4, '11')).toEqual(['noteDelivered', 'over']);
});

it('has nothing for whoever knows how the order ended, and the end for whoever does not', async () => {
  expect(await told(ann, 4, '12')).toBeUndefined();
  expect(await told(ann, 4)).toEqual(['DELIVERED', 'over']);
});

it('begins anew for one who knows more than has happened', async () => {
  expect(await told(ann, 3, '100')).toEqual(['ACCEPTED', 'noteDelivered', 'over']);
});

it('tells a courier of the delivery alone: not of before, and not of after', async () => {
  expect(await told(dana, 2, '0')).toEqual(['acceptTicket', 41.9, 'out-of-sight']);
});

it.each([
  ['a stranger', bob, orderId, 'order-not-found'],
  ['a courier of another delivery', { ...dana, courierId: bob.consumerId }, orderId, 'order-not-found'],
  ['everybody, of an id that is none', ann, 'no id', 'order-not-found'],
  ['nobody', { role: 'anonymous' } as const, orderId, 'unauthenticated'],
])('refuses %s', async (_who, actor, id, code) => {
  const following = new FollowOrder(feedAt(2), clock).execute(actor, { orderId: id }, new AbortController().signal);
  const error: unknown = await following.catch((caught: unknown) => caught);
  expect(isRefusal(error) && error.code).toBe(code);
});
