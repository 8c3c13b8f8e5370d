import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GetConsumer, GetCourier, GetRestaurant, ListOrders } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionOf } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, ConsumerNode, FieldsOf, NullableAnswer, ViewerNode } from '../nodes.ts';
import { OrderResolver } from '../order/order.resolver.ts';
import type { ConsumerOrdersArgs, QueryConsumerArgs } from '../types.generated.ts';
import { orNull } from '../user-errors.ts';

@Resolver('Consumer')
export class ConsumerResolver implements FieldsOf<'Consumer'> {
  constructor(
    private readonly getConsumer: GetConsumer,
    private readonly listOrders: ListOrders,
    private readonly orderResolver: OrderResolver,
  ) {}

  @Query()
  consumer(@Args() { id }: QueryConsumerArgs, @Context('actor') actor: Actor): NullableAnswer<'Consumer'> {
    return orNull(this.getConsumer.execute(actor, { consumerId: uuidOf(id, 'Consumer') }));
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
  orders(
    { id }: ConsumerNode,
    page: ConsumerOrdersArgs,
    { actor }: GraphqlContext,
    info: GraphQLResolveInfo,
  ): Answer<'OrderConnection'> {
    return connectionOf(
      page,
      (limits) => parseInput.listOrders({ consumerId: id, ...limits }),
      (input) => this.listOrders.execute(actor, input),
      this.orderResolver.nodeInList(actor, info),
    );
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
