import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GetCourier, GetDelivery } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { CourierNode, DeliveryNode, FieldsOf, NullableAnswer } from '../nodes.ts';
import type { QueryCourierArgs, QueryDeliveryArgs } from '../types.generated.ts';
import { orNull } from '../user-errors.ts';

@Resolver('Delivery')
export class DeliveryResolver implements FieldsOf<'Delivery'> {
  constructor(
    private readonly getDelivery: GetDelivery,
    private readonly getCourier: GetCourier,
  ) {}

  @Query()
  delivery(@Args() { orderId }: QueryDeliveryArgs, @Context('actor') actor: Actor): NullableAnswer<'Delivery'> {
    return orNull(this.getDelivery.execute(actor, { orderId: uuidOf(orderId, 'Delivery', 'Order') }));
  }

  @ResolveField()
  id({ orderId }: DeliveryNode): string {
    return globalIdOf('Delivery', orderId);
  }

  @ResolveField()
  courier({ courier, courierId }: DeliveryNode, _args: object, { actor }: GraphqlContext) {
    if (courier !== undefined || courierId === undefined) return courier ?? null;
    return orNull(this.getCourier.execute(actor, { courierId }));
  }
}

@Resolver('Courier')
export class CourierResolver implements FieldsOf<'Courier'> {
  constructor(private readonly getCourier: GetCourier) {}

  @Query()
  courier(@Args() { id }: QueryCourierArgs, @Context('actor') actor: Actor): NullableAnswer<'Courier'> {
    return orNull(this.getCourier.execute(actor, { courierId: uuidOf(id, 'Courier') }));
  }

  @ResolveField()
  id({ id }: CourierNode): string {
    return globalIdOf('Courier', id);
  }

  @ResolveField()
  courierId({ id }: CourierNode): string {
    return id;
  }
}
