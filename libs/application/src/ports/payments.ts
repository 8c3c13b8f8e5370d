import type { Money } from '@rungs/domain';

/** The payment provider. Asked before a transaction or after it, so that no row is locked while it thinks; but `refund`. */
export interface Payments {
  /** The authorization's code; throws `payment-declined` or `unavailable`. */
  authorize(paymentToken: string, total: Money): Promise<string>;
  /** Gives an authorization back. Doing it twice is harmless. */
  void(authorizationCode: string): Promise<void>;
  /** A new authorization with the card of an earlier one; throws as `authorize` does. */
  reauthorize(authorizationCode: string, total: Money): Promise<string>;
  /** Takes the money. Doing it twice takes it once. */
  capture(authorizationCode: string): Promise<void>;
  /** Gives a part back; twice with one `refundId` gives it once, and fails when the second amount is another. */
  refund(authorizationCode: string, amount: Money, refundId: string): Promise<void>;
}
