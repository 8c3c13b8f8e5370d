import { isUuid, Refusal, type Actor } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { signedIn } from '../policy/sign-in.ts';
import { mayManage } from '../policy/visibility.ts';
import type { Reads } from '../ports/reads.ts';
import { checked, type Unchecked } from '../unchecked.ts';

/** How far an import has come, for the staff of its restaurant and for support. */
export class GetMenuImport {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'getMenuImport'>>): Promise<OutcomeOf<'getMenuImport'>> {
    signedIn(actor);
    const { restaurantId, menuImportId } = checked(input);
    const known = isUuid(restaurantId) && isUuid(menuImportId) && mayManage(restaurantId, actor);
    const found = known ? await this.reads.findMenuImport(restaurantId, menuImportId) : undefined;
    if (!found) throw new Refusal('menu-import-not-found', { id: menuImportId });
    return found;
  }
}
