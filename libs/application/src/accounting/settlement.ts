import type { Bill } from '@rungs/domain';
import type { Payments } from '../ports/payments.ts';

/** Tells the payment provider what has become of the payment by the bill. Harmless when told again. */
export async function settle(payments: Payments, { paymentState, authorizationCode }: Bill): Promise<void> {
  if (paymentState === 'VOIDED') await payments.void(authorizationCode);
  else if (paymentState !== 'AUTHORIZED') await payments.capture(authorizationCode);
}
