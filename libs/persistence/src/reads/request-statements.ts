import type { LoadingMode, LoadingScope } from '@rungs/application';
import { OneAtATime } from './one-at-a-time.ts';
import { SharedStatements } from './shared-statements.ts';
import { SeparateStatements, type StatementRunner, type StatementSource } from './statements.ts';

/** What the reads of one request run their statements with. */
export interface LoadedStatements {
  readonly mode: LoadingMode;
  readonly runner: StatementRunner;
  readonly source: StatementSource;
}

/**
 * The statements of the request that is being answered, loaded as it wants them. A request that chose gets them one
 * after another. One that did not gets one statement for each read, or for all of its reads of one tick that ask for
 * the like. Where no request is known, as in production, the tick is everybody's: each ask is answered with the rows of
 * its own keys, and rights are looked at above.
 */
export class RequestStatements {
  private readonly everybodys: LoadedStatements;
  private readonly ofRequest = new WeakMap<object, LoadedStatements>();

  constructor(
    private readonly runner: StatementRunner,
    private readonly scope?: LoadingScope,
  ) {
    this.everybodys = loaded('one-statement', runner);
  }

  /** One and the same object for as long as the request runs. */
  current(): LoadedStatements {
    const loading = this.scope?.current();
    if (!loading) return this.everybodys;
    const { mode, request } = loading;
    const known = this.ofRequest.get(request);
    if (known) return known;
    const made = mode ? loaded(mode, new OneAtATime(this.runner)) : loaded('one-statement', this.runner);
    this.ofRequest.set(request, made);
    return made;
  }
}

function loaded(mode: LoadingMode, runner: StatementRunner): LoadedStatements {
  const source = mode === 'per-row' ? new SeparateStatements(runner) : new SharedStatements(runner);
  return { mode, runner, source };
}

/** What is made once of the statements of each request. */
export function madePerRequest<T>(statements: RequestStatements, make: (loaded: LoadedStatements) => T): () => T {
  const made = new WeakMap<LoadedStatements, T>();
  return () => {
    const current = statements.current();
    const known = made.get(current);
    if (known !== undefined) return known;
    const first = make(current);
    made.set(current, first);
    return first;
  };
}
