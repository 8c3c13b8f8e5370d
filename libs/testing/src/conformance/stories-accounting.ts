import { BOBS_ORDER, DEMO_ORDERS, type InputOf } from '@rungs/application';
import type { Who } from './actors.ts';
import { NOBODYS_ID } from './nobody.ts';
import type { Story } from './scene.ts';

const { DELIVERED, PICKED_UP } = DEMO_ORDERS;
const eur = (amount: number) => ({ amount, currency: 'EUR' });

export const refunding: Story = async (scene) => {
  const refund = (as: Who, changes: Partial<InputOf<'refundBill'>> = {}): Promise<void> =>
    scene.ask(as, 'refundBill', { orderId: DELIVERED, amount: eur(250), reason: 'It arrived cold.', ...changes });
  for (const as of ['anonymous', 'ann', 'bob', 'luigi', 'mei', 'dana'] as const) await refund(as);
  await refund('sam', { orderId: NOBODYS_ID });
  const { DELIVERED: _refundable, ...others } = DEMO_ORDERS;
  for (const orderId of [...Object.values(others), BOBS_ORDER]) await refund('sam', { orderId });
  const total = scene.case(DELIVERED).bill.total.amount;
  for (const wrong of [
    { amount: eur(0) },
    { amount: eur(-5) },
    { amount: eur(1.5) },
    { amount: { amount: 250, currency: 'USD' } },
    { reason: '' },
    { reason: 'r'.repeat(501) },
    { amount: eur(total + 1) },
  ]) {
    await refund('sam', wrong);
  }
  await refund('sam');
  for (const as of ['ann', 'luigi', 'sam'] as const) await scene.ask(as, 'getBill', { orderId: DELIVERED });
  await refund('sam', { idempotencyKey: 'refund' });
  await refund('sam', { idempotencyKey: 'refund' });
  await refund('sam', { idempotencyKey: 'refund', amount: eur(251) });
  await refund('sam', { amount: eur(total - 499) });
  await refund('sam', { amount: eur(total - 500), reason: 'The rest.' });
  await refund('sam', { amount: eur(1) });
  for (const as of ['ann', 'luigi', 'sam'] as const) await scene.ask(as, 'getBill', { orderId: DELIVERED });
  await scene.ask('ann', 'getOrderDetails', { orderId: PICKED_UP });
};
