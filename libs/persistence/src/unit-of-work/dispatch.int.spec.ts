import {
  AcceptTicket,
  AcceptTickets,
  AssignCourier,
  CancelOrder,
  DEMO_ORDERS,
  PERSONAS,
  ReportLocation,
  SetOnDuty,
  type Command,
  type Reads,
} from '@rungs/application';
import { acceptCase, instantOf, type Actor, type CourierId, type OrderId } from '@rungs/domain';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LocalPayments } from '../adapters/local-payments.ts';
import { SystemClock } from '../adapters/system-clock.ts';
import { openDataSource } from '../data-source.ts';
import { separateReads } from '../reads/loaded-reads.ts';
import { DemoData } from '../seed/demo-data.ts';
import { TypeormUnitOfWork } from './typeorm-unit-of-work.ts';

const { ann, dana, luigi, sam } = PERSONAS;
const clock = new SystemClock();

let database: TestDatabase;
let dataSource: DataSource;
let reads: Reads;
let unitOfWork: TypeormUnitOfWork;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
  reads = separateReads(dataSource);
  unitOfWork = new TypeormUnitOfWork(dataSource);
});

beforeEach(() => new DemoData(dataSource).reset());

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const inAnHour = (): string => instantOf(Date.now() + 3_600_000);

/** Luigi's tickets that nobody has accepted yet. */
async function ticketsToAccept(
  count: number,
): Promise<{ orderId: OrderId; expectedVersion: number; readyBy: string }[]> {
  const { items } = await reads.listTickets(
    { restaurantId: luigi.restaurantId, states: ['AWAITING_ACCEPTANCE'] },
    { limit: 100 },
  );
  const acceptable = items.filter(({ facts }) => facts.orderState === 'APPROVED').slice(0, count);
  expect(acceptable).toHaveLength(count);
  return acceptable.map(({ ticket: { orderId, version } }) => ({
    orderId,
    expectedVersion: version,
    readyBy: inAnHour(),
  }));
}

/** Sends the free couriers home but for so many, who are then the only ones. */
async function leaveFree(count: number): Promise<CourierId[]> {
  const left = await dataSource.query<{ id: string }[]>(
    'SELECT id FROM courier WHERE on_duty AND current_delivery_id IS NULL ORDER BY id LIMIT $1',
    [count],
  );
  const ids = left.map(({ id }) => id);
  expect(ids).toHaveLength(count);
  await dataSource.query(
    'UPDATE courier SET on_duty = false WHERE on_duty AND current_delivery_id IS NULL AND id <> ALL($1)',
    [ids],
  );
  return ids;
}

/** Gives the one delivery of the seed that waits to somebody, so that it stands in nobody's way. */
async function assignWhatWaits(): Promise<void> {
  const orderId = DEMO_ORDERS.PREPARING;
  const expectedVersion = (await reads.findDelivery(orderId))?.delivery.version;
  const { state } = await new AssignCourier(unitOfWork, clock).execute(sam, { orderId, expectedVersion });
  expect(state).toBe('SCHEDULED');
}

async function deliveryOf(orderId: OrderId): Promise<{ state: string; courierId?: string }> {
  const { state, courierId } = (await reads.findDelivery(orderId))!.delivery;
  return { state, ...(courierId !== undefined && { courierId }) };
}

async function courierOf(courierId: CourierId, viewer: Actor = sam): Promise<unknown> {
  return (await reads.findCourier(courierId, viewer))?.courier;
}

function command<T>(work: Command<T, void>['work']): Command<T, void> {
  return { actor: luigi, operation: 'acceptTicket', fingerprint: '', prepare: () => Promise.resolve(), work };
}

