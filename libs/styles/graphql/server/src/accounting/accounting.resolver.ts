import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GetBill, RefundBill } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import type { GraphQLResolveInfo } from 'graphql';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, BillNode, FieldsOf, NullableAnswer } from '../nodes.ts';
import { OrderResolver } from '../order/order.resolver.ts';
import type { QueryBillArgs, RefundBillInput } from '../types.generated.ts';
import { orNull, payloadOf } from '../user-errors.ts';

@Resolver('Bill')
export class BillResolver implements FieldsOf<'Bill'> {
  constructor(
    private readonly getBill: GetBill,
    private readonly refunding: RefundBill,
    private readonly orderResolver: OrderResolver,
  ) {}

  @Query()
  bill(@Args() { orderId }: QueryBillArgs, @Context('actor') actor: Actor): NullableAnswer<'Bill'> {
    return orNull(this.getBill.execute(actor, { orderId: uuidOf(orderId, 'Bill', 'Order') }));
  }

  @Mutation()
  refundBill(@Args('input') input: RefundBillInput, @Context('actor') actor: Actor): Answer<'BillPayload'> {
    const members = { ...input, orderId: uuidOf(input.orderId, 'Bill', 'Order') };
    return payloadOf('bill', () => this.refunding.execute(actor, parseInput.refundBill(members)));
  }

  @ResolveField()
  id({ orderId }: BillNode): string {
    return globalIdOf('Bill', orderId);
  }

  @ResolveField()
  availableActions({ actions }: BillNode): BillNode['actions'] {
    return actions;
  }

  @ResolveField()
  order({ orderId }: BillNode, _args: object, { actor }: GraphqlContext, info: GraphQLResolveInfo) {
    return this.orderResolver.order({ id: orderId }, actor, info);
  }
}
