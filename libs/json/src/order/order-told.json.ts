import type { EndTold, LocationTold, OrderStateTold, OrderTold } from '@rungs/application';

type Data<T extends OrderTold> = Omit<T, 'kind' | 'id'>;

export type OrderStateToldJson = Data<OrderStateTold>;
export type LocationToldJson = Data<LocationTold>;
export type EndToldJson = Data<EndTold>;
export type OrderToldJson = OrderStateToldJson | LocationToldJson | EndToldJson;

/** What a follower of an order is told, without its kind and id, for which every transport has a place of its own. */
export function representOrderTold(told: OrderTold): OrderToldJson {
  switch (told.kind) {
    case 'state': {
      const { orderId, type, at, order, ticket, delivery } = told;
      return { orderId, ...(type !== undefined && { type }), at, order, ticket, delivery };
    }
    case 'location': {
      const { orderId, lat, lon, at } = told;
      return { orderId, lat, lon, at };
    }
    case 'end':
      return { reason: told.reason };
  }
}
