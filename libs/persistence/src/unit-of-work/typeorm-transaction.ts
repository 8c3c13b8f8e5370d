import type {
  DomainEvent,
  ImportedLine,
  MenuImportId,
  MenuImportLine,
  PendingImportLine,
  Transaction,
} from '@rungs/application';
import type {
  Basket,
  Consumer,
  ConsumerId,
  Courier,
  CourierId,
  LocationPing,
  MenuItem,
  MenuItemId,
  OrderCase,
  OrderId,
  Photo,
  Restaurant,
  RestaurantId,
  WaitingDelivery,
} from '@rungs/domain';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { basketOf, BasketRow } from '../basket/basket.row.ts';
import { consumerOf, ConsumerRow, consumerRowOf } from '../consumer/consumer.row.ts';
import { findOwnerOfEmail, lockEmail } from '../consumer/email.rows.ts';
import { courierOf, CourierRow, courierRowOf } from '../delivery/courier.row.ts';
import { findFreeCouriers, findLongestWaiting, insertPing, lockDispatch } from '../delivery/dispatch.rows.ts';
import { insertOrderCase, lockOrderCase, updateOrderCase } from '../order/order-case.rows.ts';
import type { MenuImportRow } from '../restaurant/menu-import.row.ts';
import { claimNextLine, insertMenuImport, reportLine } from '../restaurant/menu-import.rows.ts';
import {
  findMenuRows,
  findPhoto,
  writeMenu,
  writeMenuItem,
  writePhoto,
  type PlacedItem,
} from '../restaurant/menu.rows.ts';
import { restaurantOf, RestaurantRow, restaurantRowOf } from '../restaurant/restaurant.row.ts';
import { updateOne } from '../row-writes.ts';
import { DomainEventRow } from './domain-event.row.ts';
import { Found } from './found.ts';
import { TypeormRows } from './typeorm-rows.ts';

/** The rows of one transaction. What was found here is remembered, so that a save knows what it changes. */
export class TypeormTransaction extends TypeormRows implements Transaction {
  private readonly cases = new Found<OrderCase>('An order case', ({ order }) => order.id);
  private readonly baskets = new Found<Basket>('A basket', (basket) => `${basket.consumerId}/${basket.restaurantId}`);
  private readonly couriers = new Found<Courier>('A courier', ({ id }) => id);
  private readonly consumers = new Found<Consumer>('A consumer', ({ id }) => id);
  private readonly restaurants = new Found<Restaurant>('A restaurant', ({ id }) => id);
  /** By restaurant. */
  private readonly menus = new Map<RestaurantId, readonly PlacedItem[]>();

  override async findOrderCase(orderId: OrderId): Promise<OrderCase | undefined> {
    return this.cases.note(await lockOrderCase(this.manager, orderId));
  }

  async addOrderCase(added: OrderCase): Promise<void> {
    await insertOrderCase(this.manager, added);
    this.cases.note(added);
  }

  async saveOrderCase(changed: OrderCase): Promise<void> {
    await updateOrderCase(this.manager, this.cases.before(changed), changed);
    this.cases.note(changed);
  }

  override async findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<Basket | undefined> {
    return this.baskets.note(
      (await this.lockBasket(consumerId, restaurantId)) ?? (await this.makeBasket(consumerId, restaurantId)),
    );
  }

  async saveBasket(basket: Basket): Promise<void> {
    const found = this.baskets.before(basket);
    if (basket === found) return;
    const { consumerId, restaurantId, version, lines } = basket;
    const where = { consumerId, restaurantId, version: found.version };
    await updateOne(this.manager, BasketRow, where, { version, lines });
    this.baskets.note(basket);
  }

  lockDispatch(): Promise<void> {
    return lockDispatch(this.manager);
  }

  async lockCourier(courierId: CourierId): Promise<Courier | undefined> {
    const row = await this.lockOne(CourierRow, courierId);
    return row ? this.couriers.note(courierOf(row)) : undefined;
  }

  async findFreeCouriers(): Promise<readonly Courier[]> {
    return (await findFreeCouriers(this.manager)).map((courier) => this.couriers.note(courier));
  }

  async saveCourier(courier: Courier): Promise<void> {
    const { version } = this.couriers.before(courier);
    // Where the courier was last seen is the pings' to say, which wait for no lock of ours.
    const { id, lastLat: _pings, lastLon: _to, lastSeenAt: _say, ...columns } = courierRowOf(courier);
    await updateOne(this.manager, CourierRow, { id, version }, columns);
    this.couriers.note(courier);
  }

  findLongestWaiting(): Promise<readonly WaitingDelivery[]> {
    return findLongestWaiting(this.manager);
  }

  addLocationPing(orderId: OrderId, courierId: CourierId, ping: LocationPing): Promise<void> {
    return insertPing(this.manager, orderId, courierId, ping);
  }

