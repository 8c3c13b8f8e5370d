import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

/** Why a stream of answers ends before its time, in the words of GraphQL. */
export class StreamEnd extends Error {
  override readonly name = 'StreamEnd';

  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message);
  }
}

/**
 * A door through which answers can follow one another. Put into the context of an operation, which is executed as every
 * other; when it was a subscription, its answers are found here instead of the one that was given.
 */
export class AnswerStream {
  readonly #ending = new AbortController();
  /** Whether the request was one of GraphQL at all. */
  isReached = false;
  answers: AsyncGenerator<FormattedExecutionResult, undefined> | undefined;
  /** What is said beside the first answer. */
  extensions: FormattedExecutionResult['extensions'];

  /** @param isReadOnly whether the request was of a method that changes nothing */
  constructor(readonly isReadOnly = false) {}

  /** Aborted with a `StreamEnd`, or because nobody listens any more. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Nobody listens any more, or whoever does is told why there is nothing more. */
  end(why?: StreamEnd): void {
    this.#ending.abort(why);
  }
}
