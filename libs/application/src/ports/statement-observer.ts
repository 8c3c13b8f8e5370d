/** One statement as the driver saw it, transaction control included. */
export interface Statement {
  readonly text: string;
  readonly rowCount: number;
  readonly durationMs: number;
}

/** Told of every SQL statement, in the async context of the request that caused it. */
export interface StatementObserver {
  observe(statement: Statement): void;
}
