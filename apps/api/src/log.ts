import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

const LEVEL_NAMES: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: '',
  40: 'warn',
  50: 'ERROR',
  60: 'FATAL',
};

/** JSON, one object for each line, in production; short lines for people otherwise. */
export function createLog(
  { logLevel, isProduction }: { readonly logLevel: string; readonly isProduction: boolean },
  output: DestinationStream = process.stdout,
): Log {
  return pino(
    { level: logLevel, base: null },
    isProduction ? output : { write: (line) => output.write(shortLine(line)) },
  );
}

/** `12:04:11 GET /level2/orders 200 12 ms (trace 4bf9…)` */
function shortLine(line: string): string {
  const { level, time, msg, traceId, err } = JSON.parse(line) as {
    readonly level: number;
    readonly time: number;
    readonly msg?: string;
    readonly traceId?: string;
    readonly err?: { readonly stack?: string; readonly message?: string };
  };
  const parts = [new Date(time).toISOString().slice(11, 19), LEVEL_NAMES[level], msg];
  if (traceId !== undefined) parts.push(`(trace ${traceId})`);
  const head = parts.filter(Boolean).join(' ');
  return `${head}\n${err === undefined ? '' : `${err.stack ?? err.message ?? ''}\n`}`;
}

/** What Nest itself has to say while it serves: warnings and errors only. Why it does not start, it throws as well. */
export function nestLoggerTo(log: Log, isServing: () => boolean): LoggerService {
  const nothing = (): void => undefined;
  const say = (level: 'error' | 'fatal', message: unknown, stack?: unknown): void => {
    if (isServing()) log[level]({ err: { stack } }, String(message));
  };
  return {
    log: nothing,
    debug: nothing,
    verbose: nothing,
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, stack?: unknown) => say('error', message, stack),
    fatal: (message: unknown, stack?: unknown) => say('fatal', message, stack),
  };
}
