import type { OperationName } from '@rungs/application';
import { expectTypeOf, it } from 'vitest';
import type { Procedures } from './procedures.ts';

/** The operations that a table of procedures could lack without a type error. */
type Dispensable = { [N in OperationName]: Omit<Procedures, N> extends Procedures ? N : never }[OperationName];

it('does not compile without a procedure for each operation, for the type checker runs over specs, too', () => {
  expectTypeOf<Dispensable>().toBeNever();
  const bills = { getBill: async () => ({}) as never } satisfies Partial<Procedures>;
  // @ts-expect-error -- bills alone are not the catalogue
  const lacking: Procedures = { ...bills };
  expectTypeOf(lacking).toEqualTypeOf<Procedures>();
});
