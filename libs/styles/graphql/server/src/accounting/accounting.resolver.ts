import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GetBill } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { BillNode, FieldsOf, NullableAnswer } from '../nodes.ts';
import type { QueryBillArgs } from '../types.generated.ts';
import { orNull } from '../user-errors.ts';

@Resolver('Bill')
export class BillResolver implements FieldsOf<'Bill'> {
  constructor(private readonly getBill: GetBill) {}

  @Query()
  bill(@Args() { orderId }: QueryBillArgs, @Context('actor') actor: Actor): NullableAnswer<'Bill'> {
    return orNull(this.getBill.execute(actor, { orderId: uuidOf(orderId, 'Bill', 'Order') }));
  }

  @ResolveField()
  id({ orderId }: BillNode): string {
    return globalIdOf('Bill', orderId);
  }
}
