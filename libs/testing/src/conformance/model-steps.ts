import type { OperationName } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import type { ModelCase } from './model-state.ts';
import { waitsForCourier } from './model-dispatch.ts';
import { sees } from './model-sight.ts';

// What may be done with an order now, as far as state and role tell.

type Role = Actor['role'];

const STEPS: Partial<Record<OperationName, readonly [readonly Role[], (held: ModelCase) => boolean]>> = {
  acceptTicket: [['restaurant'], ({ order }) => order.state === 'APPROVED'],
  rejectTicket: [['restaurant'], ({ order }) => order.state === 'APPROVED'],
  startPreparing: [['restaurant'], ({ order }) => order.state === 'ACCEPTED'],
  finishPreparing: [['restaurant'], ({ order }) => order.state === 'PREPARING'],
  assignCourier: [['support'], waitsForCourier],
  notePickedUp: [
    ['courier'],
    ({ order, delivery }) => order.state === 'READY_FOR_PICKUP' && delivery.state === 'SCHEDULED',
  ],
  reportLocation: [['courier'], ({ delivery }) => ['SCHEDULED', 'PICKED_UP'].includes(delivery.state)],
  noteDelivered: [['courier'], ({ order }) => order.state === 'PICKED_UP'],
  reviseOrder: [['consumer'], ({ order }) => order.state === 'APPROVED'],
  cancelOrder: [['consumer', 'support'], ({ order }) => ['APPROVED', 'ACCEPTED'].includes(order.state)],
  refundBill: [['support'], ({ bill }) => ['CAPTURED', 'PARTLY_REFUNDED'].includes(bill.paymentState)],
};

/** The steps that this actor may take now with what belongs to this order; none for who does not see it. */
export function stepsOffered(held: ModelCase, actor: Actor): readonly OperationName[] {
  if (!sees('order', held, actor)) return [];
  return Object.entries(STEPS).flatMap(([name, [roles, allowed]]) =>
    roles.includes(actor.role) && allowed(held) ? [name as OperationName] : [],
  );
}
