import { Refusal, refuseInvalid, textErrors, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { countOf, mapPage, MAX_SEARCH_CHARACTERS, pageOf } from '../paging.ts';
import { signedIn } from '../policy/sign-in.ts';
import { consumerAsSeenBy } from '../policy/visibility.ts';
import type { Counts } from '../ports/counts.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListConsumers {
  constructor(
    private readonly reads: Reads,
    private readonly counts: Counts,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listConsumers'>>): Promise<OutcomeOf<'listConsumers'>> {
    const { filter, list, page } = this.asked(actor, input);
    const found = await pageOf(this.cursors, actor, list, page, (window) => this.reads.listConsumers(filter, window));
    return mapPage(found, (consumer) => consumerAsSeenBy(actor, consumer));
  }

  /** How many there are on all pages together. */
  async count(actor: Actor, input: Unchecked<InputOf<'listConsumers'>>): Promise<number> {
    const { filter, list, page } = this.asked(actor, input);
    return countOf(this.cursors, actor, list, page, () => this.counts.countConsumers(filter));
  }

  private asked(actor: Actor, input: Unchecked<InputOf<'listConsumers'>>) {
    if (signedIn(actor).role !== 'support') {
      throw new Refusal('forbidden', { operation: 'listConsumers', role: actor.role });
    }
    const { limit, after, before, ...filter } = checked(input);
    if (filter.text !== undefined) refuseInvalid(textErrors(filter.text, '/text', 0, MAX_SEARCH_CHARACTERS));
    return { filter, list: { operation: 'listConsumers', filter }, page: { limit, after, before } };
  }
}
