import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GetTicket } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { FieldsOf, NullableAnswer, TicketNode } from '../nodes.ts';
import type { QueryTicketArgs } from '../types.generated.ts';
import { orNull } from '../user-errors.ts';

@Resolver('Ticket')
export class TicketResolver implements FieldsOf<'Ticket'> {
  constructor(private readonly getTicket: GetTicket) {}

  @Query()
  ticket(@Args() { orderId }: QueryTicketArgs, @Context('actor') actor: Actor): NullableAnswer<'Ticket'> {
    return orNull(this.getTicket.execute(actor, { orderId: uuidOf(orderId, 'Ticket', 'Order') }));
  }

  @ResolveField()
  id({ orderId }: TicketNode): string {
    return globalIdOf('Ticket', orderId);
  }
}
