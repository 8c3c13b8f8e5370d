/** What a command writes to and reads from, so that tests need no terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Progress and complaints: never part of the data. */
  readonly err: (text: string) => void;
  /** Bits of colour that the output shows; 1 when it is piped, or colour is not wanted. */
  readonly colourDepth: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof globalThis.fetch;
}

/** Ends the command with one sentence and exit code 2. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

export const EXIT_CODES = { equal: 0, differ: 1, failed: 2 } as const;
