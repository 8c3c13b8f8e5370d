import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  GetConsumer,
  GetCourier,
  GetRestaurant,
  ListConsumers,
  RegisterConsumer,
  UpdateConsumer,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionOf } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, ConsumerNode, FieldsOf, NullableAnswer, ViewerNode } from '../nodes.ts';
import { OrderResolver } from '../order/order.resolver.ts';
import type {
  ConsumerOrdersArgs,
  QueryConsumerArgs,
  QueryConsumersArgs,
  RegisterConsumerInput,
  UpdateConsumerInput,
} from '../types.generated.ts';
import { orNull, payloadOf } from '../user-errors.ts';

@Resolver('Consumer')
export class ConsumerResolver implements FieldsOf<'Consumer'> {
  constructor(
    private readonly getConsumer: GetConsumer,
    private readonly listConsumers: ListConsumers,
    private readonly registering: RegisterConsumer,
    private readonly updating: UpdateConsumer,
    private readonly orderResolver: OrderResolver,
  ) {}

  @Query()
  consumer(@Args() { id }: QueryConsumerArgs, @Context('actor') actor: Actor): NullableAnswer<'Consumer'> {
    return orNull(this.getConsumer.execute(actor, { consumerId: uuidOf(id, 'Consumer') }));
  }

  @Query()
  consumers(
    @Args() { filter, ...page }: QueryConsumersArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'ConsumerConnection'> {
    return connectionOf(
      page,
      (limits) => parseInput.listConsumers({ ...filter, ...limits }),
      (input) => this.listConsumers.execute(actor, input),
      (consumer) => consumer,
      { info, count: (input) => this.listConsumers.count(actor, input) },
    );
  }

  @Mutation()
  registerConsumer(
    @Args('input') input: RegisterConsumerInput,
    @Context('actor') actor: Actor,
  ): Answer<'ConsumerPayload'> {
    return payloadOf('consumer', () => this.registering.execute(actor, parseInput.registerConsumer(input)));
  }

  @Mutation()
  updateConsumer(@Args('input') input: UpdateConsumerInput, @Context('actor') actor: Actor): Answer<'ConsumerPayload'> {
    const members = { ...input, consumerId: uuidOf(input.consumerId, 'Consumer') };
    return payloadOf('consumer', () => this.updating.execute(actor, parseInput.updateConsumer(members)));
  }

  @ResolveField()
  id({ id }: ConsumerNode): string {
    return globalIdOf('Consumer', id);
  }

  @ResolveField()
  consumerId({ id }: ConsumerNode): string {
    return id;
  }

  @ResolveField()
  availableActions({ actions }: ConsumerNode): ConsumerNode['actions'] {
    return actions;
  }

  @ResolveField()
  orders(
    { id }: ConsumerNode,
    { filter, ...asked }: ConsumerOrdersArgs,
    { actor }: GraphqlContext,
    info: GraphQLResolveInfo,
  ): Answer<'OrderConnection'> {
    return this.orderResolver.connectionOfOrders({ ...asked, filter: { ...filter, consumerId: id } }, actor, info);
  }
}

@Resolver('Viewer')
export class ViewerResolver implements FieldsOf<'Viewer'> {
  constructor(
    private readonly getConsumer: GetConsumer,
    private readonly getRestaurant: GetRestaurant,
    private readonly getCourier: GetCourier,
  ) {}

  @Query()
  viewer(@Context('actor') actor: Actor): ViewerNode {
    return actor;
  }

  @ResolveField()
  consumer(viewer: ViewerNode) {
    return viewer.role === 'consumer' ? orNull(this.getConsumer.execute(viewer, viewer)) : null;
  }

  @ResolveField()
  restaurant(viewer: ViewerNode) {
    return viewer.role === 'restaurant' ? orNull(this.getRestaurant.execute(viewer, viewer)) : null;
  }

  @ResolveField()
  courier(viewer: ViewerNode) {
    return viewer.role === 'courier' ? orNull(this.getCourier.execute(viewer, viewer)) : null;
  }
}
