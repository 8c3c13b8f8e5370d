import type { IdGenerator, Payments } from '@rungs/application';
import { Refusal, type Money } from '@rungs/domain';
import { UuidV7Generator } from './uuid-v7-generator.ts';

const MAX_REMEMBERED = 10_000;

export interface Authorization {
  readonly code: string;
  readonly total: Money;
  readonly voided: boolean;
}

export interface GivenBack {
  readonly refundId: string;
  readonly authorizationCode: string;
  readonly amount: Money;
}

/**
 * Stands for the payment provider, in this process: `tok_declined` is declined, `tok_unavailable` fails, every other
 * token is authorized, and so is every card again until it is stopped. Knows nothing of what another process did, so
 * any code is a good one. Remembers the last 10,000 of everything for whoever wants to look.
 */
export class LocalPayments implements Payments {
  private readonly byCode = new Map<string, Authorization>();
  private readonly stopped = new Set<string>();
  private readonly capturedCodes = new Set<string>();
  private readonly byRefundId = new Map<string, GivenBack>();

  /** Of the ids come the codes of authorizations. */
  constructor(private readonly ids: IdGenerator = new UuidV7Generator()) {}

  get authorizations(): readonly Authorization[] {
    return [...this.byCode.values()];
  }

  /** Codes of the authorizations that were captured, each once. */
  get captured(): readonly string[] {
    return [...this.capturedCodes];
  }

  get refunds(): readonly GivenBack[] {
    return [...this.byRefundId.values()];
  }

  /** From now on the card behind this authorization is declined. */
  stopCard(authorizationCode: string): void {
    this.stopped.add(authorizationCode);
  }

  authorize(paymentToken: string, total: Money): Promise<string> {
    if (paymentToken === 'tok_declined') return declined(total);
    if (paymentToken === 'tok_unavailable') {
      return Promise.reject(new Refusal('unavailable', { part: 'The payment provider', retryAfterSeconds: 5 }));
    }
    const code = `auth_${this.ids.next()}`;
    this.byCode.set(code, { code, total, voided: false });
    keepNewest(this.byCode);
    return Promise.resolve(code);
  }

  reauthorize(authorizationCode: string, total: Money): Promise<string> {
    return this.stopped.has(authorizationCode) ? declined(total) : this.authorize('the same card', total);
  }

  void(authorizationCode: string): Promise<void> {
    const held = this.byCode.get(authorizationCode);
    if (held) this.byCode.set(authorizationCode, { ...held, voided: true });
    return Promise.resolve();
  }

  capture(authorizationCode: string): Promise<void> {
    this.capturedCodes.add(authorizationCode);
    keepNewest(this.capturedCodes);
    return Promise.resolve();
  }

  refund(authorizationCode: string, amount: Money, refundId: string): Promise<void> {
    const made = this.byRefundId.get(refundId)?.amount.amount;
    if (made !== undefined && made !== amount.amount) {
      return Promise.reject(new Error(`The refund ${refundId} was of ${made}, not ${amount.amount}.`));
    }
    this.byRefundId.set(refundId, { refundId, authorizationCode, amount });
    keepNewest(this.byRefundId);
    return Promise.resolve();
  }
}

function declined(total: Money): Promise<never> {
  return Promise.reject(new Refusal('payment-declined', total));
}

function keepNewest(held: Map<string, unknown> | Set<string>): void {
  if (held.size > MAX_REMEMBERED) held.delete(held.keys().next().value as string);
}
