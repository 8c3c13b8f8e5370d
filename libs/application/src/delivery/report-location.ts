import {
  epochMsOf,
  instantOf,
  locationErrors,
  refuseInvalid,
  requireStep,
  statesOf,
  subjectOf,
  type Actor,
} from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { caseToChange, DELIVERY, momentOf } from '../order/case-step.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';

/** How far a courier's clock may be ahead of ours. */
const MAX_AHEAD_MS = 60_000;

/** Adds a ping to the track of the courier's current delivery; no version is raised, and none asked for. */
export class ReportLocation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'reportLocation'>>): Promise<OutcomeOf<'reportLocation'>> {
    signedIn(actor);
    const { orderId = checked(input).orderId, idempotencyKey } = readableMembers(input);
    return this.unitOfWork.run({
      actor,
      operation: 'reportLocation',
      idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: () => Promise.resolve(),
      work: async (transaction) => {
        const held = await caseToChange(transaction, actor, 'reportLocation', DELIVERY, orderId);
        requireStep(statesOf(held), 'reportLocation');
        const now = this.clock.now();
        const { lat, lon, at = now } = checked(input);
        refuseInvalid([
          ...locationErrors({ lat, lon }),
          ...(at > instantOf(epochMsOf(now) + MAX_AHEAD_MS)
            ? [{ path: '/at', message: 'must not lie in the future' }]
            : []),
        ]);
        const ping = { lat, lon, at };
        await transaction.addLocationPing(orderId, held.delivery.courierId as string, ping);
        await transaction.append({
          type: 'reportLocation',
          subjectId: orderId,
          actor: subjectOf(actor),
          at: now,
          moment: momentOf(held, ping),
        });
        return ping;
      },
    });
  }
}
