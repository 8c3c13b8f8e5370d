import type { DataSource } from '@rungs/persistence';
import { expect } from 'vitest';
import type { ForgetfulPayments } from '../forgetful-payments.ts';
import { FIXTURE_AUTHORIZATION } from './fixture.ts';

interface BillRow {
  readonly code: string;
  readonly state: string;
  readonly refunds: readonly { readonly amount: { readonly amount: number } }[];
}

/**
 * Holds what the payment provider has been told against the bills: it holds an authorization for each that may still be
 * paid and no other, has taken the money of those that were delivered, and gave back what they say.
 */
export async function expectMoney(dataSource: DataSource, payments: ForgetfulPayments): Promise<void> {
  const bills = await dataSource.query<BillRow[]>(
    'SELECT authorization_code AS code, payment_state AS state, refunds FROM bill',
  );
  const paid = bills.filter(({ state }) => state !== 'VOIDED' && state !== 'AUTHORIZED');
  const codesOf = (rows: readonly BillRow[]): readonly string[] => rows.map(({ code }) => code).toSorted();
  const refunded = (code: string): number =>
    payments.refunds.reduce((sum, back) => sum + (back.authorizationCode === code ? back.amount.amount : 0), 0);

  const held = payments.authorizations.flatMap(({ code, voided }) => (voided ? [] : [code])).toSorted();
  // The provider has never heard of the fixture's own.
  const owed = bills.filter(({ state, code }) => state !== 'VOIDED' && !code.startsWith(FIXTURE_AUTHORIZATION));
  expect(held, 'the authorizations that the provider holds').toEqual(codesOf(owed));
  expect(payments.captured.toSorted(), 'the authorizations that the provider took').toEqual(codesOf(paid));
  expect(
    paid.map(({ code }) => refunded(code)),
    'what the provider gave back',
  ).toEqual(paid.map(({ refunds }) => refunds.reduce((sum, { amount }) => sum + amount.amount, 0)));
}
