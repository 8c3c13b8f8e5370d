import type { Context, InputOf, OperationName, PersonaName } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';

/** One use of one operation, as every style is to do it. */
export interface Example<N extends OperationName = OperationName> {
  readonly operation: N;
  readonly as: PersonaName | 'anonymous';
  /** What it shows, for people: goes behind the operation's name. */
  readonly says: string;
  readonly input: InputOf<N>;
  /** Names given to members of the answer, which later examples use: `{ orderId: 'id' }`. */
  readonly saves?: Readonly<Record<string, string>>;
  /** What the answer holds, by the members' paths: `{ 'items.0.state': 'APPROVED' }`. */
  readonly shows?: Readonly<Record<string, string | number | boolean>>;
  /** The code of the refusal that it means to meet. */
  readonly refused?: RefusalCode;
}

/** Examples that belong together, in the order in which they work. */
export interface Chapter {
  readonly context: Context;
  readonly title: string;
  readonly examples: readonly Example[];
}

type Told<N extends OperationName> = Omit<Example<N>, 'operation' | 'as' | 'says' | 'input'>;

/** Holds the input against the operation's own. */
export function example<N extends OperationName>(
  operation: N,
  as: Example['as'],
  says: string,
  input: InputOf<N>,
  told: Told<N> = {},
): Example {
  return { operation, as, says, input, ...told };
}
