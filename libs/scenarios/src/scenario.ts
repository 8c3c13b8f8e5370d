import type { ClientOptions, OperationException, StyleClient, StyleId } from './style-client.ts';
import type { OrderDetailsScreen, OrderDetailsTask } from './order-details.ts';

/** How a client asks: one call per thing; the style's own way for several; what the server's team made for it. */
export const CLIENT_MODES = ['granular', 'composed', 'purpose-built'] as const;
export type ClientMode = (typeof CLIENT_MODES)[number];

/** A cell that does not exist says why, as data. */
export interface NotApplicable {
  readonly notApplicable: string;
}

export interface Answered {
  /** This exchange's number, from 1: what later requests name in `dependsOn`. */
  readonly n: number;
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
}

/**
 * One client program: what a real client of this style does for the scenario. Written as a method's type, whose
 * parameters TypeScript compares both ways: a style's entry can then say `unknown` of what its own programs hold.
 */
export type Program<Held, View> = { run(context: ProgramContext, held: Held): Promise<View> }['run'];

/** A style's programs for one scenario. `Held` is what the previous screen leaves a client of this style with. */
export interface ScenarioPrograms<Task, Held, View> extends Readonly<
  Record<ClientMode, Program<Held, View> | NotApplicable>
> {
  /** The previous screen: not recorded. An id for most; a link where links are all that a client knows. */
  arrive(options: ClientOptions, task: Task): Promise<Held>;
}

/** A task that a real client does, and the view model that it must build. */
export interface Scenario<Task> {
  readonly id: string;
  readonly title: string;
  /** What the client holds when it starts, for people. */
  readonly holds: string;
  readonly task: Task;
}

/** One style's client package, as the lab, the terminal and the suites use it. */
export interface StyleEntry {
  readonly style: StyleId;
  readonly title: string;
  connect(options: ClientOptions): StyleClient;
  /** Operations of the catalogue that this style has no way to offer; empty for most. */
  readonly exceptions: readonly OperationException[];
  readonly scenarios: {
    // Each style holds something else; nobody but its own programs looks inside.
    readonly 'order-details': ScenarioPrograms<OrderDetailsTask, unknown, OrderDetailsScreen>;
  };
}

export function isApplicable<P>(cell: P | NotApplicable): cell is P {
  return typeof cell === 'function';
}
