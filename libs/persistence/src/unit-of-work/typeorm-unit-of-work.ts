import { canonicalJson, type Command, type UnitOfWork } from '@rungs/application';
import { isRefusal, Refusal } from '@rungs/domain';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { asRefusal, isConnectionLost, isToBeRetried } from '../database-failure.ts';
import {
  claim,
  keepOutcome,
  keepRefusal,
  keepRefusalAlone,
  keyedRequestOf,
  recall,
  type Kept,
  type KeyedRequest,
} from './kept-outcomes.ts';
import { TypeormRows } from './typeorm-rows.ts';
import { TypeormTransaction } from './typeorm-transaction.ts';

const MAX_ATTEMPTS = 4;

/** How one transaction ended, when it ended well. */
type Ending<T> =
  | { readonly kind: 'done'; readonly outcome: T }
  | { readonly kind: 'refused' | 'key-taken'; readonly refusal?: Refusal };

/** COMMIT was sent and the connection broke before the answer: it may have happened or not. */
class CommitUnknown extends Error {
  constructor(
    readonly outcome: unknown,
    cause: unknown,
  ) {
    super('The connection broke during COMMIT', { cause });
  }
}

/** Record, effect and event in one PostgreSQL transaction (READ COMMITTED; what is changed is locked). */
export class TypeormUnitOfWork implements UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  async run<T, P>(command: Command<T, P>): Promise<T> {
    try {
      const outcome = await this.outcomeOf(command);
      await command.after?.(new TypeormRows(this.dataSource.manager));
      return outcome;
    } catch (error) {
      throw asRefusal(error);
    }
  }

  private async outcomeOf<T, P>(command: Command<T, P>): Promise<T> {
    const request = keyedRequestOf(command);
    if (request) {
      const kept = await recall(this.dataSource.manager, request);
      if (kept) return replay(kept);
    }
    const prepared = await this.prepare(command, request);
    return this.transact(command, prepared, request);
  }

  private async prepare<T, P>(command: Command<T, P>, request: KeyedRequest | undefined): Promise<P> {
    try {
      return await command.prepare(new TypeormRows(this.dataSource.manager));
    } catch (error) {
      if (!request || !isKept(error)) throw error;
      if (await keepRefusalAlone(this.dataSource.manager, request, error)) throw error;
      // A parallel call with this key was quicker, and may even have succeeded: its answer is everybody's.
      return replay<never>(await this.keptBy(request));
    }
  }

  private async transact<T, P>(command: Command<T, P>, prepared: P, request: KeyedRequest | undefined): Promise<T> {
    let ending: Ending<T>;
    try {
      ending = await this.attempts(command, prepared, request);
    } catch (error) {
      if (error instanceof CommitUnknown) return await this.afterUnknownCommit(command, prepared, request, error);
      await undo(command, prepared);
      throw error;
    }
    if (ending.kind === 'done') return ending.outcome;
    await undo(command, prepared);
    if (ending.refusal) throw ending.refusal;
    return replay(await this.keptBy(request as KeyedRequest));
  }

  private async attempts<T, P>(
    command: Command<T, P>,
    prepared: P,
    request: KeyedRequest | undefined,
  ): Promise<Ending<T>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(command, prepared, request);
      } catch (error) {
        if (!isToBeRetried(error) || attempt === MAX_ATTEMPTS) throw error;
        // Rivals of a deadlock that come back at once would meet again.
        await delay(Math.random() * 20 * attempt);
      }
    }
  }

  private async attempt<T, P>(
    command: Command<T, P>,
    prepared: P,
    request: KeyedRequest | undefined,
  ): Promise<Ending<T>> {
    const runner = this.dataSource.createQueryRunner();
    const { manager } = runner;
    try {
      await runner.startTransaction();
      if (request && !(await claim(manager, request))) {
        await runner.rollbackTransaction();
        return { kind: 'key-taken' };
      }
      if (request) await runner.query('SAVEPOINT work');
      let outcome: T;
      try {
        outcome = await command.work(new TypeormTransaction(manager), prepared);
      } catch (error) {
        if (!request || !isKept(error)) throw error;
        await runner.query('ROLLBACK TO SAVEPOINT work');
        await keepRefusal(manager, request, error);
        await runner.commitTransaction();
        return { kind: 'refused', refusal: error };
      }
      if (request) await keepOutcome(manager, request, outcome);
      await commit(runner, outcome);
      return { kind: 'done', outcome };
    } catch (error) {
      // On a broken connection the server has rolled back by itself, and a ROLLBACK would only hide why.
      if (runner.isTransactionActive && !runner.isReleased && !isConnectionLost(causeOf(error))) {
        await runner.rollbackTransaction().catch(() => undefined);
      }
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * With a key, the record tells what became of the transaction. While nobody knows, nothing is undone: an
   * authorization given back for an order that lives would be worse than one kept for an order that does not.
   */
  private async afterUnknownCommit<T, P>(
    command: Command<T, P>,
    prepared: P,
    request: KeyedRequest | undefined,
    { outcome, cause }: CommitUnknown,
  ): Promise<T> {
    const kept = request && (await recall(this.dataSource.manager, request).catch(() => undefined));
    if (!kept) throw cause;
    const ours = 'outcome' in kept && canonicalJson({ value: kept.outcome }) === canonicalJson({ value: outcome });
    if (!ours) await undo(command, prepared);
    return replay(kept);
  }

  private async keptBy(request: KeyedRequest): Promise<Kept> {
    const kept = await recall(this.dataSource.manager, request);
    // Gone between two statements: only a reset of all data does that.
    if (!kept) throw new Refusal('unavailable', { part: 'The record of this key', retryAfterSeconds: 1 });
    return kept;
  }
}

/** `unavailable` says nothing about the request; the same request may succeed when it comes again. */
function isKept(error: unknown): error is Refusal {
  return isRefusal(error) && error.code !== 'unavailable';
}

function replay<T>(kept: Kept): T {
  if ('refusal' in kept) throw kept.refusal;
  return kept.outcome as T;
}

async function commit(runner: QueryRunner, outcome: unknown): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (error) {
    throw isConnectionLost(error) ? new CommitUnknown(outcome, error) : error;
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof CommitUnknown ? error.cause : error;
}

/** What cannot be undone now is reported and left; the caller still learns why the call failed. */
async function undo<T, P>(command: Command<T, P>, prepared: P): Promise<void> {
  try {
    await command.undo?.(prepared);
  } catch (error) {
    process.emitWarning(`What ${command.operation} prepared could not be undone: ${String(error)}`);
  }
}
