import type {
  BasketRecord,
  CaseFacts,
  DeliveryFilter,
  DeliveryRecord,
  MenuImportId,
  MenuImportView,
  OrderDetailsRecord,
  OrderFilter,
  OrderHistoryEntry,
  OrderPart,
  OrderRecord,
  Reads,
  RestaurantFilter,
  Slice,
  TicketFilter,
  TicketRecord,
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
  LocationPing,
  Menu,
  MenuItem,
  MenuItemId,
  Order,
  OrderId,
  Photo,
  Restaurant,
  RestaurantId,
  Ticket,
} from '@rungs/domain';
import { withoutNulls } from '../absent.ts';
import { sliceOf, type Statement } from './keyset.ts';
import { ORDER_DETAILS, selectedParts } from './order-details.sql.ts';
import { orderHistoryStatement } from './order-history.sql.ts';
import { orderListStatement } from './order-list.sql.ts';
import { deliveryListStatement, ticketListStatement } from './party-lists.sql.ts';
import { consumerListStatement, courierListStatement } from './people-lists.sql.ts';
import { restaurantListStatement } from './restaurant-list.sql.ts';
import {
  BASKET,
  BILL,
  CONSUMER,
  COURIER,
  DELIVERY,
  MENU,
  MENU_IMPORT,
  MENU_ITEM,
  ORDER,
  PHOTO,
  RESTAURANT,
  TICKET,
} from './single.sql.ts';
import { pageOf, type StatementSource } from './statements.ts';
import { trackStatement, type TrackRow } from './track.sql.ts';

/**
 * Reads by SQL that builds the JSON in the database: one statement each, no entity and no second look-up.
 * What comes back is the domain's shape already, but for NULL members, which are absent ones.
 */
export class SqlReads implements Reads {
  constructor(private readonly source: StatementSource) {}

  async findConsumer(
    consumerId: ConsumerId,
    viewer: Actor,
  ): Promise<{ readonly consumer: Consumer; readonly servedByViewer: boolean } | undefined> {
    const restaurantId = viewer.role === 'restaurant' ? viewer.restaurantId : null;
    const courierId = viewer.role === 'courier' ? viewer.courierId : null;
    return this.one(CONSUMER, [consumerId], [restaurantId, courierId]);
  }

  async listConsumers(filter: { readonly text?: string | undefined }, window: Window): Promise<Slice<Consumer>> {
    return this.page(consumerListStatement(filter, window), window, (record) => record as Consumer);
  }

  async findRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined> {
    return this.one(RESTAURANT, [restaurantId]);
  }

  async listRestaurants(filter: RestaurantFilter, window: Window): Promise<Slice<Restaurant>> {
    return this.page(restaurantListStatement(filter, window), window, (record) => record as Restaurant);
  }

  async findMenu(restaurantId: RestaurantId): Promise<Menu | undefined> {
    const menu = await this.one<Menu>(MENU, [restaurantId]);
    return menu && { ...menu, items: menu.items.map(menuItemOf) };
  }

