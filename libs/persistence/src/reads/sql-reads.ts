import type {
  BasketRecord,
  CaseFacts,
  DeliveryRecord,
  OrderDetailsRecord,
  OrderFilter,
  OrderHistoryEntry,
  OrderPart,
  OrderRecord,
  Reads,
  RestaurantFilter,
  Slice,
  Window,
} from '@rungs/application';
import type {
  Actor,
  Bill,
  Consumer,
  ConsumerId,
  Courier,
  CourierId,
  Delivery,
  Menu,
  MenuItem,
  MenuItemId,
  Order,
  OrderId,
  Restaurant,
  RestaurantId,
  Ticket,
} from '@rungs/domain';
import type { DataSource } from 'typeorm';
import { withoutNulls } from '../absent.ts';
import { asRefusal } from '../database-failure.ts';
import { sliceOf, type KeysetRow, type Statement } from './keyset.ts';
import { ORDER_DETAILS } from './order-details.sql.ts';
import { orderHistoryStatement } from './order-history.sql.ts';
import { orderListStatement } from './order-list.sql.ts';
import { restaurantListStatement } from './restaurant-list.sql.ts';
import { BASKET, BILL, CONSUMER, COURIER, DELIVERY, MENU, MENU_ITEM, ORDER, RESTAURANT, TICKET } from './single.sql.ts';

/**
 * Reads by SQL that builds the JSON in the database: one statement each, no entity and no second look-up.
 * What comes back is the domain's shape already, but for NULL members, which are absent ones.
 */
export class SqlReads implements Reads {
  constructor(private readonly dataSource: DataSource) {}

  async findConsumer(
    consumerId: ConsumerId,
    viewer: Actor,
  ): Promise<{ readonly consumer: Consumer; readonly servedByViewer: boolean } | undefined> {
    const restaurantId = viewer.role === 'restaurant' ? viewer.restaurantId : null;
    const courierId = viewer.role === 'courier' ? viewer.courierId : null;
    return this.one(CONSUMER, [consumerId, restaurantId, courierId]);
  }

  async findRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined> {
    return this.one(RESTAURANT, [restaurantId]);
  }

  async listRestaurants(filter: RestaurantFilter, window: Window): Promise<Slice<Restaurant>> {
    return this.page(restaurantListStatement(filter, window), window, (record) => record as Restaurant);
  }

  async findMenu(restaurantId: RestaurantId): Promise<Menu | undefined> {
    return this.one(MENU, [restaurantId]);
  }

  async findMenuItem(restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<MenuItem | undefined> {
    return this.one(MENU_ITEM, [restaurantId, menuItemId]);
  }

  async findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<BasketRecord | undefined> {
    return this.one(BASKET, [consumerId, restaurantId]);
  }

  async findOrder(orderId: OrderId): Promise<OrderRecord | undefined> {
    const record = await this.one<OrderRecord>(ORDER, [orderId]);
    return record && orderRecordOf(record);
  }

  async findOrderDetails(orderId: OrderId, parts: ReadonlySet<OrderPart>): Promise<OrderDetailsRecord | undefined> {
    const asked = (['consumer', 'restaurant', 'ticket', 'delivery', 'courier', 'bill'] as const).map((part) =>
      parts.has(part),
    );
    const found = await this.one<OrderDetailsRecord>(ORDER_DETAILS, [orderId, ...asked]);
    if (!found) return undefined;
    const { ticket, delivery, courier, ...same } = found;
    return withoutNulls<OrderDetailsRecord>({
      ...same,
      ...orderRecordOf(found),
      ticket: ticket && withoutNulls<Ticket>(ticket),
      delivery: delivery && deliveryRecordOf(delivery),
      courier: courier && withoutNulls<Courier>(courier),
    });
  }

  async listOrders(filter: OrderFilter, window: Window): Promise<Slice<OrderRecord>> {
    return this.page(orderListStatement(filter, window), window, (record) => orderRecordOf(record as OrderRecord));
  }

  async listOrderHistory(consumerId: ConsumerId, window: Window): Promise<Slice<OrderHistoryEntry>> {
    return this.page(orderHistoryStatement(consumerId, window), window, (record) => record as OrderHistoryEntry);
  }

  async findTicket(orderId: OrderId): Promise<{ readonly facts: CaseFacts; readonly ticket: Ticket } | undefined> {
    const found = await this.one<{ facts: CaseFacts; ticket: Ticket }>(TICKET, [orderId]);
    return found && { facts: withoutNulls<CaseFacts>(found.facts), ticket: withoutNulls<Ticket>(found.ticket) };
  }

  async findDelivery(orderId: OrderId): Promise<(DeliveryRecord & { readonly facts: CaseFacts }) | undefined> {
    const found = await this.one<{ facts: CaseFacts; record: DeliveryRecord }>(DELIVERY, [orderId]);
    return found && { facts: withoutNulls<CaseFacts>(found.facts), ...deliveryRecordOf(found.record) };
  }

  async findBill(orderId: OrderId): Promise<{ readonly facts: CaseFacts; readonly bill: Bill } | undefined> {
    const found = await this.one<{ facts: CaseFacts; bill: Bill }>(BILL, [orderId]);
    return found && { facts: withoutNulls<CaseFacts>(found.facts), bill: found.bill };
  }

  async findCourier(
    courierId: CourierId,
    viewer: Actor,
  ): Promise<{ readonly courier: Courier; readonly servesViewer: boolean } | undefined> {
    const consumerId = viewer.role === 'consumer' ? viewer.consumerId : null;
    const restaurantId = viewer.role === 'restaurant' ? viewer.restaurantId : null;
    const found = await this.one<{ courier: Courier; servesViewer: boolean }>(COURIER, [
      courierId,
      consumerId,
      restaurantId,
    ]);
    return found && { ...found, courier: withoutNulls<Courier>(found.courier) };
  }

  private async one<T>(text: string, values: readonly unknown[]): Promise<T | undefined> {
    const [row] = await this.query<{ record: T }>({ text, values });
    return row?.record;
  }

  private async page<T>(statement: Statement, window: Window, itemOf: (record: object) => T): Promise<Slice<T>> {
    return sliceOf(await this.query<KeysetRow>(statement), window, itemOf);
  }

  private async query<R>({ text, values }: Statement): Promise<R[]> {
    try {
      return (await this.dataSource.query(text, [...values])) as R[];
    } catch (error) {
      throw asRefusal(error);
    }
  }
}

function orderRecordOf({ facts, order }: OrderRecord): OrderRecord {
  return { facts: withoutNulls<CaseFacts>(facts), order: withoutNulls<Order>(order) };
}

function deliveryRecordOf({ delivery, ...last }: DeliveryRecord): DeliveryRecord {
  return { delivery: withoutNulls<Delivery>(delivery), ...withoutNulls<Omit<DeliveryRecord, 'delivery'>>(last) };
}
