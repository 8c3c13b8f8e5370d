import { Refusal, type Actor } from '@rungs/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { fixedClock, InMemoryWorld } from '../../spec/in-memory-world.ts';
import { aCourier, anOrderCase, aRestaurant } from '../../spec/order.mother.ts';
import { refusalOf } from '../../spec/refusal-of.ts';
import { RefundBill } from '../accounting/refund-bill.ts';
import { PERSONAS } from '../demo.ts';
import { AssignCourier } from '../delivery/assign-courier.ts';
import { NoteDelivered } from '../delivery/note-delivered.ts';
import { NotePickedUp } from '../delivery/note-picked-up.ts';
import { ReportLocation } from '../delivery/report-location.ts';
import { SetOnDuty } from '../delivery/set-on-duty.ts';
import { AcceptTicket } from '../kitchen/accept-ticket.ts';
import { AcceptTickets } from '../kitchen/accept-tickets.ts';
import { FinishPreparing } from '../kitchen/finish-preparing.ts';
import { RejectTicket } from '../kitchen/reject-ticket.ts';
import { StartPreparing } from '../kitchen/start-preparing.ts';
import type { Reads } from '../ports/reads.ts';
import { InvalidInput } from '../unchecked.ts';

const { ann, luigi, mei, dana, sam } = PERSONAS;
const orderId = anOrderCase().order.id;
const otherId = '01900000-0000-7000-8000-0000000000ab';
const readyBy = '2026-11-01T12:30:00.000Z';
/** Nobody's: a courier whom nobody but support sees. */
const noReads = { findCourier: () => Promise.resolve(undefined) } as Partial<Reads> as Reads;
let world: InMemoryWorld;

beforeEach(() => {
  world = new InMemoryWorld();
  world.cases.set(orderId, anOrderCase());
});

const held = (id = orderId) => {
  const found = world.cases.get(id);
  if (!found) throw new Error(`There is no case ${id}.`);
  return found;
};
const accept = (id = orderId, actor: Actor = luigi, expectedVersion = 1) =>
  new AcceptTicket(world, fixedClock).execute(actor, { orderId: id, readyBy, expectedVersion });
const start = () => new StartPreparing(world, fixedClock).execute(luigi, { orderId, expectedVersion: 2 });
const finish = () => new FinishPreparing(world, fixedClock).execute(luigi, { orderId, expectedVersion: 3 });
const pickUp = () => new NotePickedUp(world, fixedClock).execute(dana, { orderId, expectedVersion: 2 });
const deliver = () => new NoteDelivered(world, world, fixedClock).execute(dana, { orderId, expectedVersion: 3 });

