/** What a command writes to and reads from, so that tests need no terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Progress and complaints: never part of the data. */
  readonly err: (text: string) => void;
  /** Bits of colour that the output shows; 1 when it is piped, or colour is not wanted. */
  readonly colourDepth: number;
  /** How wide the output is; undefined where it is no terminal, and so as wide as need be. */
  readonly columns?: number | undefined;
  /** Whether a line of the error output can be written over: then it is so many characters wide. */
  readonly errColumns?: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof globalThis.fetch;
  /** Whoever runs the command wants it to stop: Ctrl-C, or the terminal was closed. */
  readonly stop?: AbortSignal | undefined;
}

/** Ends the command with one sentence and exit code 2. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

export const EXIT_CODES = {
  equal: 0,
  differ: 1,
  failed: 2,
  /** By a signal; what a shell says of SIGINT. */
  stopped: 130,
} as const;
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