  async lockEmail(email: string): Promise<ConsumerId | undefined> {
    await lockEmail(this.manager, email);
    return findOwnerOfEmail(this.manager, email);
  }

  async lockConsumer(consumerId: ConsumerId): Promise<Consumer | undefined> {
    const row = await this.lockOne(ConsumerRow, consumerId);
    return row ? this.consumers.note(consumerOf(row)) : undefined;
  }

  async addConsumer(consumer: Consumer): Promise<void> {
    await this.manager.insert(ConsumerRow, consumerRowOf(consumer));
    this.consumers.note(consumer);
  }

  async saveConsumer(consumer: Consumer): Promise<void> {
    const { version } = this.consumers.before(consumer);
    const { id, ...columns } = consumerRowOf(consumer);
    await updateOne(this.manager, ConsumerRow, { id, version }, columns);
    this.consumers.note(consumer);
  }

  async lockRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined> {
    const row = await this.lockOne(RestaurantRow, restaurantId);
    return row ? this.restaurants.note(restaurantOf(row)) : undefined;
  }

  async lockMenuItems(restaurantId: RestaurantId): Promise<readonly MenuItem[]> {
    // Whoever holds the restaurant holds its dishes.
    const { id } = this.restaurants.byId(restaurantId);
    const found = await findMenuRows(this.manager, id);
    this.menus.set(restaurantId, found);
    return found.map(({ item }) => item);
  }

  async addRestaurant(restaurant: Restaurant): Promise<void> {
    await this.manager.insert(RestaurantRow, restaurantRowOf(restaurant));
    this.restaurants.note(restaurant);
  }

  async saveRestaurant(restaurant: Restaurant): Promise<void> {
    const { version } = this.restaurants.before(restaurant);
    const { id, ...columns } = restaurantRowOf(restaurant);
    await updateOne(this.manager, RestaurantRow, { id, version }, columns);
    this.restaurants.note(restaurant);
  }

  async saveMenu(restaurantId: RestaurantId, items: readonly MenuItem[]): Promise<void> {
    this.menus.set(restaurantId, await writeMenu(this.manager, restaurantId, this.menuBefore(restaurantId), items));
  }

  async saveMenuItem(restaurantId: RestaurantId, item: MenuItem): Promise<void> {
    this.menus.set(restaurantId, await writeMenuItem(this.manager, restaurantId, this.menuBefore(restaurantId), item));
  }

  findPhoto(menuItemId: MenuItemId): Promise<Photo | undefined> {
    return findPhoto(this.manager, menuItemId);
  }

  savePhoto(menuItemId: MenuItemId, photo: Photo | undefined): Promise<void> {
    return writePhoto(this.manager, menuItemId, photo);
  }

  addMenuImport(added: Omit<MenuImportRow, 'state' | 'lineCount'>, lines: readonly ImportedLine[]): Promise<void> {
    return insertMenuImport(this.manager, added, lines);
  }

  claimImportLine(): Promise<PendingImportLine | undefined> {
    return claimNextLine(this.manager);
  }

  reportImportLine(menuImportId: MenuImportId, report: MenuImportLine): Promise<void> {
    return reportLine(this.manager, menuImportId, report);
  }

  async append({ type, subjectId, actor, at, moment }: DomainEvent): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(DomainEventRow)
      .values({ type, subjectId, actor, at, ...(moment && { moment }) })
      // Nobody asks for the new row's number.
      .updateEntity(false)
      .execute();
  }

  /** Against whoever changes the row, and not against those who only refer to it, as a new order does. */
  private lockOne<R extends ObjectLiteral & { id: string }>(row: EntityTarget<R>, id: string): Promise<R | null> {
    return this.manager
      .createQueryBuilder(row, 'row')
      .where('row.id = :id', { id })
      .setLock('for_no_key_update')
      .getOne();
  }

  private menuBefore(restaurantId: RestaurantId): readonly PlacedItem[] {
    const found = this.menus.get(restaurantId);
    if (!found) throw new Error('A menu is found (and so locked) before it is changed.');
    return found;
  }

  private async lockBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<Basket | undefined> {
    const row = await this.manager
      .createQueryBuilder(BasketRow, 'basket')
      .where('basket.consumerId = :consumerId AND basket.restaurantId = :restaurantId', { consumerId, restaurantId })
      .setLock('pessimistic_write')
      .getOne();
    return row ? basketOf(row) : undefined;
  }

  /** A row must exist to be locked: the first touch makes it, and of two first touches the second waits here. */
  private async makeBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<Basket | undefined> {
    await this.manager.query(
      `INSERT INTO basket (consumer_id, restaurant_id, version, lines)
       SELECT consumer.id, restaurant.id, 0, '[]' FROM consumer, restaurant
       WHERE consumer.id = $1 AND restaurant.id = $2
       ON CONFLICT DO NOTHING`,
      [consumerId, restaurantId],
    );
    return this.lockBasket(consumerId, restaurantId);
  }
}
