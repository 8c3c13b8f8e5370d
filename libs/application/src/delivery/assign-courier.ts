import { isFree, isUuid, Refusal, refuseInvalid, type Actor, type CourierId, type OrderCase } from '@rungs/domain';
import type { InputOf, OutcomeOf } from '../operations.ts';
import { DELIVERY, takeStep } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { Transaction, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Unchecked } from '../unchecked.ts';
import { withCourier, withNearestCourier } from './dispatch.ts';

/** Gives a waiting delivery to the courier named, or to the nearest free one. */
export class AssignCourier {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'assignCourier'>>): Promise<OutcomeOf<'assignCourier'>> {
    const { unitOfWork, clock } = this;
    return takeStep({ unitOfWork, clock }, actor, input, {
      name: 'assignCourier',
      on: DELIVERY,
      dispatches: true,
      holds: ({ delivery }, { courierId }) =>
        delivery.state === 'SCHEDULED' && (courierId === undefined || delivery.courierId === courierId),
      change: async (held, { orderId, courierId }, transaction) => {
        const assigned =
          courierId === undefined
            ? await withNearestCourier(transaction, held)
            : await this.withNamed(transaction, held, courierId);
        if (!assigned) throw new Refusal('courier-unavailable', { orderId });
        return assigned;
      },
    });
  }

  private async withNamed(
    transaction: Transaction,
    held: OrderCase,
    courierId: CourierId,
  ): Promise<OrderCase | undefined> {
    const courier = isUuid(courierId) ? await transaction.lockCourier(courierId) : undefined;
    if (!courier) {
      refuseInvalid([{ path: '/courierId', message: 'is no courier of ours' }]);
      return undefined;
    }
    return isFree(courier) ? withCourier(transaction, held, courier) : undefined;
  }
}
