import type { OrderCase, OrderId } from '@rungs/domain';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { billOf, billRowOf } from '../accounting/bill-row.mapper.ts';
import { BillRow } from '../accounting/bill.row.ts';
import { deliveryOf, deliveryRowOf } from '../delivery/delivery-row.mapper.ts';
import { DeliveryRow } from '../delivery/delivery.row.ts';
import { ticketOf, ticketRowOf } from '../kitchen/ticket-row.mapper.ts';
import { TicketRow } from '../kitchen/ticket.row.ts';
import { orderOf, orderRowOf } from './order-row.mapper.ts';
import { OrderRow } from './order.row.ts';

type CaseRow = OrderRow & { ticket: TicketRow; delivery: DeliveryRow; bill: BillRow };

/** The four rows of an order's case, locked until the transaction ends. */
export async function lockOrderCase(manager: EntityManager, orderId: OrderId): Promise<OrderCase | undefined> {
  const row = (await manager
    .createQueryBuilder(OrderRow, 'o')
    .innerJoinAndMapOne('o.ticket', TicketRow, 't', 't.orderId = o.id')
    .innerJoinAndMapOne('o.delivery', DeliveryRow, 'd', 'd.orderId = o.id')
    .innerJoinAndMapOne('o.bill', BillRow, 'b', 'b.orderId = o.id')
    .where('o.id = :orderId', { orderId })
    // All four, not the order alone: READ COMMITTED reads again only the rows that it locks, so after a wait the
    // others would still be as they were before it.
    .setLock('pessimistic_write')
    .getOne()) as CaseRow | null;
  if (!row) return undefined;
  const { ticket, delivery, bill, ...order } = row;
  return {
    order: orderOf(order),
    ticket: ticketOf(ticket),
    delivery: deliveryOf(delivery),
    bill: billOf(bill),
    ...(order.cancelledBy !== null && { cancelledBy: order.cancelledBy }),
  };
}

export async function insertOrderCase(manager: EntityManager, added: OrderCase): Promise<void> {
  await manager.insert(OrderRow, orderRowOf(added.order, added.cancelledBy));
  await manager.insert(TicketRow, ticketRowOf(added.ticket));
  await manager.insert(DeliveryRow, deliveryRowOf(added.delivery));
  await manager.insert(BillRow, billRowOf(added.bill));
}

/** Writes those parts that are not the same as `found`, each only on top of the version that was found. */
export async function updateOrderCase(manager: EntityManager, found: OrderCase, changed: OrderCase): Promise<void> {
  const orderId = found.order.id;
  if (changed.order !== found.order || changed.cancelledBy !== found.cancelledBy) {
    const { id: _id, ...columns } = orderRowOf(changed.order, changed.cancelledBy);
    await updateOne(manager, OrderRow, { id: orderId, version: found.order.version }, columns);
  }
  if (changed.ticket !== found.ticket) {
    const { orderId: _id, ...columns } = ticketRowOf(changed.ticket);
    await updateOne(manager, TicketRow, { orderId, version: found.ticket.version }, columns);
  }
  if (changed.delivery !== found.delivery) {
    const { orderId: _id, ...columns } = deliveryRowOf(changed.delivery);
    await updateOne(manager, DeliveryRow, { orderId, version: found.delivery.version }, columns);
  }
  if (changed.bill !== found.bill) {
    const { orderId: _id, ...columns } = billRowOf(changed.bill);
    await updateOne(manager, BillRow, { orderId }, columns);
  }
}

/** The row is locked, so one that is not there as found is a defect of ours, never a race. */
export async function updateOne<R extends ObjectLiteral>(
  manager: EntityManager,
  row: EntityTarget<R>,
  where: Partial<R>,
  columns: object,
): Promise<void> {
  const { affected } = await manager.createQueryBuilder().update(row).set(columns).where(where).execute();
  if (affected !== 1) throw new Error(`Updated ${affected} rows where one was locked: ${JSON.stringify(where)}`);
}