describe('the life of an order', () => {
  it('goes from acceptance to delivery, each thing with versions of its own', async () => {
    await accept();
    expect(held()).toMatchObject({
      order: { state: 'ACCEPTED', version: 2 },
      ticket: { state: 'ACCEPTED', version: 2, readyBy },
      delivery: { state: 'SCHEDULED', version: 2, courierId: dana.courierId, estimatedAt: '2026-11-01T12:50:00.000Z' },
    });
    await start();
    await finish();
    await pickUp();
    expect(held()).toMatchObject({
      order: { state: 'PICKED_UP', version: 5 },
      ticket: { state: 'PICKED_UP', version: 5 },
      delivery: { state: 'PICKED_UP', version: 3 },
    });
    await deliver();
    expect(held()).toMatchObject({
      order: { state: 'DELIVERED', version: 6 },
      ticket: { version: 5 },
      delivery: { state: 'DELIVERED', version: 4 },
      bill: { paymentState: 'CAPTURED' },
    });
    expect(world.captured).toEqual(['auth-0']);
    expect(world.couriers[0]).toEqual(aCourier({ version: 3 }));
  });

  it.each([undefined, 'a key'])(
    'tells the payment provider what it could not be told when it is asked again (idempotency key: %s)',
    async (idempotencyKey) => {
      const down = () => Promise.reject(new Refusal('unavailable', { part: 'The provider', retryAfterSeconds: 5 }));
      world.cases.set(otherId, anOrderCase(otherId));
      await accept();
      await start();
      await finish();
      await pickUp();
      const deliverNow = () =>
        new NoteDelivered(world, world, fixedClock).execute(dana, { orderId, expectedVersion: 3, idempotencyKey });
      const reject = () =>
        new RejectTicket(world, world, fixedClock).execute(luigi, {
          orderId: otherId,
          reason: 'No fish today.',
          expectedVersion: 1,
          ...(idempotencyKey !== undefined && { idempotencyKey: `another than ${idempotencyKey}` }),
        });
      const { capture, void: giveBack } = world;
      world.capture = world.void = down;
      expect(await refusalOf(deliverNow())).toBe('unavailable');
      expect(await refusalOf(reject())).toBe('unavailable');
      const happened = world.events.length;
      world.capture = capture;
      world.void = giveBack;
      await deliverNow();
      await reject();
      expect([world.captured, world.voided, world.events.length]).toEqual([['auth-0'], ['auth-0'], happened]);
    },
  );

  it('takes no step twice, but says yes to one that already holds as asked', async () => {
    const first = await accept();
    expect(await accept()).toEqual(first);
    expect(
      await refusalOf(
        new AcceptTicket(world, fixedClock).execute(luigi, {
          orderId,
          readyBy: '2026-11-01T13:00:00.000Z',
          expectedVersion: 2,
        }),
      ),
    ).toBe('ticket-not-acceptable');
    expect(world.events).toHaveLength(1);
  });

  it('refuses in the fixed order: not found, forbidden, state, version, input', async () => {
    const late = '2026-11-03T12:00:00.000Z';
    const asked = (actor: Actor, expectedVersion?: number) =>
      refusalOf(new AcceptTicket(world, fixedClock).execute(actor, { orderId, readyBy: late, expectedVersion }));
    expect(await asked({ role: 'anonymous' })).toBe('unauthenticated');
    expect(await asked(mei)).toBe('ticket-not-found');
    expect(await asked(ann)).toBe('forbidden');
    expect(await asked(luigi)).toBe('version-required');
    expect(await asked(luigi, 7)).toBe('stale-version');
    expect(await asked(luigi, 1)).toBe('ready-by-out-of-range');
    expect(await refusalOf(start())).toBe('preparation-not-startable');
    expect(world.events).toEqual([]);
  });

  it('ends with a rejection, whose reason is kept and whose authorization is given back', async () => {
    const reject = (reason: string, expectedVersion = 1) =>
      new RejectTicket(world, world, fixedClock).execute(luigi, { orderId, reason, expectedVersion });
    expect(await refusalOf(reject(''))).toBe('invalid-input');
    const rejected = await reject('No fish today.');
    expect(rejected).toMatchObject({ state: 'REJECTED', rejectionReason: 'No fish today.', actions: [] });
    expect(held()).toMatchObject({ delivery: { state: 'CANCELLED' }, bill: { paymentState: 'VOIDED' } });
    expect(world.voided).toEqual(['auth-0']);
    expect(await reject('No fish today.')).toEqual(rejected);
    expect(await refusalOf(reject('Another reason.', 2))).toBe('ticket-not-rejectable');
  });
});

