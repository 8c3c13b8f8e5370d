import type { ExchangeTrace } from './exchange-trace.ts';

/** The field's name, as Fastify writes it. */
export const SERVER_TIMING = 'server-timing';

/** The trace in one line for a browser's network panel (W3C Server Timing §3.1); durations in milliseconds. */
export function serverTiming(trace: ExchangeTrace): string {
  const statements = trace.statementCount === 1 ? '1 statement' : `${trace.statementCount} statements`;
  return [
    `app;dur=${milliseconds(trace.answered())}`,
    `sql;dur=${milliseconds(trace.sqlDurationMs)};desc="${statements}"`,
    `trace;desc="${trace.traceId}"`,
  ].join(', ');
}

function milliseconds(durationMs: number): string {
  return durationMs.toFixed(1);
}
