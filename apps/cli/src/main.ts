#!/usr/bin/env node
import { STYLE_CLIENTS } from '@rungs/clients';
import { runCommandLine } from './command-line.ts';
import type { Terminal } from './terminal.ts';

const REQUEST_LIMIT_MS = 30_000;

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colourDepth: process.stdout.isTTY ? process.stdout.getColorDepth() : 1,
  env: process.env,
  fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(REQUEST_LIMIT_MS), ...init }),
};

// Not process.exit(): what was written to a pipe may not have been taken yet.
process.exitCode = await runCommandLine(process.argv.slice(2), terminal, STYLE_CLIENTS);
