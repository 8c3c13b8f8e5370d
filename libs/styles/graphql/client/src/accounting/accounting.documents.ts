import type { BillJson } from '@rungs/json';
import { mutationOf, type ById } from '../documents.ts';
import { documentOf } from '../exchange.ts';
import { BILL } from '../selections.ts';

export const GET_BILL = documentOf<{ bill?: BillJson }, ById>(
  `query GetBill($id: ID!) { bill(orderId: $id) { ${BILL} } }`,
);

export const REFUND_BILL = mutationOf<'refundBill', BillJson>(
  'refundBill',
  `bill { ${BILL} }`,
  'bill-not-refundable',
  'refund-exceeds-payment',
);
