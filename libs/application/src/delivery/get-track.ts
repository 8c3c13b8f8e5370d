import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { pageOf } from '../paging.ts';
import { seesDelivery } from '../policy/order-case.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';

/** Where a delivery has been, oldest ping first. */
export class GetTrack {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getTrack'>>): Promise<OutcomeOf<'getTrack'>> {
    signedIn(actor);
    const { orderId = checked(input).orderId } = readableMembers(input);
    let found = false;
    try {
      const { limit, after, before } = checked(input);
      const list = { operation: 'getTrack', filter: { orderId } };
      return await pageOf(this.cursors, actor, list, { limit, after, before }, async (window) => {
        const track = isUuid(orderId) ? await this.reads.findTrack(orderId, window) : undefined;
        if (!track || !seesDelivery(track.facts, actor)) throw new Refusal('delivery-not-found', { id: orderId });
        found = true;
        return track.slice;
      });
    } catch (error) {
      // Not found comes before invalid; a statement more for those alone who asked wrongly.
      if (!found) await this.requireDelivery(actor, orderId);
      throw error;
    }
  }

  private async requireDelivery(actor: Actor, orderId: string): Promise<void> {
    const record = isUuid(orderId) ? await this.reads.findDelivery(orderId) : undefined;
    if (!record || !seesDelivery(record.facts, actor)) throw new Refusal('delivery-not-found', { id: orderId });
  }
}
