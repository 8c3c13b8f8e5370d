import {
  consumerErrors,
  isUuid,
  Refusal,
  refuseInvalid,
  subjectOf,
  withConsumerChanges,
  type Actor,
  type ConsumerId,
} from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import { requireVersion } from '../policy/version.ts';
import { consumerAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { Reads } from '../ports/reads.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, InvalidInput, readableMembers, type Unchecked } from '../unchecked.ts';
import { refuseTakenEmail } from './email.ts';

/** Changes the members given; the others stay. */
export class UpdateConsumer {
  constructor(
    private readonly reads: Reads,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'updateConsumer'>>): Promise<OutcomeOf<'updateConsumer'>> {
    signedIn(actor);
    const { consumerId = checked(input).consumerId, idempotencyKey } = readableMembers(input);
    return this.unitOfWork.run({
      actor,
      operation: 'updateConsumer',
      idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: () => this.refuseOthers(actor, consumerId),
      work: async (transaction) => {
        const held = await transaction.lockConsumer(consumerId);
        if (!held) throw new Refusal('consumer-not-found', { id: consumerId });
        // What holds already as asked succeeds again, even with the version of the first time (RFC 9110 §13.1.1).
        if (!(input instanceof InvalidInput) && withConsumerChanges(held, input) === held) {
          return consumerAsSeenBy(actor, held);
        }
        requireVersion(input, held.version);
        const changes = checked(input);
        refuseInvalid(consumerErrors(changes));
        const changed = withConsumerChanges(held, changes);
        await refuseTakenEmail(transaction, changed);
        await transaction.saveConsumer(changed);
        await transaction.append({
          type: 'updateConsumer',
          subjectId: consumerId,
          actor: subjectOf(actor),
          at: this.clock.now(),
        });
        return consumerAsSeenBy(actor, changed);
      },
    });
  }

  /** Only consumers themselves; who may see one is told that it is forbidden, all others that there is none. */
  private async refuseOthers(actor: Actor, consumerId: ConsumerId): Promise<void> {
    if (actor.role === 'consumer' && actor.consumerId === consumerId) return;
    const record = isUuid(consumerId) ? await this.reads.findConsumer(consumerId, actor) : undefined;
    throw record && (actor.role === 'support' || record.servedByViewer)
      ? new Refusal('forbidden', { operation: 'updateConsumer', role: actor.role })
      : new Refusal('consumer-not-found', { id: consumerId });
  }
}
