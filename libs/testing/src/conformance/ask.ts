import type { InputOf, OperationName } from '@rungs/application';
import type { Who } from './actors.ts';

/** What is asked, whoever asks. */
export type Question = {
  readonly [N in OperationName]: { readonly operation: N; readonly input: InputOf<N> };
}[OperationName];

/** One thing that one actor asks for. */
export type Ask = Question & { readonly as: Who };

export function question<N extends OperationName>(operation: N, input: InputOf<N>): Question {
  return { operation, input } as unknown as Question;
}
