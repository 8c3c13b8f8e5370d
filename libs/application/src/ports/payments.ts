import type { Money } from '@rungs/domain';

/** The payment provider. Asked before the transaction, so that no row is locked while it thinks. */
export interface Payments {
  /** The authorization's code; throws `payment-declined` or `unavailable`. */
  authorize(paymentToken: string, total: Money): Promise<string>;
  /** Gives an authorization back. Doing it twice is harmless. */
  void(authorizationCode: string): Promise<void>;
}
