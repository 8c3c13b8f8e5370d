import type { InputOf, OperationName } from '@rungs/application';
import type { Answer, ModelState } from '../conformance/model-state.ts';
import { keptAt, modelAnswer } from '../conformance/model.ts';
import { answerByBasket } from './by-basket.ts';
import { CAST, type CastName } from './cast.ts';
import { fixtureModel } from './fixture.ts';
import { asked, copyOf, idsIn } from './request.ts';

/** One step of a sequence, the same for every style. */
export interface PlannedStep {
  /** Its number in the sequence as it was drawn, which it keeps when others are left out. */
  readonly n: number;
  readonly as: CastName;
  readonly operation: OperationName;
  /** See request.ts. */
  readonly input: object;
  /** What was made wrong on purpose. */
  readonly twist: string;
  /** The very request of that step is sent once more. */
  readonly again?: number;
  /** The plan's names for what it makes, in order. */
  readonly makes: readonly string[];
}

/** In which respects a style's clients go another way to the same end. */
export interface Ways {
  /** An order is placed by filling a basket and checking it out. */
  readonly placesByBasket: boolean;
  /**
   * A thing is read before it is changed, and changed by what was offered there. No request is without a version, which
   * the form brings; and nothing is sent, nor kept with its key, for what is not to be seen or not to be done.
   */
  readonly looksFirst: boolean;
}

type BasketLine = InputOf<'setBasketLine'>;

/** A sequence's course through one world: what is asked there, what the oracle answers, what things are called. */
export class World {
  readonly state: ModelState = fixtureModel();
  private readonly names = new Map<string, string>();
  private readonly requests = new Map<number, InputOf<OperationName>>();
  private known = new Set(idsIn(this.state));

  constructor(private readonly ways: Ways = { placesByBasket: false, looksFirst: false }) {}

  /** The input as it is asked here and now. */
  ask({ operation, input }: Pick<PlannedStep, 'operation' | 'input'>): InputOf<OperationName> {
    const { state, names } = this;
    return asked(operation, input, { state, names, nowMs: Date.now(), alwaysVersioned: this.ways.looksFirst });
  }

  /** The step's request, which is kept in case that it is to be sent again. */
  request(step: Pick<PlannedStep, 'n' | 'operation' | 'input' | 'again'>): InputOf<OperationName> {
    const before = step.again === undefined ? undefined : this.requests.get(step.again);
    const request = before ?? this.ask(step);
    this.requests.set(step.n, request);
    return request;
  }

  /** What must be answered; changes this world. `adopt` what the server said before anything else is asked. */
  answer(as: CastName, operation: OperationName, request: InputOf<OperationName>): Answer {
    const { idempotencyKey, ...unkeyed } = request as { readonly idempotencyKey?: string };
    if (this.ways.looksFirst && idempotencyKey !== undefined) {
      const looked = this.answerIn(copyOf(this.state), as, operation, unkeyed as InputOf<OperationName>);
      if ('refused' in looked && looked.refused.endsWith('-not-found')) return looked;
    }
    if (this.ways.looksFirst && operation === 'setBasketLine' && !this.isInBasket(request as BasketLine)) {
      const looked = this.answerIn(copyOf(this.state), as, operation, request);
      // The form of a line comes with the line: what is not in the basket is added, and not set.
      return 'outcome' in looked && !looked.again ? { refused: 'forbidden' } : looked;
    }
    return this.answerIn(this.state, as, operation, request);
  }

  private isInBasket({ consumerId, restaurantId, menuItemId }: BasketLine): boolean {
    const { baskets, menus } = this.state;
    const onMenu = menus.get(restaurantId)?.some(({ id }) => id === menuItemId);
    const lines = baskets.get(`${consumerId}/${restaurantId}`)?.lines ?? [];
    return onMenu === true && lines.some((line) => line.menuItemId === menuItemId);
  }

  private answerIn(state: ModelState, as: CastName, operation: OperationName, request: InputOf<OperationName>): Answer {
    return operation === 'placeOrder' && this.ways.placesByBasket
      ? answerByBasket(state, CAST[as], request as InputOf<'placeOrder'>)
      : modelAnswer(state, CAST[as], operation, request as never);
  }

  /** There was no way to send the request that was just answered: its key is as good as new. */
  notSent(as: CastName, request: InputOf<OperationName>, answer: Answer): void {
    const { idempotencyKey } = request as { readonly idempotencyKey?: string };
    if (idempotencyKey === undefined) return;
    const at = keptAt(CAST[as], idempotencyKey);
    // What was kept before is answered as it was kept; what holds already, asked for the first time, is not.
    const replayed = this.state.kept.get(at)?.answer === answer;
    const known = replayed || ('refused' in answer && answer.refused === 'idempotency-conflict');
    if (!known) this.state.kept.delete(at);
  }

  /** What has come into being since this was last asked, in order. */
  newcomers(): readonly string[] {
    const all = idsIn(this.state);
    const fresh = all.filter((id) => !this.known.has(id));
    this.known = new Set(all);
    return fresh;
  }

  /** The newcomers get the names that the plan has for them. */
  nameNewcomers({ makes }: Pick<PlannedStep, 'makes'>): void {
    this.newcomers().forEach((id, at) => {
      const planned = makes[at];
      if (planned !== undefined) this.names.set(planned, id);
    });
  }
}

/** What to ask for an import that was begun. */
export function importOf(begun: unknown): InputOf<'getMenuImport'> {
  const { id: menuImportId, restaurantId } = begun as { readonly id: string; readonly restaurantId: string };
  return { restaurantId, menuImportId };
}
