import { isRefusal, isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { countOf, pageOf } from '../paging.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { Counts } from '../ports/counts.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';

export class ListOrderHistory {
  constructor(
    private readonly reads: Reads,
    private readonly counts: Counts,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listOrderHistory'>>): Promise<OutcomeOf<'listOrderHistory'>> {
    return this.refusingInOrder(actor, input, (isSelf) => this.pageOf(actor, input, isSelf));
  }

  /** How many entries there are on all pages together. */
  async count(actor: Actor, input: Unchecked<InputOf<'listOrderHistory'>>): Promise<number> {
    return this.refusingInOrder(actor, input, (isSelf) => this.countOf(actor, input, isSelf));
  }

  private async refusingInOrder<T>(
    actor: Actor,
    input: Unchecked<InputOf<'listOrderHistory'>>,
    answer: (isSelf: boolean) => Promise<T>,
  ): Promise<T> {
    signedIn(actor);
    const { consumerId = checked(input).consumerId } = readableMembers(input);
    const isSelf = actor.role === 'consumer' && actor.consumerId === consumerId;
    if (!isSelf && actor.role !== 'support') await this.refuseOthers(actor, consumerId);
    try {
      return await answer(isSelf);
    } catch (error) {
      // Not found comes before invalid; a statement more for those alone who asked wrongly.
      if (isRefusal(error, 'invalid-input') && !isSelf) await this.requireConsumer(actor, consumerId);
      throw error;
    }
  }

  private pageOf(actor: Actor, input: Unchecked<InputOf<'listOrderHistory'>>, isSelf: boolean) {
    const { consumerId, list, page } = askedIn(input);
    return pageOf(this.cursors, actor, list, page, async (window) => {
      if (!isUuid(consumerId)) throw new Refusal('consumer-not-found', { id: consumerId });
      const slice = await this.reads.listOrderHistory(consumerId, window);
      // Nothing ordered, or nobody there? Only then is a second statement worth it.
      if (!isSelf && slice.items.length === 0) await this.requireConsumer(actor, consumerId);
      return slice;
    });
  }

  private countOf(actor: Actor, input: Unchecked<InputOf<'listOrderHistory'>>, isSelf: boolean): Promise<number> {
    const { consumerId, list, page } = askedIn(input);
    return countOf(this.cursors, actor, list, page, async () => {
      if (!isUuid(consumerId)) throw new Refusal('consumer-not-found', { id: consumerId });
      const count = await this.counts.countOrders({ consumerId });
      if (!isSelf && count === 0) await this.requireConsumer(actor, consumerId);
      return count;
    });
  }

  private async requireConsumer(actor: Actor, consumerId: string): Promise<void> {
    const known = isUuid(consumerId) && (await this.reads.findConsumer(consumerId, actor));
    if (!known) throw new Refusal('consumer-not-found', { id: consumerId });
  }

  /** Those who serve a consumer see that there is one: for them it is forbidden; for all others, not there. */
  private async refuseOthers(actor: Actor, consumerId: string): Promise<never> {
    const record = isUuid(consumerId) ? await this.reads.findConsumer(consumerId, actor) : undefined;
    throw record?.servedByViewer
      ? new Refusal('forbidden', { operation: 'listOrderHistory', role: actor.role })
      : new Refusal('consumer-not-found', { id: consumerId });
  }
}

function askedIn(input: Unchecked<InputOf<'listOrderHistory'>>) {
  const { consumerId, limit, after, before } = checked(input);
  const list = { operation: 'listOrderHistory', filter: { consumerId } };
  return { consumerId, list, page: { limit, after, before } };
}
