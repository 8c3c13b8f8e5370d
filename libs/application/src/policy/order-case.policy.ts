import { allowsStep, STEPS, type Actor, type Delivery, type DeliveryState, type StepName } from '@rungs/domain';
import type { CaseFacts } from '../ports/reads.ts';

/** Which end of the case the actor holds, if any: what ownership means for each role. */
function isParty(facts: CaseFacts, actor: Actor): boolean {
  switch (actor.role) {
    case 'consumer':
      return facts.consumerId === actor.consumerId;
    case 'restaurant':
      return facts.restaurantId === actor.restaurantId;
    case 'courier':
      return facts.courierId === actor.courierId;
    case 'support':
      return true;
    case 'anonymous':
      return false;
  }
}

const CURRENT: readonly DeliveryState[] = ['SCHEDULED', 'PICKED_UP'];

/** For one who sees the delivery: whether its order is to be seen, too. A courier's only while it is being delivered. */
export function seesOrderOf({ state }: Pick<Delivery, 'state'>, actor: Actor): boolean {
  return actor.role !== 'courier' || CURRENT.includes(state);
}

/** Orders and tickets: a courier sees only those of the current delivery. */
export function seesOrder(facts: CaseFacts, actor: Actor): boolean {
  return isParty(facts, actor) && seesOrderOf({ state: facts.deliveryState }, actor);
}

/** Deliveries: a courier goes on seeing past ones. */
export function seesDelivery(facts: CaseFacts, actor: Actor): boolean {
  return isParty(facts, actor);
}

export function seesBill(facts: CaseFacts, actor: Actor): boolean {
  return isParty(facts, actor) && actor.role !== 'courier';
}

/** True when the step is this role's, whatever the state. */
export function mayTake(step: StepName, actor: Actor): boolean {
  return (STEPS[step].by as readonly string[]).includes(actor.role);
}

/**
 * The operations that the state of the whole case and the actor's role allow now: the one source of level 3's
 * links and forms, GraphQL's `availableActions` and the use cases' own checks. Input, card and courier may
 * still be refused at run time.
 */
export function actionsFor(facts: CaseFacts, actor: Actor): readonly StepName[] {
  if (!seesOrder(facts, actor)) return [];
  return (Object.keys(STEPS) as StepName[]).filter((step) => mayTake(step, actor) && allowsStep(facts, step));
}

/** The steps by the thing whose version they are meant for, and whose representation offers them. */
const STEPS_OF = {
  order: ['reviseOrder', 'cancelOrder'],
  ticket: ['acceptTicket', 'rejectTicket', 'startPreparing', 'finishPreparing'],
  delivery: ['assignCourier', 'notePickedUp', 'reportLocation', 'noteDelivered'],
  bill: ['refundBill'],
} as const satisfies Record<string, readonly StepName[]>;

/** Those of `actionsFor` that one thing of the case offers. */
export function actionsOn(thing: keyof typeof STEPS_OF, facts: CaseFacts, actor: Actor): readonly StepName[] {
  const own: readonly StepName[] = STEPS_OF[thing];
  return actionsFor(facts, actor).filter((step) => own.includes(step));
}
