import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AcceptTicket,
  AcceptTickets,
  FinishPreparing,
  GetTicket,
  ListTickets,
  RejectTicket,
  StartPreparing,
  type TicketAcceptance,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionOf } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, FieldsOf, NullableAnswer, TicketNode } from '../nodes.ts';
import { OrderResolver } from '../order/order.resolver.ts';
import type {
  AcceptTicketInput,
  AcceptTicketsInput,
  FinishPreparingInput,
  QueryTicketArgs,
  QueryTicketsArgs,
  RejectTicketInput,
  StartPreparingInput,
} from '../types.generated.ts';
import { orNull, payloadOf, userErrorOf, type UserError } from '../user-errors.ts';

@Resolver('Ticket')
export class TicketResolver implements FieldsOf<'Ticket'> {
  constructor(
    private readonly getTicket: GetTicket,
    private readonly listTickets: ListTickets,
    private readonly accepting: AcceptTicket,
    private readonly acceptingSeveral: AcceptTickets,
    private readonly rejecting: RejectTicket,
    private readonly starting: StartPreparing,
    private readonly finishing: FinishPreparing,
    private readonly orderResolver: OrderResolver,
  ) {}

  @Query()
  ticket(@Args() { orderId }: QueryTicketArgs, @Context('actor') actor: Actor): NullableAnswer<'Ticket'> {
    return orNull(this.getTicket.execute(actor, { orderId: uuidOf(orderId, 'Ticket', 'Order') }));
  }

  @Query()
  tickets(
    @Args() { filter, ...page }: QueryTicketsArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'TicketConnection'> {
    const { restaurantId, ...rest } = filter ?? {};
    const members = { ...rest, restaurantId: restaurantId && uuidOf(restaurantId, 'Restaurant') };
    return connectionOf(
      page,
      (limits) => parseInput.listTickets({ ...members, ...limits }),
      (input) => this.listTickets.execute(actor, input),
      (ticket) => ticket,
      { info, count: (input) => this.listTickets.count(actor, input) },
    );
  }

  @Mutation()
  acceptTicket(@Args('input') input: AcceptTicketInput, @Context('actor') actor: Actor): Answer<'TicketPayload'> {
    return payloadOf('ticket', () => this.accepting.execute(actor, parseInput.acceptTicket(ofOrder(input))));
  }

  @Mutation()
  acceptTickets(
    @Args('input') { tickets, ...input }: AcceptTicketsInput,
    @Context('actor') actor: Actor,
  ): Answer<'AcceptTicketsPayload'> {
    const members = { ...input, tickets: tickets.map(ofOrder) };
    return payloadOf('acceptances', async () => {
      const acceptances = await this.acceptingSeveral.execute(actor, parseInput.acceptTickets(members));
      return acceptances.map(acceptanceOf);
    });
  }

  @Mutation()
  rejectTicket(@Args('input') input: RejectTicketInput, @Context('actor') actor: Actor): Answer<'TicketPayload'> {
    return payloadOf('ticket', () => this.rejecting.execute(actor, parseInput.rejectTicket(ofOrder(input))));
  }

  @Mutation()
  startPreparing(@Args('input') input: StartPreparingInput, @Context('actor') actor: Actor): Answer<'TicketPayload'> {
    return payloadOf('ticket', () => this.starting.execute(actor, parseInput.startPreparing(ofOrder(input))));
  }

  @Mutation()
  finishPreparing(@Args('input') input: FinishPreparingInput, @Context('actor') actor: Actor): Answer<'TicketPayload'> {
    return payloadOf('ticket', () => this.finishing.execute(actor, parseInput.finishPreparing(ofOrder(input))));
  }

  @ResolveField()
  id({ orderId }: TicketNode): string {
    return globalIdOf('Ticket', orderId);
  }

  @ResolveField()
  availableActions({ actions }: TicketNode): TicketNode['actions'] {
    return actions;
  }

  @ResolveField()
  order({ orderId }: TicketNode, _args: object, { actor }: GraphqlContext, info: GraphQLResolveInfo) {
    return this.orderResolver.order({ id: orderId }, actor, info);
  }
}

function ofOrder<T extends { readonly orderId: string }>(input: T): T {
  return { ...input, orderId: uuidOf(input.orderId, 'Ticket', 'Order') };
}

/** What became of one ticket of several, with its refusal as the payload's own are. */
function acceptanceOf(acceptance: TicketAcceptance): {
  readonly orderId: string;
  readonly ticket?: TicketNode;
  readonly userError?: UserError;
} {
  if ('ticket' in acceptance) return acceptance;
  const { orderId, refusal } = acceptance;
  return { orderId, userError: userErrorOf(refusal) };
}
