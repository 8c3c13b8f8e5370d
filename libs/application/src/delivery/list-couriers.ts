import { Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { mapPage, pageOf } from '../paging.ts';
import { signedIn } from '../policy/sign-in.ts';
import { courierAsSeenBy } from '../policy/visibility.ts';
import type { CursorCodec } from '../ports/cursor-codec.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

export class ListCouriers {
  constructor(
    private readonly reads: Reads,
    private readonly cursors: CursorCodec,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'listCouriers'>>): Promise<OutcomeOf<'listCouriers'>> {
    if (signedIn(actor).role !== 'support') {
      throw new Refusal('forbidden', { operation: 'listCouriers', role: actor.role });
    }
    const { limit, after, before, ...filter } = checked(input);
    const list = { operation: 'listCouriers', filter };
    const page = await pageOf(this.cursors, actor, list, { limit, after, before }, (window) =>
      this.reads.listCouriers(filter, window),
    );
    return mapPage(page, (courier) => courierAsSeenBy(actor, courier));
  }
}
