import { Refusal, refuseInvalid, textErrors, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { mapPage, MAX_SEARCH_CHARACTERS, pageOf } from '../paging.ts';
import { signedIn } from '../policy/sign-in.ts';
import { consumerAsSeenBy } from '../policy/visibility.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListConsumers {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listConsumers'>>): Promise<OutcomeOf<'listConsumers'>> {
    if (signedIn(actor).role !== 'support') {
      throw new Refusal('forbidden', { operation: 'listConsumers', role: actor.role });
    }
    const { limit, after, before, ...filter } = checked(input);
    if (filter.text !== undefined) refuseInvalid(textErrors(filter.text, '/text', 0, MAX_SEARCH_CHARACTERS));
    const list = { operation: 'listConsumers', filter };
    const page = await pageOf(this.cursors, actor, list, { limit, after, before }, (window) =>
      this.reads.listConsumers(filter, window),
    );
    return mapPage(page, (consumer) => consumerAsSeenBy(actor, consumer));
  }
}
