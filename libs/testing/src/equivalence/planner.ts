import { OPERATION_NAMES, OPERATIONS, type OperationName } from '@rungs/application';
import { NOBODYS_ID } from '../conformance/nobody.ts';
import { SAID_BY_SERVER, type Answer } from '../conformance/model-state.ts';
import { modelAnswer } from '../conformance/model.ts';
import { CAST, CAST_NAMES, type CastName } from './cast.ts';
import { Picks } from './picks.ts';
import { copyOf, CURRENT_VERSION, isVersioned, STALE_VERSION } from './request.ts';
import { WISHES } from './wishes/wishes.ts';
import type { Scene, Wish } from './wishes/wish.ts';
import { World, importOf, type PlannedStep } from './world.ts';

/** What is made wrong on purpose, and how often in a hundred; nothing, otherwise. */
const TWISTS = {
  again: 5,
  'by another': 5,
  'of nobody': 4,
  'without version': 2,
  'stale version': 3,
  spoilt: 9,
  'at any time': 11,
  'by anybody': 3,
  "another request's key": 2,
} as const;

export type Twist = keyof typeof TWISTS | 'none';

interface Draft {
  readonly as: CastName;
  readonly operation: OperationName;
  readonly input: object;
}

/** One number for each step becomes the sequence; what may succeed is found out on the oracle, in a world of the plan's own. */
export function plan(seeds: readonly number[]): readonly PlannedStep[] {
  const planner = new Planner();
  return seeds.map((seed) => planner.next(seed));
}

class Planner {
  private readonly world = new World();
  private readonly steps: PlannedStep[] = [];

  next(seed: number): PlannedStep {
    const { world } = this;
    const n = this.steps.length;
    const drafted = { n, ...this.draft(new Picks(seed), n) };
    const { as, operation } = drafted;
    const answer = imagine(world.answer(as, operation, world.request(drafted)), n, 0);
    if (operation === 'importMenu' && answer) {
      imagine(world.answer(as, 'getMenuImport', importOf(answer)), n, 1);
    }
    const step = { ...drafted, makes: world.newcomers() };
    this.steps.push(step);
    return step;
  }

  private draft(picks: Picks, n: number): Draft & { readonly twist: Twist; readonly again?: number } {
    const twist = twistOf(picks);
    const twisted = twist === 'none' ? undefined : this.twisted(twist, picks, n);
    if (twisted) return { ...twisted, twist };
    return { ...this.feasible(picks, n), twist: 'none' };
  }

  /** Undefined when there is nothing now that could be made wrong in this way. */
  private twisted(
    twist: keyof typeof TWISTS,
    picks: Picks,
    n: number,
  ): (Draft & { readonly again?: number }) | undefined {
    switch (twist) {
      case 'again': {
        const writes = this.steps.filter(({ operation }) => OPERATIONS[operation].kind === 'write');
        if (writes.length === 0) return undefined;
        const { n: again, as, operation, input } = picks.of(writes.slice(-6));
        return { as, operation, input, again };
      }
      case 'by another': {
        const draft = this.feasible(picks, n);
        return { ...draft, as: picks.of(CAST_NAMES.filter((name) => name !== draft.as)) };
      }
      case 'of nobody': {
        const draft = this.feasible(picks, n, (operation) => operation !== 'listOrders');
        const ids = Object.keys(draft.input).filter((member) => /^(?!courier).*Id$/.test(member));
        const id = draft.operation === 'getCourier' ? 'courierId' : ids.at(-1);
        return id === undefined ? undefined : { ...draft, input: { ...draft.input, [id]: NOBODYS_ID } };
      }
      case 'without version':
      case 'stale version': {
        const { input, ...draft } = this.feasible(picks, n, isVersioned);
        const { expectedVersion: _current, ...others } = input as { expectedVersion?: number };
        const stale = twist === 'stale version' && { expectedVersion: STALE_VERSION };
        return { ...draft, input: { ...others, ...stale } };
      }
      case 'spoilt': {
        const draft = this.feasible(picks, n, (operation) => WISHES[operation].spoilt !== undefined);
        const wish = WISHES[draft.operation] as Wish<OperationName>;
        const changes = wish.spoilt?.(this.scene(draft.as, picks, n), draft.input as never) ?? [];
        return changes.length === 0 ? undefined : { ...draft, input: { ...draft.input, ...picks.of(changes) } };
      }
      case 'at any time': {
        const as = picks.of(CAST_NAMES);
        const own = OPERATION_NAMES.filter((name) => mayBeAskedBy(name, as) && OPERATIONS[name].kind === 'write');
        return this.unchecked(as, own, this.scene(as, picks, n));
      }
      case 'by anybody':
        return this.unchecked(picks.of(CAST_NAMES), OPERATION_NAMES, this.scene('sam', picks, n));
      case "another request's key": {
        const keyed = this.steps.filter(({ input }) => 'idempotencyKey' in input);
        if (keyed.length === 0) return undefined;
        const { as, input, operation: once } = picks.of(keyed);
        const draft = this.feasible(
          picks,
          n,
          (operation) => OPERATIONS[operation].kind === 'write' && operation !== once,
          [as],
        );
        const { idempotencyKey } = input as { idempotencyKey?: string };
        return OPERATIONS[draft.operation].kind === 'read'
          ? undefined
          : { ...draft, input: { ...draft.input, idempotencyKey } };
      }
    }
  }