  async findMenuItem(restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<MenuItem | undefined> {
    const item = await this.one<MenuItem>(MENU_ITEM, [restaurantId, menuItemId]);
    return item && menuItemOf(item);
  }

  async findPhoto(restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<Photo | undefined> {
    return this.one(PHOTO, [restaurantId, menuItemId]);
  }

  async findMenuImport(restaurantId: RestaurantId, menuImportId: MenuImportId): Promise<MenuImportView | undefined> {
    return this.one(MENU_IMPORT, [restaurantId, menuImportId]);
  }

  async findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<BasketRecord | undefined> {
    const record = await this.one<BasketRecord>(BASKET, [consumerId, restaurantId]);
    return record && { ...record, menuItems: record.menuItems.map(menuItemOf) };
  }

  async findOrder(orderId: OrderId): Promise<OrderRecord | undefined> {
    const record = await this.one<OrderRecord>(ORDER, [orderId]);
    return record && orderRecordOf(record);
  }

  async findOrderDetails(orderId: OrderId, parts: ReadonlySet<OrderPart>): Promise<OrderDetailsRecord | undefined> {
    const found = await this.one<OrderDetailsRecord>(ORDER_DETAILS, [orderId], selectedParts(parts));
    return found && orderDetailsOf(found);
  }

  async listOrders(
    filter: OrderFilter,
    window: Window,
    parts?: ReadonlySet<OrderPart>,
  ): Promise<Slice<OrderDetailsRecord>> {
    return this.page(orderListStatement(filter, window, parts), window, (record) =>
      orderDetailsOf(record as OrderDetailsRecord),
    );
  }

  async listOrderHistory(consumerId: ConsumerId, window: Window): Promise<Slice<OrderHistoryEntry>> {
    return this.page(orderHistoryStatement(consumerId, window), window, (record) => record as OrderHistoryEntry);
  }

  async findTicket(orderId: OrderId): Promise<TicketRecord | undefined> {
    const found = await this.one<TicketRecord>(TICKET, [orderId]);
    return found && ticketRecordOf(found);
  }

  async listTickets(filter: TicketFilter, window: Window): Promise<Slice<TicketRecord>> {
    return this.page(ticketListStatement(filter, window), window, (record) => ticketRecordOf(record as TicketRecord));
  }

  async findDelivery(orderId: OrderId): Promise<FactsAndDelivery | undefined> {
    const found = await this.one<DeliveryAnswer>(DELIVERY, [orderId]);
    return found && factsAndDeliveryOf(found);
  }

  async listDeliveries(filter: DeliveryFilter, window: Window): Promise<Slice<FactsAndDelivery>> {
    return this.page(deliveryListStatement(filter, window), window, (record) =>
      factsAndDeliveryOf(record as DeliveryAnswer),
    );
  }

  async findTrack(
    orderId: OrderId,
    window: Window,
  ): Promise<{ readonly facts: CaseFacts; readonly slice: Slice<LocationPing> } | undefined> {
    const found = await this.first<TrackRow<CaseFacts>>(trackStatement(orderId, window));
    if (!found) return undefined;
    const slice = sliceOf(found.rows, window, (record) => record as LocationPing);
    return { facts: withoutNulls<CaseFacts>(found.facts), slice };
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
    const found = await this.one<{ courier: Courier; servesViewer: boolean }>(
      COURIER,
      [courierId],
      [consumerId, restaurantId],
    );
    return found && { ...found, courier: withoutNulls<Courier>(found.courier) };
  }

  async listCouriers(filter: { readonly onDuty?: boolean | undefined }, window: Window): Promise<Slice<Courier>> {
    return this.page(courierListStatement(filter, window), window, (record) => withoutNulls<Courier>(record));
  }

  /** The parameters of these texts are the ids of what is asked for, and then the others. */
  private one<T>(text: string, ids: readonly string[], others: readonly unknown[] = []): Promise<T | undefined> {
    return this.first({ text, values: [...ids, ...others], keys: ids.map((_id, index) => index + 1) });
  }

  private async first<T>(statement: Statement): Promise<T | undefined> {
    const [row] = await this.source.rows<{ record: T }>(statement);
    return row?.record;
  }

  private page<T>(statement: Statement, window: Window, itemOf: (record: object) => T): Promise<Slice<T>> {
    return pageOf(this.source, statement, window, itemOf);
  }
}

/** As the statements answer it. */
interface DeliveryAnswer {
  readonly facts: CaseFacts;
  readonly record: DeliveryRecord;
}

type FactsAndDelivery = DeliveryRecord & { readonly facts: CaseFacts };

const menuItemOf = (item: MenuItem): MenuItem => withoutNulls<MenuItem>(item);

function orderRecordOf({ facts, order }: OrderRecord): OrderRecord {
  return { facts: withoutNulls<CaseFacts>(facts), order: withoutNulls<Order>(order) };
}

function orderDetailsOf(found: OrderDetailsRecord): OrderDetailsRecord {
  const { ticket, delivery, courier, ...same } = found;
  return withoutNulls<OrderDetailsRecord>({
    ...same,
    ...orderRecordOf(found),
    ticket: ticket && withoutNulls<Ticket>(ticket),
    delivery: delivery && deliveryRecordOf(delivery),
    courier: courier && withoutNulls<Courier>(courier),
  });
}

function deliveryRecordOf({ delivery, ...last }: DeliveryRecord): DeliveryRecord {
  return { delivery: withoutNulls<Delivery>(delivery), ...withoutNulls<Omit<DeliveryRecord, 'delivery'>>(last) };
}

function ticketRecordOf({ facts, ticket }: TicketRecord): TicketRecord {
  return { facts: withoutNulls<CaseFacts>(facts), ticket: withoutNulls<Ticket>(ticket) };
}

function factsAndDeliveryOf({ facts, record }: DeliveryAnswer): FactsAndDelivery {
  return { facts: withoutNulls<CaseFacts>(facts), ...deliveryRecordOf(record) };
}
