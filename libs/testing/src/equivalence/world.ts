import type { InputOf, OperationName } from '@rungs/application';
import type { Answer, ModelState } from '../conformance/model-state.ts';
import { modelAnswer } from '../conformance/model.ts';
import { answerByBasket } from './by-basket.ts';
import { CAST, type CastName } from './cast.ts';
import { fixtureModel } from './fixture.ts';
import { asked, idsIn } from './request.ts';

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
  /** Forms carry the version that they were offered with: no request is without one. */
  readonly alwaysVersioned: boolean;
}

/** A sequence's course through one world: what is asked there, what the oracle answers, what things are called. */
export class World {
  readonly state: ModelState = fixtureModel();
  private readonly names = new Map<string, string>();
  private readonly requests = new Map<number, InputOf<OperationName>>();
  private known = new Set(idsIn(this.state));

  constructor(private readonly ways: Ways = { placesByBasket: false, alwaysVersioned: false }) {}

  /** The input as it is asked here and now. */
  ask({ operation, input }: Pick<PlannedStep, 'operation' | 'input'>): InputOf<OperationName> {
    const { state, names } = this;
    const { alwaysVersioned } = this.ways;
    return asked(operation, input, { state, names, nowMs: Date.now(), alwaysVersioned });
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
    const actor = CAST[as];
    return operation === 'placeOrder' && this.ways.placesByBasket
      ? answerByBasket(this.state, actor, request as InputOf<'placeOrder'>)
      : modelAnswer(this.state, actor, operation, request as never);
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
