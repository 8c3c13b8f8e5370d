import type { ClientMode, PersonaName, ScenarioId, ServerMode, StyleId, Visit } from '@rungs/scenarios';
import type { Run, RunEnvironment, RunExchange } from './run.ts';

export interface CellName {
  readonly style: StyleId;
  readonly client: ClientMode;
  readonly server: ServerMode;
  readonly visit: Visit;
}

/** Why a program did not come to its end. */
export interface Failure {
  readonly kind:
    /** Nothing answered: the server is gone, or the network. */
    | 'no-answer'
    /** The server refused what the program asked for. */
    | 'refused'
    /** The server offered no way to go on. */
    | 'not-offered'
    /** An answer outside the contract, or a program that is wrong. */
    | 'unexpected'
    /** Whoever ran the comparison stopped it. */
    | 'stopped';
  readonly message: string;
}

/** An exchange of a program that failed: what the client saw of it, before the server was asked what it cost. */
export type SeenExchange = Pick<RunExchange, 'n' | 'label' | 'dependsOn' | 'method' | 'url' | 'status'>;

/** One style asked in one way. Every cell is there: measured, in part, failed, or with why it does not exist. */
export type Cell = CellName & {
  /** The style's name for people. */
  readonly title: string;
} & (
    | {
        readonly outcome: 'measured';
        /** Index into the comparison's `views`. */
        readonly view: number;
        readonly run: Run;
      }
    | {
        /** Fewer repeats than were asked for. */
        readonly outcome: 'partial';
        readonly view: number;
        readonly run: Run;
        readonly failure: Failure;
      }
    | { readonly outcome: 'failed'; readonly failure: Failure; readonly exchanges: readonly SeenExchange[] }
    | { readonly outcome: 'not-applicable'; readonly reason: string }
  );

export type MeasuredCell = Extract<Cell, { readonly run: Run }>;

/** A style whose program ended otherwise than the scenario declares for it. */
export interface OutcomeMismatch extends CellName {
  readonly declared: string;
  readonly got: string;
}

export interface Comparison {
  readonly schema: 'rungs.comparison/1';
  readonly scenario: ScenarioId;
  /** Who asked. */
  readonly persona: PersonaName;
  readonly env: RunEnvironment;
  /** How often each program was to be measured. */
  readonly repeats: number;
  /** All measured cells built the same view model and ended as declared. When false nothing here may be ranked. */
  readonly valid: boolean;
  /** The view models that were built, each once, the one that most cells agree on first. */
  readonly views: readonly { readonly sha256: string; readonly viewModel: unknown }[];
  readonly mismatches: readonly OutcomeMismatch[];
  readonly cells: readonly Cell[];
}

export function isMeasured(cell: Cell): cell is MeasuredCell {
  return cell.outcome === 'measured' || cell.outcome === 'partial';
}

export function measuredCells(comparison: Comparison): readonly MeasuredCell[] {
  return comparison.cells.filter(isMeasured);
}
