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

it('authorizes a card again under a code of its own, those of another process too, until the card is stopped', async () => {
  const payments = new LocalPayments();
  const first = await payments.authorize('tok_visa', TOTAL);
  const second = await payments.reauthorize(first, { amount: 1500, currency: 'EUR' });
  expect(second).not.toBe(first);
  expect(payments.authorizations.at(-1)).toEqual({
    code: second,
    total: { amount: 1500, currency: 'EUR' },
    voided: false,
  });
  await payments.reauthorize('auth_of_yesterday', TOTAL);
  payments.stopCard(first);
  await expect(payments.reauthorize(first, TOTAL)).rejects.toMatchObject({ code: 'payment-declined', details: TOTAL });
  expect(payments.authorizations).toHaveLength(3);
});

it('takes money once, and gives it back once for each refund, as often as it is asked to', async () => {
  const payments = new LocalPayments();
  for (const code of ['auth_1', 'auth_1', 'auth_2']) await payments.capture(code);
  expect(payments.captured).toEqual(['auth_1', 'auth_2']);
  const amount = { amount: 100, currency: 'EUR' };
  for (const refundId of ['o/1', 'o/1', 'o/2']) await payments.refund('auth_1', amount, refundId);
  expect(payments.refunds).toEqual(
    ['o/1', 'o/2'].map((refundId) => ({ refundId, authorizationCode: 'auth_1', amount })),
  );
  await expect(payments.refund('auth_1', { ...amount, amount: 200 }, 'o/1')).rejects.toThrow('o/1 was of 100, not 200');
});
