import { locationErrors, refuseInvalid, textErrors, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { mapPage, MAX_SEARCH_CHARACTERS, pageOf } from '../paging.ts';
import { restaurantAsSeenBy } from '../policy/visibility.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListRestaurants {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listRestaurants'>>): Promise<OutcomeOf<'listRestaurants'>> {
    const { limit, after, before, ...filter } = checked(input);
    const { near, text } = filter;
    refuseInvalid([
      ...(near ? locationErrors(near, '/near') : []),
      ...(text === undefined ? [] : textErrors(text, '/text', 0, MAX_SEARCH_CHARACTERS)),
    ]);
    const list = { operation: 'listRestaurants', filter };
    const page = await pageOf(this.cursors, actor, list, { limit, after, before }, (window) =>
      this.reads.listRestaurants(filter, window),
    );
    return mapPage(page, (restaurant) => restaurantAsSeenBy(actor, restaurant));
  }
}