describe('who delivers', () => {
  it('is the nearest free courier to the restaurant', async () => {
    const { location } = aRestaurant();
    const near = aCourier({ id: '01900000-0000-7000-8000-00000000c009', lastLocation: { ...location, at: readyBy } });
    const off = { ...near, id: '01900000-0000-7000-8000-00000000c000', onDuty: false };
    const unseen = aCourier({ id: '01900000-0000-7000-8000-00000000c001' });
    world.couriers = [aCourier(), off, near, unseen];
    await accept();
    expect(held().delivery.courierId).toBe(near.id);
  });

  it('is nobody while none is free, and then whoever gets free first', async () => {
    world.cases.set(otherId, anOrderCase(otherId));
    await accept();
    await accept(otherId);
    expect(held(otherId).delivery).toMatchObject({ state: 'PENDING', version: 1 });
    await start();
    await finish();
    await pickUp();
    await deliver();
    expect(held(otherId).delivery).toMatchObject({ state: 'SCHEDULED', courierId: dana.courierId });
    expect(world.couriers[0]).toMatchObject({ currentDeliveryId: otherId, version: 4 });
    expect(world.events.map(({ type }) => type).at(-1)).toBe('assignCourier');
  });

  it('is whoever comes on duty, when a delivery waits', async () => {
    world.couriers = [aCourier({ onDuty: false })];
    await accept();
    const onDuty = (value: boolean, expectedVersion: number) =>
      new SetOnDuty(noReads, world, fixedClock).execute(dana, {
        courierId: dana.courierId,
        onDuty: value,
        expectedVersion,
      });
    expect(await onDuty(true, 1)).toMatchObject({ onDuty: true, currentDeliveryId: orderId, version: 3, actions: [] });
    expect(await refusalOf(onDuty(false, 3))).toBe('courier-busy');
    expect(
      await refusalOf(
        new SetOnDuty(noReads, world, fixedClock).execute(ann, { courierId: dana.courierId, onDuty: true }),
      ),
    ).toBe('courier-not-found');
  });

  it('is whom support names, if free', async () => {
    world.couriers = [aCourier({ onDuty: false })];
    await accept();
    const assign = (courierId?: string) =>
      new AssignCourier(world, fixedClock).execute(sam, { orderId, courierId, expectedVersion: 1 });
    expect(await refusalOf(assign())).toBe('courier-unavailable');
    expect(await refusalOf(assign(dana.courierId))).toBe('courier-unavailable');
    expect(await refusalOf(assign(otherId))).toBe('invalid-input');
    world.couriers = [aCourier()];
    expect(await assign(dana.courierId)).toMatchObject({ state: 'SCHEDULED', courierPhone: aCourier().phone });
    expect(await refusalOf(assign(otherId))).toBe('courier-not-assignable');
    expect(await assign()).toMatchObject({ state: 'SCHEDULED', version: 2 });
    const misread = new InvalidInput({ orderId }, [{ path: '/courierId', message: 'must be a text' }]);
    expect(await refusalOf(new AssignCourier(world, fixedClock).execute(sam, misread))).toBe('courier-not-assignable');
  });

  it('reports from a current delivery only, and from no future', async () => {
    const report = (at?: string) =>
      new ReportLocation(world, fixedClock).execute(dana, { orderId, lat: 41.9, lon: 12.5, at });
    expect(await refusalOf(report())).toBe('delivery-not-found');
    await accept();
    expect(await report()).toEqual({ lat: 41.9, lon: 12.5, at: fixedClock.now() });
    expect(await refusalOf(report('2026-11-01T12:01:00.001Z'))).toBe('invalid-input');
    expect(held().delivery.version).toBe(2);
  });
});

describe('accepting several tickets', () => {
  it('takes each on its own', async () => {
    world.cases.set(otherId, anOrderCase(otherId));
    const outcome = await new AcceptTickets(world, fixedClock).execute(luigi, {
      tickets: [
        { orderId, readyBy, expectedVersion: 9 },
        { orderId: otherId, readyBy, expectedVersion: 1 },
      ],
    });
    expect(outcome).toMatchObject([
      { orderId, refusal: { code: 'stale-version' } },
      { orderId: otherId, ticket: { state: 'ACCEPTED' } },
    ]);
    expect(held().ticket.state).toBe('AWAITING_ACCEPTANCE');
  });

  it('is the restaurant’s alone, and needs some', async () => {
    const acceptTickets = new AcceptTickets(world, fixedClock);
    expect(await refusalOf(acceptTickets.execute(sam, { tickets: [] }))).toBe('forbidden');
    expect(await refusalOf(acceptTickets.execute(luigi, { tickets: [] }))).toBe('invalid-input');
  });
});

describe('refunding', () => {
  it('adds up to what was captured, and no further', async () => {
    const refund = (amount: number, currency = 'EUR') =>
      new RefundBill(world, world, fixedClock).execute(sam, { orderId, amount: { amount, currency }, reason: 'Cold.' });
    expect(await refusalOf(refund(100))).toBe('bill-not-refundable');
    await accept();
    await start();
    await finish();
    await pickUp();
    await deliver();
    const total = held().bill.total.amount;
    expect(await refusalOf(refund(0))).toBe('invalid-input');
    expect(await refusalOf(refund(1, 'USD'))).toBe('invalid-input');
    expect(await refusalOf(refund(total + 1))).toBe('refund-exceeds-payment');
    expect(await refund(100)).toMatchObject({ paymentState: 'PARTLY_REFUNDED', actions: ['refundBill'] });
    expect(await refusalOf(refund(total - 99))).toBe('refund-exceeds-payment');
    expect(await refund(total - 100)).toMatchObject({ paymentState: 'REFUNDED', actions: [] });
    expect(await refusalOf(refund(1))).toBe('bill-not-refundable');
    expect(world.refunded.map(({ refundId }) => refundId)).toEqual([`${orderId}/1`, `${orderId}/2`]);
  });
});
