import { billLines, charge, type Bill } from '@rungs/domain';
import { expect, it } from 'vitest';
import { billOf, billRowOf } from './bill-row.mapper.ts';

it('gives back the bill that the row was made of', () => {
  const lines = [{ name: 'Gyudon', unitPrice: { amount: 980, currency: 'JPY' }, quantity: 3 }];
  const bill: Bill = {
    orderId: '01900000-0000-7000-8000-000000000001',
    lines: billLines(lines),
    ...charge(lines, 'JPY'),
    paymentState: 'PARTLY_REFUNDED',
    authorizationCode: 'auth_1',
    refunds: [{ amount: { amount: 1, currency: 'JPY' }, reason: 'cold', refundedAt: '2026-11-01T12:00:00.000Z' }],
  };
  expect(billOf(billRowOf(bill))).toStrictEqual(bill);
});