/** Resolves once so many transactions wait for the dispatch lock. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const [{ waiting }] = await dataSource.query(
      `SELECT count(*)::integer AS waiting FROM pg_locks
       WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (waiting >= count) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('tickets accepted at the same time', () => {
  it('never get the same courier: four for two couriers leave two waiting', async () => {
    const couriers = await leaveFree(2);
    const accept = new AcceptTicket(unitOfWork, clock);
    const tickets = await ticketsToAccept(4);
    await Promise.all(tickets.map((ticket) => accept.execute(luigi, ticket)));
    const deliveries = await Promise.all(tickets.map(({ orderId }) => deliveryOf(orderId)));
    const scheduled = deliveries.filter(({ state }) => state === 'SCHEDULED');
    expect(scheduled.map(({ courierId }) => courierId).sort()).toEqual(couriers.sort());
    expect(deliveries.filter(({ state }) => state === 'PENDING')).toHaveLength(2);
    for (const { orderId } of tickets) {
      const { courierId } = await deliveryOf(orderId);
      if (courierId !== undefined) expect(await courierOf(courierId)).toMatchObject({ currentDeliveryId: orderId });
    }
  });

  it('in one request get a courier each, and a refused one changes nothing and hinders no other', async () => {
    const [free] = await leaveFree(1);
    const [first, second, third] = await ticketsToAccept(3);
    const tickets = [first!, { ...second!, expectedVersion: 99 }, third!, { ...third!, orderId: ann.consumerId }];
    const input = { tickets, idempotencyKey: 'several' };
    const answers = await new AcceptTickets(unitOfWork, clock).execute(luigi, input);
    expect(answers).toMatchObject([
      { orderId: first!.orderId, ticket: { state: 'ACCEPTED', version: 2 } },
      { orderId: second!.orderId, refusal: { code: 'stale-version' } },
      { orderId: third!.orderId, ticket: { state: 'ACCEPTED', version: 2 } },
      { orderId: ann.consumerId, refusal: { code: 'ticket-not-found' } },
    ]);
    expect(await deliveryOf(first!.orderId)).toEqual({ state: 'SCHEDULED', courierId: free });
    expect(await deliveryOf(second!.orderId)).toEqual({ state: 'PENDING' });
    expect((await reads.findTicket(second!.orderId))?.ticket).toMatchObject({
      state: 'AWAITING_ACCEPTANCE',
      version: 1,
    });
    expect(await new AcceptTickets(unitOfWork, clock).execute(luigi, input)).toStrictEqual(answers);
  });
});

describe('whoever gets free or comes on duty', () => {
  it('sees what a rival accepted while it waited for that to be committed', async () => {
    await assignWhatWaits();
    await leaveFree(0);
    const [ticket] = await ticketsToAccept(1);
    const [off] = await dataSource.query('SELECT id, version FROM courier WHERE NOT on_duty ORDER BY id LIMIT 1');
    let commit: () => void = () => undefined;
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    let accepted: () => void = () => undefined;
    const isAccepted = new Promise<void>((resolve) => (accepted = resolve));
    const rival = unitOfWork.run(
      command(async (transaction) => {
        await transaction.lockDispatch();
        const held = await transaction.findOrderCase(ticket!.orderId);
        expect(await transaction.findFreeCouriers()).toEqual([]);
        await transaction.saveOrderCase(acceptCase(held!, ticket!.readyBy, clock.now()));
        accepted();
        await mayCommit;
      }),
    );
    await isAccepted;
    const courier: Actor = { role: 'courier', courierId: off.id };
    const onDuty = new SetOnDuty(reads, unitOfWork, clock).execute(courier, {
      courierId: off.id,
      onDuty: true,
      expectedVersion: off.version,
    });
    await untilWaiting(1);
    commit();
    await rival;
    expect(await onDuty).toMatchObject({
      onDuty: true,
      currentDeliveryId: ticket!.orderId,
      version: off.version + 2,
    });
    expect(await deliveryOf(ticket!.orderId)).toEqual({ state: 'SCHEDULED', courierId: off.id });
  });

  it('gets what was accepted first, and of those accepted at once the nearest', async () => {
    await assignWhatWaits();
    await leaveFree(0);
    const accept = new AcceptTicket(unitOfWork, clock);
    const [early, late] = await ticketsToAccept(2);
    await accept.execute(luigi, early!);
    await accept.execute(luigi, late!);
    const waiting = (): Promise<unknown> => unitOfWork.run(command((transaction) => transaction.findLongestWaiting()));
    const { location } = (await reads.findRestaurant(luigi.restaurantId))!;
    expect(await waiting()).toEqual([{ orderId: early!.orderId, restaurant: location }]);
    await dataSource.query(
      'UPDATE ticket SET accepted_at = (SELECT accepted_at FROM ticket WHERE order_id = $2) WHERE order_id = $1',
      [late!.orderId, early!.orderId],
    );
    expect(await waiting()).toHaveLength(2);
    // A delivery that was assigned waits no longer, one whose ticket nobody accepted does not wait yet.
    await dataSource.query(`UPDATE delivery SET state = 'CANCELLED' WHERE order_id = $1`, [early!.orderId]);
    expect(await waiting()).toEqual([{ orderId: late!.orderId, restaurant: location }]);
  });

  it('is free again when nothing waits, and free couriers are found with where they were last seen', async () => {
    await assignWhatWaits();
    await leaveFree(0);
    const { courierId } = await deliveryOf(DEMO_ORDERS.ACCEPTED);
    const expectedVersion = (await reads.findOrder(DEMO_ORDERS.ACCEPTED))?.order.version;
    const cancel = new CancelOrder(unitOfWork, new LocalPayments(), clock);
    await cancel.execute(ann, { orderId: DEMO_ORDERS.ACCEPTED, expectedVersion });
    const free = await unitOfWork.run(command((transaction) => transaction.findFreeCouriers()));
    expect(free).toEqual([
      {
        ...((await courierOf(courierId!)) as object),
        lastLocation: expect.objectContaining({ lat: expect.any(Number) }),
      },
    ]);
    expect(await courierOf(courierId!)).not.toHaveProperty('currentDeliveryId');
  });
});

describe('pings', () => {
  const lastSeen = async (): Promise<unknown> => {
    const courier = await unitOfWork.run(command((transaction) => transaction.findCourier(dana.courierId)));
    return courier?.lastLocation;
  };
  const report = (at: string, lat: number): Promise<unknown> =>
    new ReportLocation(unitOfWork, clock).execute(dana, { orderId: DEMO_ORDERS.PICKED_UP, lat, lon: 12.5, at });

  it('tell where a courier was last seen, whichever comes last of those sent', async () => {
    const [version] = await dataSource.query('SELECT version FROM courier WHERE id = $1', [dana.courierId]);
    const newest = { lat: 41.91, lon: 12.5, at: instantOf(Date.now()) };
    await report(newest.at, newest.lat);
    await report('2026-11-01T12:00:30.000Z', 41.9);
    expect(await lastSeen()).toEqual(newest);
    expect((await reads.findDelivery(DEMO_ORDERS.PICKED_UP))?.lastLocation).toEqual(newest);
    const track = await reads.findTrack(DEMO_ORDERS.PICKED_UP, { limit: 100 });
    expect(track?.slice.items.slice(-2).map(({ lat }) => lat)).toEqual([41.9, 41.91]);
    expect(await dataSource.query('SELECT version FROM courier WHERE id = $1', [dana.courierId])).toEqual([version]);
  });

  it('of a time that cannot be stored are refused', async () => {
    await expect(report('0000-01-01T00:00:00.000Z', 41.9)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('wait for nobody who works on couriers, and are kept by whoever saves one meanwhile', async () => {
    const at = instantOf(Date.now());
    await unitOfWork.run(
      command(async (transaction) => {
        await transaction.lockDispatch();
        const [free] = await transaction.findFreeCouriers();
        await dataSource.query('UPDATE courier SET last_lat = 1, last_lon = 2, last_seen_at = $2 WHERE id = $1', [
          free!.id,
          at,
        ]);
        await transaction.saveCourier({ ...free!, version: free!.version + 1, onDuty: false });
        expect(await transaction.findCourier(free!.id)).toEqual({
          ...free!,
          version: free!.version + 1,
          onDuty: false,
          lastLocation: { lat: 1, lon: 2, at },
        });
      }),
    );
  });
});
