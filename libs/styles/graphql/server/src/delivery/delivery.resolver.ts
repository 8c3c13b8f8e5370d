import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AssignCourier,
  GetCourier,
  GetDelivery,
  GetTrack,
  ListCouriers,
  ListDeliveries,
  NoteDelivered,
  NotePickedUp,
  ReportLocation,
  SetOnDuty,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import type { GraphQLResolveInfo } from 'graphql';
import { connectionOf } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, CourierNode, DeliveryNode, FieldsOf, NullableAnswer } from '../nodes.ts';
import { OrderResolver } from '../order/order.resolver.ts';
import type {
  AssignCourierInput,
  DeliveryTrackArgs,
  NoteDeliveredInput,
  NotePickedUpInput,
  QueryCourierArgs,
  QueryCouriersArgs,
  QueryDeliveriesArgs,
  QueryDeliveryArgs,
  QueryTrackArgs,
  ReportLocationInput,
  SetOnDutyInput,
} from '../types.generated.ts';
import { orNull, payloadOf } from '../user-errors.ts';

@Resolver('Delivery')
export class DeliveryResolver implements FieldsOf<'Delivery'> {
  constructor(
    private readonly getDelivery: GetDelivery,
    private readonly listDeliveries: ListDeliveries,
    private readonly getTrack: GetTrack,
    private readonly getCourier: GetCourier,
    private readonly assigning: AssignCourier,
    private readonly pickingUp: NotePickedUp,
    private readonly delivering: NoteDelivered,
    private readonly reporting: ReportLocation,
    private readonly orderResolver: OrderResolver,
  ) {}

  @Query()
  delivery(@Args() { orderId }: QueryDeliveryArgs, @Context('actor') actor: Actor): NullableAnswer<'Delivery'> {
    return orNull(this.getDelivery.execute(actor, ofOrder({ orderId })));
  }

  @Query()
  deliveries(
    @Args() { filter, ...page }: QueryDeliveriesArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'DeliveryConnection'> {
    const { courierId, ...rest } = filter ?? {};
    const members = { ...rest, courierId: courierId && uuidOf(courierId, 'Courier') };
    return connectionOf(
      page,
      (limits) => parseInput.listDeliveries({ ...members, ...limits }),
      (input) => this.listDeliveries.execute(actor, input),
      (delivery) => delivery,
      { info, count: (input) => this.listDeliveries.count(actor, input) },
    );
  }

  /** The field of this name below is a delivery's. */
  @Query('track')
  trackOfOrder(
    @Args() { orderId, ...page }: QueryTrackArgs,
    @Context('actor') actor: Actor,
  ): NullableAnswer<'LocationPingConnection'> {
    const named = ofOrder({ orderId });
    return orNull(
      connectionOf(
        page,
        (limits) => parseInput.getTrack({ ...named, ...limits }),
        (input) => this.getTrack.execute(actor, input),
        (ping) => ping,
      ),
    );
  }

  @Mutation()
  assignCourier(@Args('input') input: AssignCourierInput, @Context('actor') actor: Actor): Answer<'DeliveryPayload'> {
    const members = { ...ofOrder(input), courierId: input.courierId && uuidOf(input.courierId, 'Courier') };
    return payloadOf('delivery', () => this.assigning.execute(actor, parseInput.assignCourier(members)));
  }

  @Mutation()
  notePickedUp(@Args('input') input: NotePickedUpInput, @Context('actor') actor: Actor): Answer<'DeliveryPayload'> {
    return payloadOf('delivery', () => this.pickingUp.execute(actor, parseInput.notePickedUp(ofOrder(input))));
  }

  @Mutation()
  noteDelivered(@Args('input') input: NoteDeliveredInput, @Context('actor') actor: Actor): Answer<'DeliveryPayload'> {
    return payloadOf('delivery', () => this.delivering.execute(actor, parseInput.noteDelivered(ofOrder(input))));
  }

  @Mutation()
  reportLocation(
    @Args('input') input: ReportLocationInput,
    @Context('actor') actor: Actor,
  ): Answer<'ReportLocationPayload'> {
    return payloadOf('ping', () => this.reporting.execute(actor, parseInput.reportLocation(ofOrder(input))));
  }

  @ResolveField()
  id({ orderId }: DeliveryNode): string {
    return globalIdOf('Delivery', orderId);
  }

  @ResolveField()
  availableActions({ actions }: DeliveryNode): DeliveryNode['actions'] {
    return actions;
  }

  @ResolveField()
  courier({ courier, courierId }: DeliveryNode, _args: object, { actor }: GraphqlContext) {
    if (courier !== undefined || courierId === undefined) return courier ?? null;
    return orNull(this.getCourier.execute(actor, { courierId }));
  }

  @ResolveField()
  order({ orderId }: DeliveryNode, _args: object, { actor }: GraphqlContext, info: GraphQLResolveInfo) {
    return this.orderResolver.order({ id: orderId }, actor, info);
  }

  @ResolveField()
  track({ orderId }: DeliveryNode, page: DeliveryTrackArgs, { actor }: GraphqlContext) {
    return this.trackOfOrder({ orderId, ...page }, actor);
  }
}

@Resolver('Courier')
export class CourierResolver implements FieldsOf<'Courier'> {
  constructor(
    private readonly getCourier: GetCourier,
    private readonly listCouriers: ListCouriers,
    private readonly settingOnDuty: SetOnDuty,
    private readonly getDelivery: GetDelivery,
  ) {}

  @Query()
  courier(@Args() { id }: QueryCourierArgs, @Context('actor') actor: Actor): NullableAnswer<'Courier'> {
    return orNull(this.getCourier.execute(actor, { courierId: uuidOf(id, 'Courier') }));
  }

  @Query()
  couriers(
    @Args() { filter, ...page }: QueryCouriersArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'CourierConnection'> {
    return connectionOf(
      page,
      (limits) => parseInput.listCouriers({ ...filter, ...limits }),
      (input) => this.listCouriers.execute(actor, input),
      (courier) => courier,
      { info, count: (input) => this.listCouriers.count(actor, input) },
    );
  }

  @Mutation()
  setOnDuty(@Args('input') input: SetOnDutyInput, @Context('actor') actor: Actor): Answer<'CourierPayload'> {
    const members = { ...input, courierId: uuidOf(input.courierId, 'Courier') };
    return payloadOf('courier', () => this.settingOnDuty.execute(actor, parseInput.setOnDuty(members)));
  }

  @ResolveField()
  id({ id }: CourierNode): string {
    return globalIdOf('Courier', id);
  }

  @ResolveField()
  courierId({ id }: CourierNode): string {
    return id;
  }

  @ResolveField()
  currentDelivery({ currentDeliveryId }: CourierNode, _args: object, { actor }: GraphqlContext) {
    if (currentDeliveryId === undefined) return null;
    return orNull(this.getDelivery.execute(actor, { orderId: currentDeliveryId }));
  }

  @ResolveField()
  availableActions({ actions }: CourierNode): CourierNode['actions'] {
    return actions;
  }
}

function ofOrder<T extends { readonly orderId: string }>(input: T): T {
  return { ...input, orderId: uuidOf(input.orderId, 'Delivery', 'Order') };
}
