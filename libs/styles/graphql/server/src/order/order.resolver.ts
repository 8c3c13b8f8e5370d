import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CancelOrder,
  GetOrderDetails,
  ListOrderHistory,
  ListOrders,
  PlaceOrder,
  ReviseOrder,
  type OrderDetails,
  type OrderView,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import { getNamedType, type GraphQLResolveInfo } from 'graphql';
import { connectionOf } from '../connection.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import { orderPartsIn } from '../look-ahead.ts';
import type { Answer, FieldsOf, NullableAnswer, OrderNode } from '../nodes.ts';
import type {
  CancelOrderInput,
  OrderLineInput,
  PlaceOrderInput,
  QueryOrderArgs,
  QueryOrderHistoryArgs,
  QueryOrdersArgs,
  ReviseOrderInput,
} from '../types.generated.ts';
import { orNull, payloadOf } from '../user-errors.ts';

@Resolver('Order')
export class OrderResolver implements FieldsOf<'Order'> {
  constructor(
    private readonly getOrderDetails: GetOrderDetails,
    private readonly listOrders: ListOrders,
    private readonly listOrderHistory: ListOrderHistory,
    private readonly placing: PlaceOrder,
    private readonly revising: ReviseOrder,
    private readonly cancelling: CancelOrder,
  ) {}

  /** Looks ahead: the parts that the query selects come with the order in one statement. */
  @Query()
  order(
    @Args() { id }: QueryOrderArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): NullableAnswer<'Order'> {
    const asked = { orderId: uuidOf(id, 'Order'), parts: orderPartsIn(info) };
    return orNull(this.getOrderDetails.execute(actor, asked).then(nodeWith));
  }

  @Query()
  orders(
    @Args() args: QueryOrdersArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'OrderConnection'> {
    return this.connectionOfOrders(args, actor, info);
  }

  @Query()
  orderHistory(
    @Args() { consumerId, ...page }: QueryOrderHistoryArgs,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): NullableAnswer<'OrderHistoryConnection'> {
    return orNull(
      connectionOf(
        page,
        (limits) => parseInput.listOrderHistory({ consumerId: uuidOf(consumerId, 'Consumer'), ...limits }),
        (input) => this.listOrderHistory.execute(actor, input),
        (entry) => entry,
        { info, count: (input) => this.listOrderHistory.count(actor, input) },
      ),
    );
  }

  @Mutation()
  placeOrder(
    @Args('input') input: PlaceOrderInput,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'PlaceOrderPayload'> {
    const members = {
      ...input,
      restaurantId: uuidOf(input.restaurantId, 'Restaurant'),
      lines: input.lines.map(lineOf),
    };
    return payloadOf('order', async () =>
      this.nodeInPayload(await this.placing.execute(actor, parseInput.placeOrder(members)), actor, info),
    );
  }

  @Mutation()
  reviseOrder(
    @Args('input') input: ReviseOrderInput,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'ReviseOrderPayload'> {
    const members = { ...input, orderId: uuidOf(input.orderId, 'Order'), lines: input.lines?.map(lineOf) };
    return payloadOf('order', async () =>
      this.nodeInPayload(await this.revising.execute(actor, parseInput.reviseOrder(members)), actor, info),
    );
  }

  @Mutation()
  cancelOrder(
    @Args('input') input: CancelOrderInput,
    @Context('actor') actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Answer<'CancelOrderPayload'> {
    const members = { ...input, orderId: uuidOf(input.orderId, 'Order') };
    return payloadOf('order', async () =>
      this.nodeInPayload(await this.cancelling.execute(actor, parseInput.cancelOrder(members)), actor, info),
    );
  }

  // The methods below take GraphQL's own arguments undecorated: Nest then calls them directly, with no promise and no
  // pipe in between, which for the fields of a list is most of the work.

  @ResolveField()
  id({ id }: OrderNode): string {
    return globalIdOf('Order', id);
  }

  @ResolveField()
  orderId({ id }: OrderNode): string {
    return id;
  }

  @ResolveField()
  availableActions({ actions }: OrderNode): OrderNode['actions'] {
    return actions;
  }

  @ResolveField()
  consumer(order: OrderNode) {
    return then(order.details(), ({ consumer }) => consumer);
  }

  @ResolveField()
  restaurant(order: OrderNode) {
    return then(order.details(), ({ restaurant }) => restaurant);
  }

  @ResolveField()
  ticket(order: OrderNode) {
    return then(order.details(), ({ ticket }) => ticket);
  }

  @ResolveField()
  delivery(order: OrderNode) {
    return then(order.details(), ({ delivery, courier }) => delivery && { ...delivery, courier: courier ?? null });
  }

  @ResolveField()
  bill(order: OrderNode) {
    return then(order.details(), ({ bill }) => bill);
  }

  /** Looks ahead as well: the parts that are selected of the listed orders come with their page. */
  connectionOfOrders(
    { filter, sort, ...page }: QueryOrdersArgs,
    actor: Actor,
    info: GraphQLResolveInfo,
  ): Answer<'OrderConnection'> {
    const { consumerId, restaurantId, ...rest } = filter ?? {};
    const members = {
      ...rest,
      consumerId: consumerId && uuidOf(consumerId, 'Consumer'),
      restaurantId: restaurantId && uuidOf(restaurantId, 'Restaurant'),
      sort: sort === 'NEWEST_FIRST' ? '-placedAt' : 'placedAt',
    };
    const parts = orderPartsIn(
      info,
      [{ on: 'OrderConnection', field: 'nodes' }],
      [
        { on: 'OrderConnection', field: 'edges' },
        { on: 'OrderEdge', field: 'node' },
      ],
    );
    return connectionOf(
      page,
      (limits) => parseInput.listOrders({ ...members, ...limits }),
      (input) => this.listOrders.executeWithParts(actor, input, parts),
      nodeWith,
      { info, count: (input) => this.listOrders.count(actor, input) },
    );
  }

  /** The order of a mutation's payload. Its selected parts cost one statement, run when they are resolved. */
  nodeInPayload(view: OrderView, actor: Actor, info: GraphQLResolveInfo): OrderNode {
    const payload = getNamedType(info.returnType).name;
    const parts = orderPartsIn(info, [{ on: payload, field: 'order' }]);
    let loading: ReturnType<GetOrderDetails['execute']> | undefined;
    return { ...view, details: () => (loading ??= this.getOrderDetails.execute(actor, { orderId: view.id, parts })) };
  }
}

function lineOf(line: OrderLineInput): OrderLineInput {
  return { ...line, menuItemId: uuidOf(line.menuItemId, 'MenuItem') };
}

function nodeWith(details: OrderDetails): OrderNode {
  return { ...details.order, details: () => details };
}

/** `next` of a value or of a promised one, without making a promise of what is at hand. */
function then<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
