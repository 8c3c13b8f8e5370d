import type { ConsumerView } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import * as plain from '@rungs/json';
import { type Hal, link, offered } from '../hal.ts';
import { uris } from '../level.ts';

export function representConsumer(consumer: ConsumerView, actor: Actor): Hal<plain.ConsumerJson> {
  const consumerId = consumer.id;
  return {
    ...plain.representConsumer(consumer),
    _links: {
      self: link(uris.href('consumer', { consumerId })),
      'rungs:orders': link(uris.href('orders', { consumerId })),
      ...offered(actor, 'listOrderHistory', {
        'rungs:order-history': link(uris.href('orderHistory', { consumerId })),
      }),
    },
  };
}
