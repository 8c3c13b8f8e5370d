import type { Failure } from '@rungs/measure';

/** What somebody can do about a program that did not come to its end. */
export function adviceOn({ kind }: Failure): string {
  switch (kind) {
    case 'no-answer':
      return 'Look whether the server still runs where you started it (npm start), then run again.';
    case 'refused':
      return 'POST /dev/reset brings the demo data back, if somebody changed them; then run again.';
    case 'not-offered':
      return 'A client that follows links does only what it is offered. POST /dev/reset brings the demo data back.';
    case 'unexpected':
      return 'The server’s log names the request and says more. Run again when that is put right.';
    case 'stopped':
      return 'Run again to measure it.';
  }
}

/** What became of it, in a few words. */
export function headOf({ kind }: Failure): string {
  switch (kind) {
    case 'no-answer':
      return 'No answer';
    case 'refused':
      return 'Refused';
    case 'not-offered':
      return 'Not offered';
    case 'unexpected':
      return 'Unexpected answer';
    case 'stopped':
      return 'Stopped';
  }
}
