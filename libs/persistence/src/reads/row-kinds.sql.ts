import type {
  Basket,
  Bill,
  Consumer,
  Courier,
  Delivery,
  LocationPing,
  MenuItem,
  Order,
  OrderId,
  Photo,
  Restaurant,
  Ticket,
} from '@rungs/domain';
import type { MenuImportLine, MenuImportView } from '@rungs/application';
import { withoutNulls } from '../absent.ts';
import {
  billJson,
  consumerJson,
  courierJson,
  deliveryJson,
  menuImportJson,
  menuImportLineJson,
  menuItemJson,
  orderJson,
  pingJson,
  restaurantJson,
  ticketJson,
} from './json.sql.ts';

/** Rows of one kind, found by ids: for one key, and for many keys of any number. */
export interface RowKind<T> {
  /** `$1` (and `$2`) is the key; answers `record`. */
  readonly one: string;
  /** `$1` (and `$2`) are the keys' parts as arrays; answers `key` and `record`. */
  readonly several: string;
  readonly of: (record: object) => T;
}

interface Table {
  readonly from: string;
  /** The column of the id that is the key. */
  readonly key: string;
  readonly record: string;
  readonly where?: string;
  readonly order?: string;
}

function rowKind<T extends object>({ from, key, record, where, order }: Table, of = asIs<T>): RowKind<T> {
  const more = where === undefined ? '' : ` AND ${where}`;
  const ordered = order === undefined ? '' : ` ORDER BY ${order}`;
  return {
    one: `SELECT ${record} AS record FROM ${from} WHERE ${key} = $1${more}${ordered}`,
    several: `SELECT ${key} AS key, ${record} AS record FROM ${from} WHERE ${key} = ANY($1::uuid[])${more}${ordered}`,
    of,
  };
}

/** By two ids, one row at most. The limit keeps the planner from joining whole tables, however many pairs it expects. */
function byPair<T>(select: (a: string, b: string) => string, of: RowKind<T>['of'] = asIs): RowKind<T> {
  return {
    one: `${select('$1', '$2')} LIMIT 1`,
    several: `
      SELECT k.a || '/' || k.b AS key, r.record FROM unnest($1::uuid[], $2::uuid[]) k (a, b)
      CROSS JOIN LATERAL (${select('k.a', 'k.b')} LIMIT 1) r`,
    of,
  };
}

const asIs = <T>(record: object): T => record as T;

export const ORDER_ROW = rowKind<Order>({ from: 'orders o', key: 'o.id', record: orderJson('o') }, withoutNulls);
export const TICKET_ROW = rowKind<Ticket>(
  { from: 'ticket t', key: 't.order_id', record: ticketJson('t') },
  withoutNulls,
);
export const DELIVERY_ROW = rowKind<Delivery>(
  { from: 'delivery d', key: 'd.order_id', record: deliveryJson('d') },
  withoutNulls,
);
export const BILL_ROW = rowKind<Bill>({ from: 'bill b', key: 'b.order_id', record: billJson('b') });
export const CONSUMER_ROW = rowKind<Consumer>({ from: 'consumer c', key: 'c.id', record: consumerJson('c') });
export const RESTAURANT_ROW = rowKind<Restaurant>({ from: 'restaurant r', key: 'r.id', record: restaurantJson('r') });
export const COURIER_ROW = rowKind<Courier>({ from: 'courier c', key: 'c.id', record: courierJson('c') }, withoutNulls);
/** By consumer and restaurant. */
export const BASKET_ROW = byPair<Pick<Basket, 'version' | 'lines'>>(
  (consumer, restaurant) => `SELECT json_build_object('version', b.version, 'lines', b.lines) AS record FROM basket b
    WHERE b.consumer_id = ${consumer} AND b.restaurant_id = ${restaurant}`,
);

/** A dish and where it stands on its menu. */
export interface PlacedDish {
  readonly item: MenuItem;
  readonly position: number;
}

const placedDishOf = (record: object): PlacedDish => {
  const { item, position } = record as PlacedDish;
  return { item: withoutNulls<MenuItem>(item), position };
};

const placedDishJson = `json_build_object('item', ${menuItemJson('m')}, 'position', m.position)`;

/** By restaurant and dish. */
export const DISH_ROW = byPair<PlacedDish>(
  (restaurant, dish) => `SELECT ${placedDishJson} AS record FROM menu_item m
    WHERE m.restaurant_id = ${restaurant} AND m.id = ${dish}`,
  placedDishOf,
);
/** All dishes of a restaurant. */
export const MENU_ROWS = rowKind<PlacedDish>(
  { from: 'menu_item m', key: 'm.restaurant_id', record: placedDishJson, order: 'm.position' },
  placedDishOf,
);
/** `encode` breaks its lines. */
export const PHOTO_ROW = rowKind<Pick<Photo, 'data'>>({
  from: 'menu_item_photo p',
  key: 'p.menu_item_id',
  record: `json_build_object('data', replace(encode(p.data, 'base64'), E'\\n', ''))`,
});
/** By restaurant and import. */
export const MENU_IMPORT_ROW = byPair<Omit<MenuImportView, 'lines'>>(
  (restaurant, menuImport) => `SELECT ${menuImportJson('i')} AS record FROM menu_import i
    WHERE i.restaurant_id = ${restaurant} AND i.id = ${menuImport}`,
);
/** Those that were read. */
export const MENU_IMPORT_LINE_ROWS = rowKind<MenuImportLine>({
  from: 'menu_import_line l',
  key: 'l.menu_import_id',
  record: menuImportLineJson('l'),
  where: '(l.menu_item_id IS NOT NULL OR l.refusal IS NOT NULL)',
  order: 'l.line',
});

/** The delivery that a courier is on. */
export const CURRENT_DELIVERY_ROW = rowKind<{ readonly orderId: OrderId }>({
  from: 'delivery d',
  key: 'd.courier_id',
  record: `json_build_object('orderId', d.order_id)`,
  where: `d.state IN ('SCHEDULED', 'PICKED_UP')`,
});

/** Where a delivery's courier was last: of each key the newest row, so that `= ANY` would find too many. */
const lastPing = (order: string): string => `
  SELECT ${pingJson('p')} AS record FROM location_ping p WHERE p.order_id = ${order}
  ORDER BY p.at DESC, p.id DESC LIMIT 1`;
export const LAST_PING_ROW: RowKind<LocationPing> = {
  one: lastPing('$1'),
  several: `SELECT k.id AS key, p.record FROM unnest($1::uuid[]) k (id) CROSS JOIN LATERAL (${lastPing('k.id')}) p`,
  of: asIs,
};

// A record where the two have to do with each other, and none where they have not: nobody wants to know how often.

/** By consumer and restaurant. */
export const ORDERED_AT = byPair<object>(
  (consumer, restaurant) =>
    `SELECT '{}'::json AS record FROM orders o WHERE o.consumer_id = ${consumer} AND o.restaurant_id = ${restaurant}`,
);
/** By courier and consumer. */
export const DELIVERED_TO = byPair<object>(
  (courier, consumer) => `SELECT '{}'::json AS record FROM delivery d JOIN orders o ON o.id = d.order_id
    WHERE d.courier_id = ${courier} AND o.consumer_id = ${consumer}`,
);
/** By courier and restaurant. */
export const DELIVERED_FOR = byPair<object>(
  (courier, restaurant) => `SELECT '{}'::json AS record FROM delivery d JOIN orders o ON o.id = d.order_id
    WHERE d.courier_id = ${courier} AND o.restaurant_id = ${restaurant}`,
);
