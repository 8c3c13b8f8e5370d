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
import {
  Refusal,
  type Actor,
  type Bill,
  type Consumer,
  type ConsumerId,
  type Courier,
  type CourierId,
  type Delivery,
  type LocationPing,
  type Menu,
  type MenuItem,
  type MenuItemId,
  type Order,
  type OrderId,
  type Photo,
  type Restaurant,
  type RestaurantId,
  type Ticket,
} from '@rungs/domain';
import { orderRowListStatement } from './order-list.sql.ts';
import { deliveryRowListStatement, ticketRowListStatement } from './party-lists.sql.ts';
import * as kinds from './row-kinds.sql.ts';
import type { RowSource } from './row-source.ts';
import { SqlReads } from './sql-reads.ts';
import { pageOf, type StatementSource } from './statements.ts';
import { pingListStatement } from './track.sql.ts';

const NO_PARTS: ReadonlySet<OrderPart> = new Set();

/**
 * The same reads, put together here from rows of single tables: a page by one statement, and what belongs to its rows
 * from the source, which decides how many statements that takes. What is put together was true at several moments.
 */
export class RowReads implements Reads {
  /** For lists of things that lead nowhere: one statement, however the rest is loaded. */
  private readonly lists: Pick<Reads, 'listConsumers' | 'listRestaurants' | 'listCouriers'>;

  constructor(
    private readonly statements: StatementSource,
    private readonly source: RowSource,
  ) {
    this.lists = new SqlReads(statements);
  }

  async findConsumer(
    consumerId: ConsumerId,
    viewer: Actor,
  ): Promise<{ readonly consumer: Consumer; readonly servedByViewer: boolean } | undefined> {
    const [consumer, servedByViewer] = await Promise.all([
      this.row(kinds.CONSUMER_ROW, consumerId),
      this.serves(viewer, consumerId),
    ]);
    return consumer && { consumer, servedByViewer };
  }

  listConsumers(filter: { readonly text?: string | undefined }, window: Window): Promise<Slice<Consumer>> {
    return this.lists.listConsumers(filter, window);
  }

  findRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined> {
    return this.row(kinds.RESTAURANT_ROW, restaurantId);
  }

  listRestaurants(filter: RestaurantFilter, window: Window): Promise<Slice<Restaurant>> {
    return this.lists.listRestaurants(filter, window);
  }

  async findMenu(restaurantId: RestaurantId): Promise<Menu | undefined> {
    const [restaurant, dishes] = await Promise.all([
      this.row(kinds.RESTAURANT_ROW, restaurantId),
      this.source.rows(kinds.MENU_ROWS, restaurantId),
    ]);
    if (!restaurant) return undefined;
    return { restaurantId: restaurant.id, version: restaurant.version, items: dishes.map(({ item }) => item) };
  }

