import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { pageOf } from '../paging.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListOrderHistory {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listOrderHistory'>>): Promise<OutcomeOf<'listOrderHistory'>> {
    signedIn(actor);
    const { consumerId, limit, after, before } = checked(input);
    const isSelf = actor.role === 'consumer' && actor.consumerId === consumerId;
    if (!isSelf && actor.role !== 'support') await this.refuseOthers(actor, consumerId);
    const list = { operation: 'listOrderHistory', filter: { consumerId } };
    return pageOf(this.cursors, actor, list, { limit, after, before }, async (window) => {
      if (!isUuid(consumerId)) throw new Refusal('consumer-not-found', { id: consumerId });
      const slice = await this.reads.listOrderHistory(consumerId, window);
      // Nothing ordered, or nobody there? Only then is a second statement worth it.
      const exists = isSelf || slice.items.length > 0 || (await this.reads.findConsumer(consumerId, actor));
      if (!exists) throw new Refusal('consumer-not-found', { id: consumerId });
      return slice;
    });
  }

  /** Those who serve a consumer see that there is one: for them it is forbidden; for all others, not there. */
  private async refuseOthers(actor: Actor, consumerId: string): Promise<never> {
    const record = isUuid(consumerId) ? await this.reads.findConsumer(consumerId, actor) : undefined;
    throw record?.servedByViewer
      ? new Refusal('forbidden', { operation: 'listOrderHistory', role: actor.role })
      : new Refusal('consumer-not-found', { id: consumerId });
  }
}
