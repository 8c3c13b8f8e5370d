import { ORDER_PARTS } from '@rungs/application';
import { ORDER_STATES } from '@rungs/domain';
import {
  address,
  change,
  id,
  idempotencyKey,
  inputParser,
  instant,
  listOf,
  members,
  oneOf,
  optional,
  orderLine,
  page,
  text,
} from '../input-parser.ts';

export const orderInputs = {
  getOrder: inputParser<'getOrder'>(members({ orderId: id })),
  listOrders: inputParser<'listOrders'>(
    members({
      ...page,
      consumerId: optional(id),
      restaurantId: optional(id),
      states: optional(listOf(oneOf(ORDER_STATES))),
      placedFrom: optional(instant),
      placedTo: optional(instant),
      sort: optional(oneOf(['placedAt', '-placedAt'])),
    }),
  ),
  getOrderDetails: inputParser<'getOrderDetails'>(
    members({ orderId: id, parts: optional(listOf(oneOf(ORDER_PARTS))) }),
  ),
  listOrderHistory: inputParser<'listOrderHistory'>(members({ ...page, consumerId: id })),
  placeOrder: inputParser<'placeOrder'>(
    members({
      restaurantId: id,
      lines: listOf(members(orderLine)),
      deliveryAddress: optional(address),
      deliveryNote: optional(text),
      paymentToken: text,
      idempotencyKey,
    }),
  ),
  reviseOrder: inputParser<'reviseOrder'>(
    members({
      orderId: id,
      lines: optional(listOf(members(orderLine))),
      deliveryAddress: optional(address),
      deliveryNote: optional(text),
      paymentToken: optional(text),
      ...change,
    }),
  ),
  cancelOrder: inputParser<'cancelOrder'>(members({ orderId: id, ...change })),
};
