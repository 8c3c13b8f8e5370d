import { ANONYMOUS, type Actor } from '@rungs/domain';
import type { InputOf, OperationName } from '@rungs/application';
import { ACCOUNTING_ANSWERS } from './model-accounting.ts';
import { BASKET_ANSWERS } from './model-baskets.ts';
import { CONSUMER_ANSWERS } from './model-consumers.ts';
import { DELIVERY_ANSWERS } from './model-deliveries.ts';
import { IMPORT_ANSWERS } from './model-imports.ts';
import { KITCHEN_ANSWERS } from './model-kitchen.ts';
import { MENU_ANSWERS } from './model-menus.ts';
import { ORDER_ANSWERS } from './model-orders.ts';
import { RESTAURANT_ANSWERS } from './model-restaurants.ts';
import { ModelRefusal, type Answer, type AnswerOf, type ModelState } from './model-state.ts';

const ANSWERS: { readonly [N in OperationName]: AnswerOf<N> } = {
  ...CONSUMER_ANSWERS,
  ...RESTAURANT_ANSWERS,
  ...MENU_ANSWERS,
  ...IMPORT_ANSWERS,
  ...BASKET_ANSWERS,
  ...ORDER_ANSWERS,
  ...KITCHEN_ANSWERS,
  ...DELIVERY_ANSWERS,
  ...ACCOUNTING_ANSWERS,
};

/** Open to those who have not signed in. */
const OPEN_TO_ALL: readonly OperationName[] = [
  'getRestaurant',
  'listRestaurants',
  'getMenu',
  'getMenuItem',
  'getPhoto',
  'registerConsumer',
];

/**
 * What any style must answer; changes the model's state as the operation changes the world. What only the server can
 * say is learned by calling the answer's `adopt`, before anything else is asked.
 */
export function modelAnswer<N extends OperationName>(
  state: ModelState,
  actor: Actor,
  operation: N,
  input: InputOf<N>,
): Answer {
  if (actor.role === ANONYMOUS.role && !OPEN_TO_ALL.includes(operation)) return { refused: 'unauthenticated' };
  const { idempotencyKey } = input as { idempotencyKey?: string };
  if (idempotencyKey === undefined) return attempt(() => ANSWERS[operation](state, actor, input));
  const at = keptAt(actor, idempotencyKey);
  const request = JSON.stringify([operation, input]);
  const kept = state.kept.get(at);
  if (kept) return kept.request === request ? kept.answer : { refused: 'idempotency-conflict' };
  const answer = attempt(() => ANSWERS[operation](state, actor, input));
  if ('refused' in answer) {
    if (answer.refused !== 'unavailable') state.kept.set(at, { request, answer: { ...answer, again: true } });
    return answer;
  }
  state.kept.set(at, { request, answer: { outcome: answer.outcome, again: true } });
  return {
    ...answer,
    adopt: (said) => {
      answer.adopt?.(said);
      // A replay says what was said the first time, whatever the world is by then.
      state.kept.set(at, { request, answer: { outcome: said, again: true } });
    },
  };
}

/** Where the outcome of a request with a key is kept. */
export function keptAt(actor: Actor, idempotencyKey: string): string {
  return `${JSON.stringify(actor)} ${idempotencyKey}`;
}

function attempt(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ModelRefusal) {
      return { refused: error.shape.code, ...(error.shape.paths && { paths: error.shape.paths }) };
    }
    throw error;
  }
}