  /** Something that somebody may do now, and that changes something where it is no read. */
  private feasible(
    picks: Picks,
    n: number,
    among: (operation: OperationName) => boolean = () => true,
    cast: readonly CastName[] = CAST_NAMES,
  ): Draft {
    const operations = picks.byWeight(OPERATION_NAMES.filter(among), (operation) => WISHES[operation].weight);
    for (const operation of operations) {
      for (const as of picks.shuffled(cast.filter((name) => mayBeAskedBy(operation, name)))) {
        const scene = this.scene(as, picks, n);
        const inputs = (WISHES[operation] as Wish<OperationName>).inputs(scene);
        for (const input of picks.shuffled(inputs)) {
          const draft = { as, operation, input: withConditions(operation, input, scene) };
          if (this.wouldDo(draft)) return draft;
        }
      }
    }
    // Anybody may always do this.
    return { as: picks.of(CAST_NAMES), operation: 'listRestaurants', input: {} };
  }

  private wouldDo(draft: Draft): boolean {
    const answer = modelAnswer(
      copyOf(this.world.state),
      CAST[draft.as],
      draft.operation,
      this.world.ask(draft) as never,
    );
    return 'outcome' in answer && answer.again !== true;
  }

  /** One of the operations, whether it can succeed or not. */
  private unchecked(as: CastName, operations: readonly OperationName[], scene: Scene): Draft | undefined {
    for (const operation of scene.picks.shuffled(operations)) {
      const inputs = (WISHES[operation] as Wish<OperationName>).inputs(scene);
      if (inputs.length > 0) {
        return { as, operation, input: withConditions(operation, scene.picks.of(inputs), scene) };
      }
    }
    return undefined;
  }

  private scene(as: CastName, picks: Picks, n: number): Scene {
    return { state: this.world.state, actor: CAST[as], picks, n };
  }
}

function twistOf(picks: Picks): Twist {
  let drawn = picks.whole(1, 100);
  for (const [twist, percent] of Object.entries(TWISTS)) {
    drawn -= percent;
    if (drawn <= 0) return twist as Twist;
  }
  return 'none';
}

function mayBeAskedBy(operation: OperationName, name: CastName): boolean {
  return (OPERATIONS[operation].roles as readonly string[]).includes(CAST[name].role);
}

/** Adds the version where there is one, and at times a key. */
function withConditions(operation: OperationName, input: object, { picks, n }: Scene): object {
  const keyed = OPERATIONS[operation].kind === 'write' && picks.chance(35);
  return {
    ...input,
    ...(isVersioned(operation) && { expectedVersion: CURRENT_VERSION }),
    ...(keyed && { idempotencyKey: `key-${n}` }),
  };
}

/**
 * Lets a server that does not exist say what only a server can say, and the oracle take it in. Ids grow with the steps,
 * as a server's do: the lowest of two is the older one's.
 */
export function imagine(answer: Answer, n: number, part: number): unknown {
  if (!('outcome' in answer)) return undefined;
  let said = 0;
  const fill = (value: unknown, member: string): unknown => {
    if (typeof value === 'string' && value.startsWith(SAID_BY_SERVER)) {
      if (/id$/i.test(member)) return plannedId(n, part * 500 + said++);
      return /at$/i.test(member) ? new Date().toISOString() : value;
    }
    if (Array.isArray(value)) return value.map((one) => fill(one, member));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, name)]));
  };
  const outcome = fill(answer.outcome, '');
  answer.adopt?.(outcome);
  return outcome;
}

/** What the plan calls the thing that this step makes, before any server has. */
function plannedId(n: number, at: number): string {
  return `0190ffff-${String(n).padStart(4, '0')}-7000-8000-${String(at).padStart(12, '0')}`;
}
