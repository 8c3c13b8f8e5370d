import type { Courier, CourierId, LocationPing, OrderId, WaitingDelivery } from '@rungs/domain';
import type { EntityManager } from 'typeorm';
import { courierOf, CourierRow } from './courier.row.ts';
import { LocationPingRow } from './location-ping.row.ts';

const DISPATCH_LOCK = 7_864_764_474; // The migrations' lock and one: any number that is ours alone would do.

/** Waits until every other transaction that has called this has ended, and then sees what it left. */
export async function lockDispatch(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [DISPATCH_LOCK]);
}

export async function findFreeCouriers(manager: EntityManager): Promise<Courier[]> {
  const rows = await manager
    .createQueryBuilder(CourierRow, 'c')
    .where('c.onDuty AND c.currentDeliveryId IS NULL')
    .getMany();
  return rows.map(courierOf);
}

/** Of the accepted orders' deliveries without a courier those accepted first, all of them where several were at once. */
export const LONGEST_WAITING = `
  SELECT t.order_id AS "orderId", r.lat, r.lon
  FROM ticket t
  JOIN delivery d ON d.order_id = t.order_id AND d.state = 'PENDING'
  JOIN restaurant r ON r.id = t.restaurant_id
  WHERE t.state IN ('ACCEPTED', 'PREPARING', 'READY_FOR_PICKUP')
  ORDER BY t.accepted_at FETCH FIRST ROW WITH TIES`;

export async function findLongestWaiting(manager: EntityManager): Promise<WaitingDelivery[]> {
  const rows = (await manager.query(LONGEST_WAITING)) as { orderId: OrderId; lat: number; lon: number }[];
  return rows.map(({ orderId, lat, lon }) => ({ orderId, restaurant: { lat, lon } }));
}

export async function insertPing(
  manager: EntityManager,
  orderId: OrderId,
  courierId: CourierId,
  { lat, lon, at }: LocationPing,
): Promise<void> {
  // Nobody asks for the new row's number.
  const inserted = manager.createQueryBuilder().insert().into(LocationPingRow).values({ orderId, lat, lon, at });
  await inserted.updateEntity(false).execute();
  await manager
    .createQueryBuilder()
    .update(CourierRow)
    .set({ lastLat: lat, lastLon: lon, lastSeenAt: at })
    // A ping may come late, after a newer one.
    .where('id = :courierId AND (lastSeenAt IS NULL OR lastSeenAt <= :at)', { courierId, at })
    .execute();
}

export async function findLastPing(manager: EntityManager, orderId: OrderId): Promise<LocationPing | undefined> {
  const row = await manager
    .createQueryBuilder(LocationPingRow, 'p')
    .where('p.orderId = :orderId', { orderId })
    .orderBy({ 'p.at': 'DESC', 'p.id': 'DESC' })
    .limit(1)
    .getOne();
  return row ? { lat: row.lat, lon: row.lon, at: row.at } : undefined;
}
