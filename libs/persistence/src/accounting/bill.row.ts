import type { BillLine, PaymentState, Refund } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('bill')
export class BillRow {
  @PrimaryColumn({ type: 'uuid', name: 'order_id' })
  orderId!: string;

  @Column({ type: 'json' })
  lines!: readonly BillLine[];

  /** Of all the amounts below. */
  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Column({ type: 'integer', name: 'subtotal_amount' })
  subtotalAmount!: number;

  @Column({ type: 'integer', name: 'delivery_fee_amount' })
  deliveryFeeAmount!: number;

  @Column({ type: 'integer', name: 'service_fee_amount' })
  serviceFeeAmount!: number;

  @Column({ type: 'integer', name: 'tax_amount' })
  taxAmount!: number;

  @Column({ type: 'integer', name: 'total_amount' })
  totalAmount!: number;

  @Column({ type: 'text', name: 'payment_state' })
  paymentState!: PaymentState;

  @Column({ type: 'text', name: 'authorization_code' })
  authorizationCode!: string;

  @Column({ type: 'json' })
  refunds!: readonly Refund[];
}
