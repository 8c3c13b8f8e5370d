import { Refusal } from '@rungs/domain';
import type { StatementRunner } from './statements.ts';

/** How long one request's reads may take in all; its statements have a limit of their own each. */
const LOADING_LIMIT_MS = 10_000;

export interface OneAtATimeOptions {
  readonly limitMs?: number;
  /** A monotonic clock. */
  readonly nowMs?: () => number;
}

/**
 * The statements of one request, one after another, in the order in which they were asked for: a page of a hundred
 * rows takes one connection and not the whole pool from everybody else, all modes are measured alike, and a trace lists
 * the same statements in the same order each time. What takes too long in all is refused half-way.
 */
export class OneAtATime implements StatementRunner {
  private last: Promise<unknown> = Promise.resolve();
  private readonly limitMs: number;
  private readonly nowMs: () => number;
  private readonly startedMs: number;

  constructor(
    private readonly runner: StatementRunner,
    { limitMs = LOADING_LIMIT_MS, nowMs = () => performance.now() }: OneAtATimeOptions = {},
  ) {
    this.limitMs = limitMs;
    this.nowMs = nowMs;
    this.startedMs = nowMs();
  }

  query(text: string, values: unknown[]): Promise<unknown> {
    // Runs in the async context of whoever asks, and not of whoever asked before.
    const turn = this.last.then(() => this.run(text, values));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private run(text: string, values: unknown[]): Promise<unknown> {
    if (this.nowMs() - this.startedMs > this.limitMs) {
      throw new Refusal('unavailable', { part: 'What takes so many statements', retryAfterSeconds: 1 });
    }
    return this.runner.query(text, values);
  }
}
