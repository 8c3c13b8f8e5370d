import type { InputOf, OperationName } from '@rungs/application';
import type { Actor, Address } from '@rungs/domain';
import type { ModelCase, ModelState } from '../../conformance/model-state.ts';
import { sees } from '../../conformance/model-sight.ts';
import type { Picks } from '../picks.ts';

/** Where an input is thought up: what the oracle holds now, for whom, and the choices to be made. */
export interface Scene {
  readonly state: ModelState;
  readonly actor: Actor;
  readonly picks: Picks;
  /** The step's number: for names that are nobody else's. */
  readonly n: number;
}

/** How somebody comes to ask for an operation. It only proposes: whether it succeeds the oracle says. */
export interface Wish<N extends OperationName> {
  /** How often, beside the other operations that could succeed at the time. */
  readonly weight: number;
  /** One input for each thing that it might be about now; without the version, which is added where there is one. */
  inputs(scene: Scene): readonly InputOf<N>[];
  /** What to change of an input, so that something is wrong with it. */
  spoilt?(scene: Scene, input: InputOf<N>): readonly Partial<InputOf<N>>[];
}

/** An instant so many minutes from when the step is taken; see `asked`. */
export function inMinutes(minutes: number): string {
  return `now+${minutes * 60_000}`;
}

export function consumersOf({ state, actor }: Scene): readonly string[] {
  return actor.role === 'consumer' ? [actor.consumerId] : [...state.consumers.keys()];
}

/** Its own, for a restaurant; every one for others. */
export function restaurantsOf({ state, actor }: Scene): readonly string[] {
  return actor.role === 'restaurant' ? [actor.restaurantId] : [...state.restaurants.keys()];
}

/** What the actor may have to do with, in whatever state. */
export function casesOf({ state, actor }: Scene): readonly ModelCase[] {
  return [...state.cases.values()].filter((held) => sees('delivery', held, actor));
}

export function orderIdsOf(scene: Scene): readonly { readonly orderId: string }[] {
  return casesOf(scene).map(({ order }) => ({ orderId: order.id }));
}

const STREETS = ['Via Appia 1', 'Piazza Navona 12', 'Lungotevere 80', 'Vía de la Ñ 5', '로마 거리 7'];

export function anAddress({ picks }: Scene): Address {
  return { street: picks.of(STREETS), city: 'Roma', postalCode: String(picks.whole(100, 199)), country: 'IT' };
}

/** Nothing at all, mostly; else what is there. */
export function sometimes<T extends object>({ picks }: Scene, percent: number, members: T): T | Record<string, never> {
  return picks.chance(percent) ? members : {};
}

export const WRONG_PAGE_SIZES = [{ limit: 0 }, { limit: 101 }] as const;
