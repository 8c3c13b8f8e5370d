import type { DomainEvent, Transaction } from '@rungs/application';
import type { Basket, ConsumerId, CourierId, OrderCase, OrderId, RestaurantId } from '@rungs/domain';
import { basketOf, BasketRow } from '../basket/basket.row.ts';
import { CourierRow } from '../delivery/courier.row.ts';
import { insertOrderCase, lockOrderCase, updateOne, updateOrderCase } from '../order/order-case.rows.ts';
import { DomainEventRow } from './domain-event.row.ts';
import { TypeormRows } from './typeorm-rows.ts';

/** The rows of one transaction. What was found here is remembered, so that a save knows what it changes. */
export class TypeormTransaction extends TypeormRows implements Transaction {
  private readonly cases = new Map<OrderId, OrderCase>();
  private readonly baskets = new Map<string, Basket>();

  async findOrderCase(orderId: OrderId): Promise<OrderCase | undefined> {
    const found = await lockOrderCase(this.manager, orderId);
    if (found) this.cases.set(found.order.id, found);
    return found;
  }

  async addOrderCase(added: OrderCase): Promise<void> {
    await insertOrderCase(this.manager, added);
    this.cases.set(added.order.id, added);
  }

  async saveOrderCase(changed: OrderCase): Promise<void> {
    const found = this.cases.get(changed.order.id);
    if (!found) throw new Error('An order case is found (and so locked) before it is saved.');
    await updateOrderCase(this.manager, found, changed);
    this.cases.set(changed.order.id, changed);
  }

  async freeCourier(courierId: CourierId): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .update(CourierRow)
      .set({ currentDeliveryId: null, version: () => 'version + 1' })
      .where('id = :courierId', { courierId })
      .execute();
  }

  override async findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<Basket | undefined> {
    const basket =
      (await this.lockBasket(consumerId, restaurantId)) ?? (await this.makeBasket(consumerId, restaurantId));
    if (basket) this.baskets.set(keyOf(basket), basket);
    return basket;
  }

  async saveBasket(basket: Basket): Promise<void> {
    const found = this.baskets.get(keyOf(basket));
    if (!found) throw new Error('A basket is found (and so locked) before it is saved.');
    if (basket === found) return;
    const { consumerId, restaurantId, version, lines } = basket;
    const where = { consumerId, restaurantId, version: found.version };
    await updateOne(this.manager, BasketRow, where, { version, lines });
    this.baskets.set(keyOf(basket), basket);
  }

  async append({ type, subjectId, actor, at }: DomainEvent): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(DomainEventRow)
      .values({ type, subjectId, actor, at })
      // Nobody asks for the new row's number.
      .updateEntity(false)
      .execute();
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

function keyOf({ consumerId, restaurantId }: Basket): string {
  return `${consumerId}/${restaurantId}`;
}
