import { expect, it } from 'vitest';
import { LocalPayments } from './local-payments.ts';

const TOTAL = { amount: 1299, currency: 'EUR' };

it('declines tok_declined, fails for tok_unavailable, and authorizes any other token', async () => {
  const payments = new LocalPayments();
  await expect(payments.authorize('tok_declined', TOTAL)).rejects.toMatchObject({
    code: 'payment-declined',
    details: TOTAL,
  });
  await expect(payments.authorize('tok_unavailable', TOTAL)).rejects.toMatchObject({ code: 'unavailable' });
  const code = await payments.authorize('tok_visa', TOTAL);
  expect(payments.authorizations).toEqual([{ code, total: TOTAL, voided: false }]);
});

it('gives every authorization a code of its own, and voids one as often as asked', async () => {
  const payments = new LocalPayments();
  const [first, second] = [await payments.authorize('tok_visa', TOTAL), await payments.authorize('tok_visa', TOTAL)];
  expect(first).not.toBe(second);
  await payments.void(first);
  await payments.void(first);
  await payments.void('auth_of_somebody_else');
  expect(payments.authorizations.map(({ voided }) => voided)).toEqual([true, false]);
});
