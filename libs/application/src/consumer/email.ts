import { refuseInvalid, type Consumer } from '@rungs/domain';
import type { Transaction } from '../ports/unit-of-work.ts';

/** One consumer for each e-mail address, in whichever case its letters are. */
export async function refuseTakenEmail(transaction: Transaction, { id, email }: Consumer): Promise<void> {
  const owner = await transaction.lockEmail(email);
  if (owner !== undefined && owner !== id) {
    refuseInvalid([{ path: '/email', message: 'belongs to another consumer already' }]);
  }
}