  async findMenuItem(restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<MenuItem | undefined> {
    return (await this.row(kinds.DISH_ROW, restaurantId, menuItemId))?.item;
  }

  async findPhoto(restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<Photo | undefined> {
    const item = await this.findMenuItem(restaurantId, menuItemId);
    const photo = item?.photo && (await this.row(kinds.PHOTO_ROW, item.id));
    return photo && { contentType: item.photo.contentType, ...photo };
  }

  async findMenuImport(restaurantId: RestaurantId, menuImportId: MenuImportId): Promise<MenuImportView | undefined> {
    const found = await this.row(kinds.MENU_IMPORT_ROW, restaurantId, menuImportId);
    return found && { ...found, lines: await this.source.rows(kinds.MENU_IMPORT_LINE_ROWS, found.id) };
  }

  async findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<BasketRecord | undefined> {
    const [consumer, restaurant, touched] = await Promise.all([
      this.row(kinds.CONSUMER_ROW, consumerId),
      this.row(kinds.RESTAURANT_ROW, restaurantId),
      this.row(kinds.BASKET_ROW, consumerId, restaurantId),
    ]);
    if (!consumer || !restaurant) return undefined;
    const { version, lines } = touched ?? { version: 0, lines: [] };
    const named = new Set(lines.map(({ menuItemId }) => menuItemId.toLowerCase()));
    const dishes = await Promise.all([...named].map((id) => this.row(kinds.DISH_ROW, restaurant.id, id)));
    return {
      basket: { consumerId: consumer.id, restaurantId: restaurant.id, version, lines },
      restaurant,
      menuItems: dishes
        .filter((dish) => dish !== undefined)
        .sort((a, b) => a.position - b.position)
        .map(({ item }) => item),
    };
  }

  async findOrder(orderId: OrderId): Promise<OrderRecord | undefined> {
    const found = await this.findCase(orderId);
    return found && { facts: factsOf(found), order: found.order };
  }

  async findOrderDetails(orderId: OrderId, parts: ReadonlySet<OrderPart>): Promise<OrderDetailsRecord | undefined> {
    const found = await this.findCase(orderId);
    return found && this.detailsOf(found, parts);
  }

  async listOrders(
    filter: OrderFilter,
    window: Window,
    parts: ReadonlySet<OrderPart> = NO_PARTS,
  ): Promise<Slice<OrderDetailsRecord>> {
    const orders = await pageOf(this.statements, orderRowListStatement(filter, window), window, kinds.ORDER_ROW.of);
    return followed(orders, async (order) => this.detailsOf(await this.caseOf(order.id, { order }), parts));
  }

  async listOrderHistory(consumerId: ConsumerId, window: Window): Promise<Slice<OrderHistoryEntry>> {
    const statement = orderRowListStatement({ consumerId, newestFirst: true }, window);
    const orders = await pageOf(this.statements, statement, window, kinds.ORDER_ROW.of);
    return followed(orders, async ({ id, state, placedAt, restaurantId, lineItems, total }) => {
      const [restaurant, delivery] = await Promise.all([
        this.row(kinds.RESTAURANT_ROW, restaurantId),
        this.row(kinds.DELIVERY_ROW, id),
      ]);
      return {
        orderId: id,
        state,
        placedAt,
        restaurantId,
        restaurantName: whole(restaurant).name,
        itemCount: lineItems.reduce((count, { quantity }) => count + quantity, 0),
        total,
        deliveryState: whole(delivery).state,
      };
    });
  }

  async findTicket(orderId: OrderId): Promise<TicketRecord | undefined> {
    const found = await this.findCase(orderId);
    return found && { facts: factsOf(found), ticket: found.ticket };
  }

  async listTickets(filter: TicketFilter, window: Window): Promise<Slice<TicketRecord>> {
    const tickets = await pageOf(this.statements, ticketRowListStatement(filter, window), window, kinds.TICKET_ROW.of);
    return followed(tickets, async (ticket) => ({
      facts: factsOf(await this.caseOf(ticket.orderId, { ticket })),
      ticket,
    }));
  }

  async findDelivery(orderId: OrderId): Promise<(DeliveryRecord & { readonly facts: CaseFacts }) | undefined> {
    const found = await this.findCase(orderId);
    return found && { facts: factsOf(found), ...(await this.deliveryRecordOf(found.delivery)) };
  }

  async listDeliveries(
    filter: DeliveryFilter,
    window: Window,
  ): Promise<Slice<DeliveryRecord & { readonly facts: CaseFacts }>> {
    const statement = deliveryRowListStatement(filter, window);
    const deliveries = await pageOf(this.statements, statement, window, kinds.DELIVERY_ROW.of);
    return followed(deliveries, async (delivery) => {
      const [found, record] = await Promise.all([
        this.caseOf(delivery.orderId, { delivery }),
        this.deliveryRecordOf(delivery),
      ]);
      return { facts: factsOf(found), ...record };
    });
  }

  async findTrack(
    orderId: OrderId,
    window: Window,
  ): Promise<{ readonly facts: CaseFacts; readonly slice: Slice<LocationPing> } | undefined> {
    const found = await this.findCase(orderId);
    if (!found) return undefined;
    const statement = pingListStatement(orderId, window);
    const slice = await pageOf(this.statements, statement, window, (record) => record as LocationPing);
    return { facts: factsOf(found), slice };
  }

  async findBill(orderId: OrderId): Promise<{ readonly facts: CaseFacts; readonly bill: Bill } | undefined> {
    const found = await this.findCase(orderId);
    return found && { facts: factsOf(found), bill: found.bill };
  }

  async findCourier(
    courierId: CourierId,
    viewer: Actor,
  ): Promise<{ readonly courier: Courier; readonly servesViewer: boolean } | undefined> {
    const [courier, servesViewer] = await Promise.all([
      this.row(kinds.COURIER_ROW, courierId),
      this.delivers(courierId, viewer),
    ]);
    return courier && { courier, servesViewer };
  }

  listCouriers(filter: { readonly onDuty?: boolean | undefined }, window: Window): Promise<Slice<Courier>> {
    return this.lists.listCouriers(filter, window);
  }

  private async serves(viewer: Actor, consumerId: ConsumerId): Promise<boolean> {
    if (viewer.role === 'restaurant') return this.met(kinds.ORDERED_AT, consumerId, viewer.restaurantId);
    if (viewer.role !== 'courier') return false;
    const current = await this.row(kinds.CURRENT_DELIVERY_ROW, viewer.courierId);
    const order = current && (await this.row(kinds.ORDER_ROW, current.orderId));
    return order?.consumerId === consumerId.toLowerCase();
  }

  private async delivers(courierId: CourierId, viewer: Actor): Promise<boolean> {
    if (viewer.role === 'consumer') return this.met(kinds.DELIVERED_TO, courierId, viewer.consumerId);
    return viewer.role === 'restaurant' && this.met(kinds.DELIVERED_FOR, courierId, viewer.restaurantId);
  }

  private async findCase(orderId: OrderId): Promise<Case | undefined> {
    const [order, ticket, delivery, bill] = await Promise.all([
      this.row(kinds.ORDER_ROW, orderId),
      this.row(kinds.TICKET_ROW, orderId),
      this.row(kinds.DELIVERY_ROW, orderId),
      this.row(kinds.BILL_ROW, orderId),
    ]);
    return order && { order, ticket: whole(ticket), delivery: whole(delivery), bill: whole(bill) };
  }

  /** What an order whose row is at hand, or its ticket's or delivery's, has besides. */
  private async caseOf(orderId: OrderId, held: Partial<Case>): Promise<Case> {
    const [order, ticket, delivery, bill] = await Promise.all([
      held.order ?? this.row(kinds.ORDER_ROW, orderId),
      held.ticket ?? this.row(kinds.TICKET_ROW, orderId),
      held.delivery ?? this.row(kinds.DELIVERY_ROW, orderId),
      held.bill ?? this.row(kinds.BILL_ROW, orderId),
    ]);
    return { order: whole(order), ticket: whole(ticket), delivery: whole(delivery), bill: whole(bill) };
  }

  private async detailsOf(found: Case, parts: ReadonlySet<OrderPart>): Promise<OrderDetailsRecord> {
    const { order, ticket, delivery, bill } = found;
    const { courierId } = delivery;
    const [consumer, restaurant, record, courier] = await Promise.all([
      parts.has('consumer') ? this.row(kinds.CONSUMER_ROW, order.consumerId) : undefined,
      parts.has('restaurant') ? this.row(kinds.RESTAURANT_ROW, order.restaurantId) : undefined,
      parts.has('delivery') ? this.deliveryRecordOf(delivery) : undefined,
      parts.has('courier') && courierId !== undefined ? this.row(kinds.COURIER_ROW, courierId) : undefined,
    ]);
    return {
      facts: factsOf(found),
      order,
      ...(consumer && { consumer }),
      ...(restaurant && { restaurant }),
      ...(parts.has('ticket') && { ticket }),
      ...(record && { delivery: record }),
      ...(courier && { courier }),
      ...(parts.has('bill') && { bill }),
    };
  }

  private async deliveryRecordOf(delivery: Delivery): Promise<DeliveryRecord> {
    const { orderId, courierId } = delivery;
    const [lastLocation, courier] = await Promise.all([
      this.row(kinds.LAST_PING_ROW, orderId),
      courierId === undefined ? undefined : this.row(kinds.COURIER_ROW, courierId),
    ]);
    return { delivery, ...(lastLocation && { lastLocation }), ...(courier && { courierPhone: courier.phone }) };
  }

  private async row<T>(kind: kinds.RowKind<T>, ...key: readonly string[]): Promise<T | undefined> {
    return (await this.source.rows(kind, ...key))[0];
  }

  private async met(kind: kinds.RowKind<object>, one: string, other: string): Promise<boolean> {
    return (await this.row(kind, one, other)) !== undefined;
  }
}

/** The four rows that every order has, and that its facts are taken from. */
interface Case {
  readonly order: Order;
  readonly ticket: Ticket;
  readonly delivery: Delivery;
  readonly bill: Bill;
}

function factsOf({ order, ticket, delivery, bill }: Case): CaseFacts {
  const { courierId } = delivery;
  return {
    orderId: order.id,
    consumerId: order.consumerId,
    restaurantId: order.restaurantId,
    orderState: order.state,
    ticketState: ticket.state,
    deliveryState: delivery.state,
    ...(courierId !== undefined && { courierId }),
    paymentState: bill.paymentState,
  };
}

/** Gone between two statements: only a reset of all data does that. */
function whole<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('unavailable', { part: 'What belongs to this order', retryAfterSeconds: 1 });
  return row;
}

/** The page with each item as it becomes by what is looked up for it. */
async function followed<T, U>(slice: Slice<T>, follow: (item: T) => Promise<U>): Promise<Slice<U>> {
  return { ...slice, items: await Promise.all(slice.items.map(follow)) };
}
