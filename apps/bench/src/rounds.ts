import autocannon from 'autocannon';
import type { BenchOptions } from './command-line.ts';
import type { MeasuredServer } from './measured-server.ts';
import type { BenchRequest } from './programs.ts';

/** How often autocannon looks whether it is done. */
const SAMPLE_MS = 50;
const ANSWER_LIMIT_SECONDS = 60;
const FASTEST_GROWTH = 8;

/** What one program did in one round. */
export interface Round {
  readonly requestsPerSecond: number;
  /** Of the server's process, all its threads. */
  readonly cpuMsPerRequest: number;
  /** Everything that was sent to the database, for whatever reason. */
  readonly statementsPerRequest: number;
  readonly p99Ms: number;
}

/**
 * Asks for these in turn, as fast as they are answered, until `amount` were. A fixed time would leave some half done: a
 * server goes on working for a client that has left, at the expense of whatever is measured next.
 * @throws Error when any answer is not a success
 */
export async function measureRound(
  server: MeasuredServer,
  requests: readonly BenchRequest[],
  { connections, amount }: { readonly connections: number; readonly amount: number },
): Promise<Round> {
  const before = await server.usage();
  const startedMs = performance.now();
  let answeredMs = startedMs;
  const running = autocannon({
    url: server.baseUrl,
    connections,
    amount,
    timeout: ANSWER_LIMIT_SECONDS,
    sampleInt: SAMPLE_MS,
    requests: requests.map(({ method, path, headers, body }) => ({ method, path, headers, body })),
  });
  const instance = running as unknown as autocannon.Instance;
  instance.on('response', () => (answeredMs = performance.now()));
  const { errors, non2xx, latency } = await running;
  const after = await server.usage();
  if (errors + non2xx > 0) {
    throw new Error(`Of ${amount} requests to ${requests[0]?.path}, ${errors + non2xx} failed.`);
  }
  return {
    requestsPerSecond: (amount * 1000) / (answeredMs - startedMs),
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / amount,
    statementsPerRequest: (after.statements - before.statements) / amount,
    p99Ms: latency.p99,
  };
}

/**
 * How many requests take about `seconds`. Finding out is the warm-up as well: code is compiled, statements are named and
 * planned, and pools are full.
 */
export async function amountFor(
  server: MeasuredServer,
  requests: readonly BenchRequest[],
  { connections, seconds }: BenchOptions,
): Promise<number> {
  let amount = connections;
  for (;;) {
    const { requestsPerSecond } = await measureRound(server, requests, { connections, amount });
    const inTime = Math.max(connections, Math.ceil(requestsPerSecond * seconds));
    // Near enough: it was asked for nearly as long as a round takes.
    if (amount * 2 >= inTime) return inTime;
    amount = Math.min(inTime, amount * FASTEST_GROWTH);
  }
}
