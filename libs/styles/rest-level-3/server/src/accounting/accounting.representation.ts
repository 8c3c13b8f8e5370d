import type { BillView } from '@rungs/application';
import * as plain from '@rungs/json';
import { field, hidden, idempotencyKey, reason } from '../fields.ts';
import { form, formsFor, type Forms } from '../forms.ts';
import { type Hal, link } from '../hal.ts';
import { uris } from '../level.ts';

/** The bill with the form to give money back. */
export function representBill(bill: BillView): Hal<plain.BillJson> {
  const { orderId } = bill;
  return {
    ...plain.representBill(bill),
    _links: {
      self: link(uris.href('bill', { orderId })),
      'rungs:order': link(uris.href('order', { orderId })),
    },
    _templates: billForms(bill),
  };
}

/** How much of the payment is left to give back the operation decides. */
function billForms({ orderId, total, actions }: BillView): Forms {
  return formsFor(actions, {
    refundBill: () =>
      form('POST', uris.href('refunds', { orderId }), 'Give money back', [
        field('amount.amount', `How much, in minor units of ${total.currency}`, {
          type: 'number',
          required: true,
          min: 1,
        }),
        hidden('amount.currency', 'Currency', total.currency),
        reason(),
        idempotencyKey(),
      ]),
  });
}
