import type { OperationName } from '@rungs/application';
import { expectTypeOf, it } from 'vitest';
import type { StyleClient } from './style-client.ts';

/** The operations that a style's client could lack without a type error. */
type Dispensable = { [N in OperationName]: Omit<StyleClient, N> extends StyleClient ? N : never }[OperationName];

it('does not compile without every operation of the catalogue, for the type checker runs over specs, too', () => {
  expectTypeOf<Dispensable>().toBeNever();
  const bills: Pick<StyleClient, 'getBill' | 'refundBill'> = { getBill: uncalled, refundBill: uncalled };
  // @ts-expect-error -- bills alone are not the catalogue
  const lacking: StyleClient = { ...bills };
  expectTypeOf(lacking).toEqualTypeOf<StyleClient>();
});

async function uncalled(): Promise<never> {
  throw new Error('Nobody calls it.');
}
