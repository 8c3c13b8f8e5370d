import { Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { countOf, mapPage, pageOf } from '../paging.ts';
import { signedIn } from '../policy/sign-in.ts';
import { courierAsSeenBy } from '../policy/visibility.ts';
import type { Counts } from '../ports/counts.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListCouriers {
  constructor(
    private readonly reads: Reads,
    private readonly counts: Counts,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listCouriers'>>): Promise<OutcomeOf<'listCouriers'>> {
    const { filter, list, page } = this.asked(actor, input);
    const found = await pageOf(this.cursors, actor, list, page, (window) => this.reads.listCouriers(filter, window));
    return mapPage(found, (courier) => courierAsSeenBy(actor, courier));
  }

  /** How many there are on all pages together. */
  async count(actor: Actor, input: Unchecked<InputOf<'listCouriers'>>): Promise<number> {
    const { filter, list, page } = this.asked(actor, input);
    return countOf(this.cursors, actor, list, page, () => this.counts.countCouriers(filter));
  }

  private asked(actor: Actor, input: Unchecked<InputOf<'listCouriers'>>) {
    if (signedIn(actor).role !== 'support') {
      throw new Refusal('forbidden', { operation: 'listCouriers', role: actor.role });
    }
    const { limit, after, before, ...filter } = checked(input);
    return { filter, list: { operation: 'listCouriers', filter }, page: { limit, after, before } };
  }
}
