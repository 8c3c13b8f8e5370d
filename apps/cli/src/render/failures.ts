import { isMeasured, styleHead, type Cell, type Comparison, type Failure } from '@rungs/measure';
import { printable } from './lines.ts';

/** What to do about it. */
const ADVICE: Readonly<Record<Failure['kind'], string>> = {
  'no-answer': 'Is the server still there? Its own log says why it ended; start it and run this again.',
  refused:
    'The demo data may have been changed: stop the server, `npm run db:reset`, and run this again. Or this persona may not do it: see --as.',
  'not-offered':
    'The server offered no way to go on. The demo data may have been changed: stop the server, `npm run db:reset`, and run this again.',
  unexpected:
    'The answer is outside the contract: the server may be of another version than this command. `npm run build`, restart it, and run this again.',
  stopped: '',
};

/** `failed: …`, and what to do. */
export function failureText({ kind, message }: Failure): string {
  if (kind === 'stopped') return 'stopped before it was measured';
  return `failed: ${sentenceOf(printable(message))} ${ADVICE[kind]}`;
}

/** Of a cell that was measured fewer times than was asked for. */
export function partialText({ kind, message }: Failure, repeats: number, asked: number): string {
  const measured = `measured ${repeats} of ${asked} times`;
  return kind === 'stopped'
    ? `${measured}, then stopped.`
    : `${measured}, then: ${sentenceOf(printable(message))} ${ADVICE[kind]}`;
}

/** `Level 2, granular on batched, first visit`. */
export function cellName(cell: Cell): string {
  return `${styleHead(cell)}, ${cell.client} on ${cell.server}, ${cell.visit} visit`;
}

/** The cells whose program failed, at once or later; not those that somebody stopped. */
export function failedCells({ cells }: Comparison): readonly Cell[] {
  return cells.filter((cell) => 'failure' in cell && cell.failure.kind !== 'stopped');
}

export function isStopped({ cells }: Comparison): boolean {
  return cells.some((cell) => 'failure' in cell && cell.failure.kind === 'stopped');
}

export function isNothingMeasured({ cells }: Comparison): boolean {
  return !cells.some(isMeasured);
}

function sentenceOf(message: string): string {
  return /[.!?…]$/u.test(message) ? message : `${message}.`;
}
