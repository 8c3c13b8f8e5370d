import { ORDER_PARTS } from '@rungs/application';
import { MAX_LINES, ORDER_STATES } from '@rungs/domain';
import {
  address,
  change,
  deliveryNote,
  idempotencyKey,
  idOf,
  instant,
  listOf,
  members,
  oneOf,
  optional,
  orderLines,
  page,
  paymentToken,
} from '../input-members.ts';
import { inputParser } from '../input-parser.ts';

const orderId = idOf('order');
const lines = listOf(orderLines).meta({
  description: 'What is ordered: each dish once.',
  minItems: 1,
  maxItems: MAX_LINES,
});

export const orderInputs = {
  getOrder: inputParser<'getOrder'>(members({ orderId })),
  listOrders: inputParser<'listOrders'>(
    members({
      ...page,
      consumerId: optional(idOf('consumer').meta({ description: 'Only those of this consumer.' })),
      restaurantId: optional(idOf('restaurant').meta({ description: 'Only those from this restaurant.' })),
      states: optional(
        listOf(oneOf(ORDER_STATES)).meta({ description: 'Only those in one of these states.', maxItems: 20 }),
      ),
      placedFrom: optional(instant('Only those placed then or later.')),
      placedTo: optional(instant('Only those placed before.')),
      sort: optional(
        oneOf(['placedAt', '-placedAt']).meta({
          description: 'By when they were placed: oldest or newest first.',
          default: '-placedAt',
        }),
      ),
    }),
  ),
  getOrderDetails: inputParser<'getOrderDetails'>(
    members({
      orderId,
      parts: optional(
        listOf(oneOf(ORDER_PARTS)).meta({
          description: 'Which parts beside the order; all when left out.',
          maxItems: 20,
        }),
      ),
    }),
  ),
  listOrderHistory: inputParser<'listOrderHistory'>(members({ ...page, consumerId: idOf('consumer') })),
  placeOrder: inputParser<'placeOrder'>(
    members({
      restaurantId: idOf('restaurant to order from'),
      lines,
      deliveryAddress: optional(address.meta({ description: 'Where to; the consumer’s first address when left out.' })),
      deliveryNote: optional(deliveryNote),
      paymentToken,
      idempotencyKey,
    }),
  ),
  reviseOrder: inputParser<'reviseOrder'>(
    members({
      orderId,
      lines: optional(lines.meta({ description: 'All of them, as they shall be; they stay when left out.' })),
      deliveryAddress: optional(address.meta({ description: 'Where to; it stays when left out.' })),
      deliveryNote: optional(deliveryNote),
      paymentToken: optional(
        paymentToken.meta({ description: 'What is authorized anew; the card of the first time when left out.' }),
      ),
      ...change,
    }),
  ),
  cancelOrder: inputParser<'cancelOrder'>(members({ orderId, ...change })),
};
