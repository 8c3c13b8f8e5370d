import type { BillView } from '@rungs/application';
import * as plain from '@rungs/json';
import { type Hal, link } from '../hal.ts';
import { uris } from '../level.ts';

export function representBill(bill: BillView): Hal<plain.BillJson> {
  const { orderId } = bill;
  return {
    ...plain.representBill(bill),
    _links: {
      self: link(uris.href('bill', { orderId })),
      'rungs:order': link(uris.href('order', { orderId })),
    },
  };
}
