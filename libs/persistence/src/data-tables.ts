/** Every table that holds the domain's data, in the order in which they can be filled. */
export const DATA_TABLES = [
  'consumer',
  'restaurant',
  'menu_item',
  'menu_item_photo',
  'menu_import',
  'menu_import_line',
  'basket',
  'courier',
  'orders',
  'ticket',
  'delivery',
  'bill',
  'location_ping',
  'domain_event',
  'idempotency_record',
] as const;
