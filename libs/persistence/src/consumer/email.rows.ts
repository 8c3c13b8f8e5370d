import type { ConsumerId } from '@rungs/domain';
import type { EntityManager } from 'typeorm';

const EMAIL_LOCKS = 786_477; // Of the locks with two numbers, those of e-mail addresses.

/** Waits until every other transaction that has called this with the address has ended. Now and then two share a lock. */
export async function lockEmail(manager: EntityManager, email: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1, hashtext(lower($2)))', [EMAIL_LOCKS, email]);
}

export async function findOwnerOfEmail(manager: EntityManager, email: string): Promise<ConsumerId | undefined> {
  // Spelt as in the index, which is also what would refuse the second owner of an address.
  const [owner] = (await manager.query('SELECT id FROM consumer WHERE lower(email) = lower($1)', [email])) as {
    id: ConsumerId;
  }[];
  return owner?.id;
}
