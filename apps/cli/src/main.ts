#!/usr/bin/env node
import { constants } from 'node:os';
import { STYLE_CLIENTS } from '@rungs/clients';
import { browserLike } from '@rungs/measure';
import { runCommandLine } from './command-line.ts';
import { EXIT_CODES, type Terminal } from './terminal.ts';

const REQUEST_LIMIT_MS = 30_000;

const stop = new AbortController();
let stoppedExitCode: number = EXIT_CODES.stopped;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // As a shell says it: 128 and the signal's number.
    stoppedExitCode = 128 + constants.signals[signal];
    // Whoever asks twice does not want to wait; a server that was started for this ends with us.
    if (stop.signal.aborted) process.exit(stoppedExitCode);
    stop.abort(new DOMException('The command was stopped.', 'AbortError'));
  });
}

// Whoever reads the output, `head` for one, may have enough before all of it is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** A terminal that can write over its last line. */
const errColumns = process.stderr.isTTY && process.env['TERM'] !== 'dumb' ? process.stderr.columns : undefined;

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  // getColorDepth() minds NO_COLOR, FORCE_COLOR and TERM.
  colourDepth: process.stdout.isTTY ? process.stdout.getColorDepth() : 1,
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  errColumns,
  env: process.env,
  fetch: browserLike((url, init) => fetch(url, { ...init, signal: withLimit(init?.signal) })),
  stop: stop.signal,
};

function withLimit(signal: AbortSignal | null | undefined): AbortSignal {
  const limit = AbortSignal.timeout(REQUEST_LIMIT_MS);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}

// Not process.exit(): what was written to a pipe may not have been taken yet.
const exitCode = await runCommandLine(process.argv.slice(2), terminal, STYLE_CLIENTS);
process.exitCode = exitCode === EXIT_CODES.stopped ? stoppedExitCode : exitCode;
