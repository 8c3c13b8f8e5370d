import { locationErrors, refuseInvalid, textErrors, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { countOf, mapPage, MAX_SEARCH_CHARACTERS, pageOf } from '../paging.ts';
import { restaurantAsSeenBy } from '../policy/visibility.ts';
import type { Counts } from '../ports/counts.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListRestaurants {
  constructor(
    private readonly reads: Reads,
    private readonly counts: Counts,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listRestaurants'>>): Promise<OutcomeOf<'listRestaurants'>> {
    const { filter, list, page } = this.asked(input);
    const found = await pageOf(this.cursors, actor, list, page, (window) => this.reads.listRestaurants(filter, window));
    return mapPage(found, (restaurant) => restaurantAsSeenBy(actor, restaurant));
  }

  /** How many there are on all pages together. */
  async count(actor: Actor, input: Unchecked<InputOf<'listRestaurants'>>): Promise<number> {
    const { filter, list, page } = this.asked(input);
    return countOf(this.cursors, actor, list, page, () => this.counts.countRestaurants(filter));
  }

  private asked(input: Unchecked<InputOf<'listRestaurants'>>) {
    const { limit, after, before, ...filter } = checked(input);
    const { near, text } = filter;
    refuseInvalid([
      ...(near ? locationErrors(near, '/near') : []),
      ...(text === undefined ? [] : textErrors(text, '/text', 0, MAX_SEARCH_CHARACTERS)),
    ]);
    return { filter, list: { operation: 'listRestaurants', filter }, page: { limit, after, before } };
  }
}
