import { AsyncLocalStorage } from 'node:async_hooks';
import type { Loading, LoadingMode, LoadingScope, Statement, StatementObserver } from '@rungs/application';
import type { TraceParent } from './traceparent.ts';

/** Beyond this many the statements of one exchange are counted and no longer kept. */
const KEPT_STATEMENTS = 1000;

/** What one request costs on the server, written down while it is being answered. */
export class ExchangeTrace {
  readonly traceId: string;
  readonly spanId: string;
  readonly statements: Statement[] = [];
  statementCount = 0;
  sqlRowCount = 0;
  sqlDurationMs = 0;
  /** How the request wants its reads to be loaded; undefined when it did not say. */
  loading: LoadingMode | undefined;
  /** Whose request it is; undefined when the credential was refused. */
  subject: string | undefined;
  /** The value of the `Server-Timing` field that the answer was given. */
  serverTiming: string | undefined;
  readonly #startedMs: number;
  #serverDurationMs: number | undefined;

  constructor(
    parent: TraceParent,
    private readonly nowMs: () => number,
    /** Where the caller's `traceparent` named trace and span, and nobody had to make them up. */
    readonly isNamedByCaller = true,
  ) {
    this.traceId = parent.traceId;
    this.spanId = parent.spanId;
    this.#startedMs = nowMs();
  }

  observe(statement: Statement): void {
    this.statementCount += 1;
    this.sqlRowCount += statement.rowCount;
    this.sqlDurationMs += statement.durationMs;
    if (this.statements.length < KEPT_STATEMENTS) this.statements.push(statement);
  }

  /** The answer is ready to be sent: server time ends here. Later calls change nothing. */
  answered(): number {
    this.#serverDurationMs ??= this.nowMs() - this.#startedMs;
    return this.#serverDurationMs;
  }
}

const currentExchange = new AsyncLocalStorage<ExchangeTrace>();

/** Runs `work`, and all that it causes, as part of this exchange. */
export function withinExchange(trace: ExchangeTrace, work: () => void): void {
  currentExchange.run(trace, work);
}

/** The exchange that is being answered; undefined outside of any. */
export function currentTrace(): ExchangeTrace | undefined {
  return currentExchange.getStore();
}

/** Books each statement on the request that caused it; statements outside of any request are nobody's. */
export class TraceStatementObserver implements StatementObserver {
  observe(statement: Statement): void {
    currentTrace()?.observe(statement);
  }
}

/** Tells the reads of a request how it wants them to be loaded. */
export class TraceLoadingScope implements LoadingScope {
  current(): Loading | undefined {
    const trace = currentTrace();
    return trace && { mode: trace.loading, request: trace };
  }
}
