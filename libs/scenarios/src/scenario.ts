import { LOADING_MODES, type LoadingMode, type PersonaName } from '@rungs/application';

import type { ScenarioId, TaskOf, ViewOf } from './scenarios.ts';
import type { ClientOptions, OperationException, StyleClient, StyleId } from './style-client.ts';

export type { PersonaName };

/** How a client asks: one call per thing; the style's own way for several; what the server's team made for it. */
export const CLIENT_MODES = ['granular', 'composed', 'purpose-built'] as const;
export type ClientMode = (typeof CLIENT_MODES)[number];

/** How the server loads what it answers: a statement per thing and row, per kind of thing, or one for all. */
export const SERVER_MODES = LOADING_MODES;
export type ServerMode = LoadingMode;

/** With an empty cache, or with what the first visit left in the client's private cache (RFC 9111). */
export const VISITS = ['first', 'second'] as const;
export type Visit = (typeof VISITS)[number];

/** A cell that does not exist says why, as data. */
export interface NotApplicable {
  readonly notApplicable: string;
}

export interface Answered {
  /** This exchange's number, from 1: what later requests name in `dependsOn`. */
  readonly n: number;
  /**
   * A program reads its body once, with `json()`: of what that resolves to, the members that are read are noted, and
   * everything else counts as delivered for nothing. Spreading an object or listing its members reads them all.
   */
  readonly response: Response;
}

/** What a client program asks through: fetch that knows which answers a request needed. */
export interface Asking {
  /**
   * `label` names the exchange for people (`order`, `courier`); `dependsOn` holds the numbers of the exchanges
   * without whose responses this request could not have been made. The critical path follows from it.
   */
  fetch(label: string, dependsOn: readonly number[], url: string, init?: RequestInit): Promise<Answered>;
}

export interface ProgramContext extends Omit<ClientOptions, 'fetch'> {
  readonly asking: Asking;
  /** A fresh idempotency key. */
  newKey(): string;
  /** Lets time pass before the next poll. What happens in the world meanwhile, happens in here. */
  pause(durationMs: number): Promise<void>;
}

/** What a client has in its code before the first byte: what breaks it when the server changes. */
export interface PriorKnowledge {
  /** URI templates (RFC 6570) without the origin, as in the source: `/level2/orders/{orderId}`. */
  readonly addresses: readonly string[];
  /** Names that it has to spell as the server does: operations, actions, fields and types, link relations. */
  readonly names: readonly string[];
  /** Rules of the domain that it has copied, as sentences. */
  readonly rules: readonly string[];
}

/**
 * What a real client of a style does for a scenario. Written as a method's type, whose parameters TypeScript compares
 * both ways: a style's entry can then say `unknown` of what its own programs hold.
 */
export type RunProgram<Held, View> = { run(context: ProgramContext, held: Held): Promise<View> }['run'];

/** One client program, and what it has to know beforehand. */
export interface Program<Held, View> {
  readonly run: RunProgram<Held, View>;
  readonly knows: PriorKnowledge;
}

/** A style's programs for one scenario. `Held` is what the previous screen leaves a client of this style with. */
export interface ScenarioPrograms<Task, Held, View> extends Readonly<
  Record<ClientMode, Program<Held, View> | NotApplicable>
> {
  /** The previous screen: not recorded. An id for most; a link where links are all that a client knows. */
  arrive(options: ClientOptions, task: Task): Promise<Held>;
}

/** The programs of one style: a scenario without its line is a type error. */
export type StyleScenarios = {
  // Each style holds something else; nobody but its own programs looks inside.
  readonly [S in ScenarioId]: ScenarioPrograms<TaskOf<S>, unknown, ViewOf<S>>;
};

/** The other people of a scenario, each through the style that is being measured, and not recorded. */
export interface Stage {
  as(persona: PersonaName): Promise<StyleClient>;
}

/** A task that a real client does, and the view model that it must build. */
export interface Scenario<S extends ScenarioId = ScenarioId> {
  readonly id: S;
  readonly title: string;
  /** What there is to learn from it, as a question. */
  readonly question: string;
  /** What the client holds when it starts, for people. */
  readonly holds: string;
  /** Who may do it; the first unless another is asked for. */
  readonly personas: readonly [PersonaName, ...PersonaName[]];
  /** Reads may be visited again. What changes something has no second visit, and says so. */
  readonly secondVisit: true | NotApplicable;
  /** Makes what the task is about, before the client arrives. */
  prepare(stage: Stage): Promise<TaskOf<S>>;
  /** What somebody else does while the client pauses for the n-th time, counted from 1. */
  readonly meanwhile?: { readonly pause: number; happen(stage: Stage, task: TaskOf<S>): Promise<void> };
  /** Puts right what the client left, so that the scenario can be run again and again. */
  finish?(stage: Stage, task: TaskOf<S>): Promise<void>;
  /**
   * The member of the view in which styles differ, because that is the point, and what each must say there. It is held
   * against this table and left out when view models are compared.
   */
  readonly outcomes?: {
    readonly member: keyof ViewOf<S> & string;
    readonly declared: Readonly<Record<StyleId, string>>;
  };
}

/** What a leaf of an answer's body is for. */
export type LeafKind =
  /** What was asked for. */
  | 'data'
  /** Tells what can be done next: links, forms, lists of actions. */
  | 'control'
  /** Carries the others: `jsonrpc`, `ok`, cursors. */
  | 'envelope';

/** Something that an answer said its reader may do next. */
export interface ToldAction {
  /** As the answer spells it. */
  readonly name: string;
  /** The member that says so: `_templates`, `availableActions`. */
  readonly source: string;
}

/** How a style's answers are to be read by somebody who knows the style and nothing of the domain. */
export interface AnswerShape {
  /** Of a leaf, by the names (and indices, as text) that lead to it. */
  kindOf(path: readonly string[]): LeafKind;
  actionsIn(body: unknown): readonly ToldAction[];
}

/** One style's client package, as the lab, the terminal and the suites use it. */
export interface StyleEntry {
  readonly style: StyleId;
  readonly title: string;
  connect(options: ClientOptions): StyleClient;
  /** Operations of the catalogue that this style has no way to offer; empty for most. */
  readonly exceptions: readonly OperationException[];
  readonly answers: AnswerShape;
  readonly scenarios: StyleScenarios;
}

export function isApplicable<P extends object>(cell: P | NotApplicable): cell is P {
  return !('notApplicable' in cell);
}
