import type { InputOf, OperationName } from '@rungs/application';
import type { ActorName } from './actors.ts';

/** One thing that one actor asks for. */
export type Ask = {
  readonly [N in OperationName]: { readonly as: ActorName; readonly operation: N; readonly input: InputOf<N> };
}[OperationName];

/** What is asked, whoever asks. */
export type Question = Omit<Ask, 'as'>;

export function ask<N extends OperationName>(as: ActorName, operation: N, input: InputOf<N>): Ask {
  return { as, operation, input } as unknown as Ask;
}
