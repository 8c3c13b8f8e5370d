import type { Payments } from '@rungs/application';
import { Refusal, type Money } from '@rungs/domain';
import { randomUUID } from 'node:crypto';

const MAX_REMEMBERED = 10_000;

export interface Authorization {
  readonly code: string;
  readonly total: Money;
  readonly voided: boolean;
}

/**
 * Stands for the payment provider, in this process: `tok_declined` is declined, `tok_unavailable` fails, every other
 * token is authorized. Remembers its last 10,000 authorizations for whoever wants to look.
 */
export class LocalPayments implements Payments {
  private readonly byCode = new Map<string, Authorization>();

  get authorizations(): readonly Authorization[] {
    return [...this.byCode.values()];
  }

  authorize(paymentToken: string, total: Money): Promise<string> {
    if (paymentToken === 'tok_declined') return Promise.reject(new Refusal('payment-declined', total));
    if (paymentToken === 'tok_unavailable') {
      return Promise.reject(new Refusal('unavailable', { part: 'The payment provider', retryAfterSeconds: 5 }));
    }
    const code = `auth_${randomUUID()}`;
    this.byCode.set(code, { code, total, voided: false });
    if (this.byCode.size > MAX_REMEMBERED) this.byCode.delete(this.byCode.keys().next().value as string);
    return Promise.resolve(code);
  }

  void(authorizationCode: string): Promise<void> {
    const held = this.byCode.get(authorizationCode);
    if (held) this.byCode.set(authorizationCode, { ...held, voided: true });
    return Promise.resolve();
  }
}
