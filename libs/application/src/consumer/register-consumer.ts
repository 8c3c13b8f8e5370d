import { consumerErrors, Refusal, refuseInvalid, subjectOf, type Actor, type Consumer } from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { consumerAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';
import { refuseTakenEmail } from './email.ts';

/** Signs a newcomer up, who sees the answer as the consumer that it describes. */
export class RegisterConsumer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'registerConsumer'>>): Promise<OutcomeOf<'registerConsumer'>> {
    return this.unitOfWork.run({
      actor,
      operation: 'registerConsumer',
      idempotencyKey: readableMembers(input).idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: () => Promise.resolve(),
      work: async (transaction) => {
        if (actor.role !== 'anonymous') {
          throw new Refusal('forbidden', { operation: 'registerConsumer', role: actor.role });
        }
        const { name, email, addresses = [] } = checked(input);
        refuseInvalid(consumerErrors({ name, email, addresses }));
        const consumer: Consumer = { id: this.ids.next(), version: 1, name, email, addresses };
        await refuseTakenEmail(transaction, consumer);
        await transaction.addConsumer(consumer);
        const self: Actor = { role: 'consumer', consumerId: consumer.id };
        await transaction.append({
          type: 'registerConsumer',
          subjectId: consumer.id,
          actor: subjectOf(self),
          at: this.clock.now(),
        });
        return consumerAsSeenBy(self, consumer);
      },
    });
  }
}
