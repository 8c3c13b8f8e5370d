import type { Payments } from '@rungs/application';
import { LocalPayments, type Authorization, type GivenBack } from '@rungs/persistence';

/** The local payment provider in a world that begins again and again: it forgets with it. */
export class ForgetfulPayments implements Payments {
  private provider = new LocalPayments();

  forget(): void {
    this.provider = new LocalPayments();
  }

  get authorizations(): readonly Authorization[] {
    return this.provider.authorizations;
  }

  /** Codes of what was taken. */
  get captured(): readonly string[] {
    return this.provider.captured;
  }

  get refunds(): readonly GivenBack[] {
    return this.provider.refunds;
  }

  authorize(...asked: Parameters<Payments['authorize']>): Promise<string> {
    return this.provider.authorize(...asked);
  }

  reauthorize(...asked: Parameters<Payments['reauthorize']>): Promise<string> {
    return this.provider.reauthorize(...asked);
  }

  void(...asked: Parameters<Payments['void']>): Promise<void> {
    return this.provider.void(...asked);
  }

  capture(...asked: Parameters<Payments['capture']>): Promise<void> {
    return this.provider.capture(...asked);
  }

  refund(...asked: Parameters<Payments['refund']>): Promise<void> {
    return this.provider.refund(...asked);
  }
}
