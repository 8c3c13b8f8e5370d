import type { OperationName, InputOf } from '@rungs/application';
import type { OutcomeJson, RefusalJson } from '@rungs/json';

export const STYLE_IDS = ['rest-level-0', 'rest-level-1', 'rest-level-2', 'rest-level-3', 'graphql'] as const;
export type StyleId = (typeof STYLE_IDS)[number];

export interface ClientOptions {
  /** Where the server is, without a trailing slash: `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  /** Passed in: a recorder's, a browser's, Node's. */
  readonly fetch: typeof globalThis.fetch;
  /** A bearer token; anonymous without one. */
  readonly accessToken?: string | undefined;
}

/**
 * How an honest client of one style does every operation: mapped from the catalogue, so that a missing one is
 * a type error. All answers are in the plain JSON contract, whatever travelled, so that they can be compared.
 * A refusal is thrown as `RefusedError`.
 */
export type StyleClient = {
  readonly [N in OperationName]: (input: InputOf<N>) => Promise<OutcomeJson<N>>;
};

/** The server said no, in its style's own idiom, translated back. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    readonly refusal: RefusalJson,
    /** The HTTP status that carried it. */
    readonly httpStatus: number,
  ) {
    super(`${refusal.code}: ${refusal.message}`);
  }
}

/** The server answered outside its contract: no refusal, no outcome. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError';
}

/** An operation that a style does not offer, with the reason. */
export interface OperationException {
  readonly operation: OperationName;
  readonly reason: string;
  /** What a client of this style does instead, if anything. */
  readonly instead?: string;
}

/**
 * A client that acts only on what it was told it may do was not told this. It sends nothing: a link or form that
 * is missing is level 3's way to say no in advance.
 */
export class NotOfferedError extends Error {
  override readonly name = 'NotOfferedError';

  constructor(readonly operation: OperationName) {
    super(`The server offered no way to ${operation} here and now.`);
  }
}
