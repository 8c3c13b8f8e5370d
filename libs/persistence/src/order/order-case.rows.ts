import type { OrderCase, OrderId } from '@rungs/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { billOf, billRowOf } from '../accounting/bill-row.mapper.ts';
import { BillRow } from '../accounting/bill.row.ts';
import { deliveryOf, deliveryRowOf } from '../delivery/delivery-row.mapper.ts';
import { DeliveryRow } from '../delivery/delivery.row.ts';
import { ticketOf, ticketRowOf } from '../kitchen/ticket-row.mapper.ts';
import { TicketRow } from '../kitchen/ticket.row.ts';
import { updateOne } from '../row-writes.ts';
import { orderOf, orderRowOf } from './order-row.mapper.ts';
import { OrderRow } from './order.row.ts';

type CaseRow = OrderRow & { ticket: TicketRow; delivery: DeliveryRow; bill: BillRow };

function caseQuery(manager: EntityManager, orderId: OrderId): SelectQueryBuilder<OrderRow> {
  return manager
    .createQueryBuilder(OrderRow, 'o')
    .innerJoinAndMapOne('o.ticket', TicketRow, 't', 't.orderId = o.id')
    .innerJoinAndMapOne('o.delivery', DeliveryRow, 'd', 'd.orderId = o.id')
    .innerJoinAndMapOne('o.bill', BillRow, 'b', 'b.orderId = o.id')
    .where('o.id = :orderId', { orderId });
}

/** The four rows of an order's case as they are committed now. */
export async function findOrderCase(manager: EntityManager, orderId: OrderId): Promise<OrderCase | undefined> {
  return caseOf(await caseQuery(manager, orderId).getOne());
}

/** The same, locked until the transaction ends. */
export async function lockOrderCase(manager: EntityManager, orderId: OrderId): Promise<OrderCase | undefined> {
  // All four, not the order alone: READ COMMITTED reads again only the rows that it locks, so after a wait the
  // others would still be as they were before it.
  return caseOf(await caseQuery(manager, orderId).setLock('pessimistic_write').getOne());
}

function caseOf(row: OrderRow | null): OrderCase | undefined {
  if (!row) return undefined;
  const { ticket, delivery, bill, ...order } = row as CaseRow;
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
  await manager.insert(TicketRow, ticketRowOf(added.ticket, added.order));
  await manager.insert(DeliveryRow, deliveryRowOf(added.delivery, added.order));
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
    const { orderId: _id, ...columns } = ticketRowOf(changed.ticket, changed.order);
    await updateOne(manager, TicketRow, { orderId, version: found.ticket.version }, columns);
  }
  if (changed.delivery !== found.delivery) {
    const { orderId: _id, ...columns } = deliveryRowOf(changed.delivery, changed.order);
    await updateOne(manager, DeliveryRow, { orderId, version: found.delivery.version }, columns);
  }
  if (changed.bill !== found.bill) {
    const { orderId: _id, ...columns } = billRowOf(changed.bill);
    await updateOne(manager, BillRow, { orderId }, columns);
  }
}
