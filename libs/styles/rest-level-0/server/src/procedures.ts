import type { OperationName } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import type { OutcomeJson } from '@rungs/json';

/** One operation, called by its name: decode the params, run one use case, represent what it answers. */
export type Procedure<N extends OperationName> = (actor: Actor, params: unknown) => Promise<OutcomeJson<N>>;

/** Every operation that is offered. Each context holds its share; the endpoint needs them all, or does not compile. */
export type Procedures = { readonly [N in OperationName]: Procedure<N> };
