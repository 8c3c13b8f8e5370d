import { isUuid, Refusal, subjectOf, type Actor, type CourierId } from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import { requireVersion } from '../policy/version.ts';
import { courierAsSeenBy } from '../policy/visibility.ts';
import type { Clock } from '../ports/clock.ts';
import type { Reads } from '../ports/reads.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';
import { giveLongestWaiting } from './dispatch.ts';

/** Comes on duty, and gets what has waited longest; or goes off it, unless there is something to deliver. */
export class SetOnDuty {
  constructor(
    private readonly reads: Reads,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'setOnDuty'>>): Promise<OutcomeOf<'setOnDuty'>> {
    signedIn(actor);
    const asked = readableMembers(input);
    const { courierId = checked(input).courierId } = asked;
    return this.unitOfWork.run({
      actor,
      operation: 'setOnDuty',
      idempotencyKey: asked.idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: () => this.refuseOthers(actor, courierId),
      work: async (transaction) => {
        await transaction.lockDispatch();
        const held = await transaction.lockCourier(courierId);
        if (!held) throw new Refusal('courier-not-found', { id: courierId });
        if (held.onDuty === asked.onDuty) return courierAsSeenBy(actor, held);
        // Who is on duty with something to deliver can only be asking to go off.
        if (held.onDuty && held.currentDeliveryId !== undefined) throw new Refusal('courier-busy', { courierId });
        requireVersion(input, held.version);
        const { onDuty } = checked(input);
        const changed = { ...held, version: held.version + 1, onDuty };
        await transaction.saveCourier(changed);
        await transaction.append({
          type: 'setOnDuty',
          subjectId: courierId,
          actor: subjectOf(actor),
          at: this.clock.now(),
        });
        return courierAsSeenBy(actor, await giveLongestWaiting(transaction, this.clock, actor, changed));
      },
    });
  }

  /** Only the couriers themselves; who may see one is told that it is forbidden, all others that there is none. */
  private async refuseOthers(actor: Actor, courierId: CourierId): Promise<void> {
    if (actor.role === 'courier' && actor.courierId === courierId) return;
    const record = isUuid(courierId) ? await this.reads.findCourier(courierId, actor) : undefined;
    throw record && (actor.role === 'support' || record.servesViewer)
      ? new Refusal('forbidden', { operation: 'setOnDuty', role: actor.role })
      : new Refusal('courier-not-found', { id: courierId });
  }
}
