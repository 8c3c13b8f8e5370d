// What plain JSON says of each thing, as GraphQL selects it. Aliases give the things' UUIDs the names that they have there.

export const MONEY = '{ amount currency }';
const ADDRESS = '{ street city postalCode country }';
const LOCATION = '{ lat lon }';
/** Of a basket and of a bill alike. */
const CHARGES = `
  subtotal ${MONEY}
  deliveryFee ${MONEY}
  serviceFee ${MONEY}
  tax ${MONEY}
  total ${MONEY}
`;

export const CONSUMER = `id: consumerId version name { first last } email addresses ${ADDRESS}`;

/** As a part of an order. */
export const RESTAURANT_SUMMARY = `id: restaurantId version name address ${ADDRESS} cuisine open`;
export const RESTAURANT = `${RESTAURANT_SUMMARY} location ${LOCATION} currency`;
export const MENU_ITEM = `
  id: menuItemId
  version
  name
  description
  price ${MONEY}
  available
  tags
  photo { contentType byteLength }
`;
export const MENU = `restaurantId version items { ${MENU_ITEM} }`;

export const BASKET = `
  consumerId
  restaurantId
  version
  lines { menuItemId name unitPrice ${MONEY} quantity total ${MONEY} available }
  charges { ${CHARGES} }
`;

export const ORDER = `
  id: orderId
  version
  consumerId
  restaurantId
  state
  lineItems { menuItemId name unitPrice ${MONEY} quantity }
  deliveryAddress ${ADDRESS}
  deliveryNote
  placedAt
  total ${MONEY}
`;

export const TICKET = 'orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason';

export const PING = 'lat lon at';
export const DELIVERY = `
  orderId
  version
  state
  pickupAddress ${ADDRESS}
  deliveryAddress ${ADDRESS}
  courierId
  estimatedAt
  pickedUpAt
  deliveredAt
  lastLocation { ${PING} }
  courierPhone
`;
export const COURIER = 'id: courierId version name vehicle phone onDuty currentDeliveryId';

export const BILL = `
  orderId
  lines { name unitPrice ${MONEY} quantity total ${MONEY} }
  ${CHARGES}
  paymentState
  authorizationCode
  refunds { amount ${MONEY} reason refundedAt }
`;
