import { Refusal, type Actor, type FieldError } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { pageOf } from '../paging.ts';
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
    const errors: FieldError[] = [];
    const { near, text } = filter;
    if (near && !(Math.abs(near.lat) <= 90)) errors.push({ path: '/near/lat', message: 'must lie between -90 and 90' });
    if (near && !(Math.abs(near.lon) <= 180)) {
      errors.push({ path: '/near/lon', message: 'must lie between -180 and 180' });
    }
    if (text !== undefined && text.length > 100) {
      errors.push({ path: '/text', message: 'must have at most 100 characters' });
    }
    if (errors.length > 0) throw new Refusal('invalid-input', { errors });
    const list = { operation: 'listRestaurants', filter };
    return pageOf(this.cursors, actor, list, { limit, after, before }, (window) =>
      this.reads.listRestaurants(filter, window),
    );
  }
}
