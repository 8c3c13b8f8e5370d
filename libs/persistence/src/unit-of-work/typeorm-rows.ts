import type { Rows } from '@rungs/application';
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
  Restaurant,
  RestaurantId,
} from '@rungs/domain';
import { emptyBasket } from '@rungs/domain';
import type { EntityManager } from 'typeorm';
import { basketOf, BasketRow } from '../basket/basket.row.ts';
import { consumerOf, ConsumerRow } from '../consumer/consumer.row.ts';
import { courierOf, CourierRow } from '../delivery/courier.row.ts';
import { findLastPing } from '../delivery/dispatch.rows.ts';
import { findOrderCase } from '../order/order-case.rows.ts';
import { menuItemOf, MenuItemRow } from '../restaurant/menu-item.row.ts';
import { restaurantOf, RestaurantRow } from '../restaurant/restaurant.row.ts';

/** Rows as they are committed now; nothing here locks. */
export class TypeormRows implements Rows {
  constructor(protected readonly manager: EntityManager) {}

  async findRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined> {
    const row = await this.manager.findOneBy(RestaurantRow, { id: restaurantId });
    return row ? restaurantOf(row) : undefined;
  }

  async findMenuItems(restaurantId: RestaurantId, ids: readonly MenuItemId[]): Promise<readonly MenuItem[]> {
    const rows = await this.manager
      .createQueryBuilder(MenuItemRow, 'item')
      .where('item.restaurantId = :restaurantId', { restaurantId })
      // One array and not a list of parameters: the text stays the same, so that the statement stays prepared.
      .andWhere('item.id = ANY(:ids::uuid[])', { ids: [...ids] })
      .getMany();
    return rows.map(menuItemOf);
  }

  async findConsumer(consumerId: ConsumerId): Promise<Consumer | undefined> {
    const row = await this.manager.findOneBy(ConsumerRow, { id: consumerId });
    return row ? consumerOf(row) : undefined;
  }

  async findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<Basket | undefined> {
    const row = await this.manager.findOneBy(BasketRow, { consumerId, restaurantId });
    if (row) return basketOf(row);
    const both = (await this.manager.query(
      'SELECT FROM consumer, restaurant WHERE consumer.id = $1 AND restaurant.id = $2',
      [consumerId, restaurantId],
    )) as unknown[];
    return both.length > 0 ? emptyBasket(consumerId, restaurantId) : undefined;
  }

  findOrderCase(orderId: OrderId): Promise<OrderCase | undefined> {
    return findOrderCase(this.manager, orderId);
  }

  async findCourier(courierId: CourierId): Promise<Courier | undefined> {
    const row = await this.manager.findOneBy(CourierRow, { id: courierId });
    return row ? courierOf(row) : undefined;
  }

  findLastLocation(orderId: OrderId): Promise<LocationPing | undefined> {
    return findLastPing(this.manager, orderId);
  }
}
