import {
  ANONYMOUS,
  type Actor,
  type Basket,
  type Bill,
  type Consumer,
  type Courier,
  type Delivery,
  type LocationPing,
  type MenuItem,
  type Order,
  type RefusalCode,
  type Restaurant,
  type Ticket,
} from '@rungs/domain';
import type { OperationName, InputOf } from '@rungs/application';
import { ORDER_ANSWERS } from './model-orders.ts';
import { BASKET_ANSWERS } from './model-baskets.ts';
import { CATALOGUE_ANSWERS } from './model-catalogue.ts';

// The oracle: the rules of the domain page written a second time, plainly and slowly, in memory. It shares the
// shapes of the domain but none of its rules, so that a rule broken there, or in a style, shows as a difference.

export interface ModelCase {
  order: Order;
  ticket: Ticket;
  delivery: Delivery;
  bill: Bill;
  lastLocation?: LocationPing | undefined;
  /** The subject who cancelled. */
  cancelledBy?: string | undefined;
}

export interface ModelState {
  readonly consumers: Map<string, Consumer>;
  readonly restaurants: Map<string, Restaurant>;
  /** By restaurant. */
  readonly menus: Map<string, MenuItem[]>;
  readonly couriers: Map<string, Courier>;
  readonly cases: Map<string, ModelCase>;
  /** By `consumerId/restaurantId`. */
  readonly baskets: Map<string, Basket>;
  /** Outcomes kept by actor and idempotency key. */
  readonly kept: Map<string, { readonly request: string; readonly answer: Answer }>;
}

/** What only the server can say (a new id, the time, an authorization code): matches any text. */
export const SAID_BY_SERVER = '(said by the server)';

export type Answer =
  | {
      readonly outcome: unknown;
      /** For a new order: takes in what the server said of it, and remembers the order. */
      readonly adopt?: (order: Order) => void;
    }
  | { readonly refused: RefusalCode };

export type AnswerOf<N extends OperationName> = (state: ModelState, actor: Actor, input: InputOf<N>) => Answer;

/** Thrown inside the model to leave early; never seen outside. */
class ModelRefusal extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

export function refuse(code: RefusalCode): never {
  throw new ModelRefusal(code);
}

const ANSWERS: { readonly [N in OperationName]: AnswerOf<N> } = {
  ...CATALOGUE_ANSWERS,
  ...BASKET_ANSWERS,
  ...ORDER_ANSWERS,
};

/** Open to those who have not signed in. */
const OPEN_TO_ALL: readonly OperationName[] = ['getRestaurant', 'listRestaurants', 'getMenu', 'getMenuItem'];

/** What any style must answer; changes the model's state as the operation changes the world. */
export function modelAnswer<N extends OperationName>(
  state: ModelState,
  actor: Actor,
  operation: N,
  input: InputOf<N>,
): Answer {
  if (actor.role === ANONYMOUS.role && !OPEN_TO_ALL.includes(operation)) return { refused: 'unauthenticated' };
  const { idempotencyKey } = input as { idempotencyKey?: string };
  const keptAt = `${JSON.stringify(actor)} ${idempotencyKey}`;
  const request = JSON.stringify([operation, input]);
  const kept = idempotencyKey === undefined ? undefined : state.kept.get(keptAt);
  if (kept) return kept.request === request ? kept.answer : { refused: 'idempotency-conflict' };
  const answer = attempt(() => ANSWERS[operation](state, actor, input));
  const lasting = !('refused' in answer && answer.refused === 'unavailable');
  if (idempotencyKey !== undefined && lasting) state.kept.set(keptAt, { request, answer });
  return answer;
}

function attempt(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ModelRefusal) return { refused: error.code };
    throw error;
  }
}
