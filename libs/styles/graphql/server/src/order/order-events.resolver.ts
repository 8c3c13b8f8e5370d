import { Args, Context, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { FollowOrder, type EndTold, type OrderTold } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import type { GraphQLResolveInfo } from 'graphql';
import type { GraphqlContext } from '../context.ts';
import { uuidOf } from '../global-id.ts';
import type { FieldsOf } from '../nodes.ts';
import type {
  OrderFollowingEndReason,
  ResolversParentTypes,
  ResolversTypes,
  SubscriptionOrderEventsArgs,
} from '../types.generated.ts';
import { OrderResolver } from './order.resolver.ts';

/** When it ends before its time, the server stops and another takes over, or all data have been reset. */
const COME_AGAIN_SECONDS = 1;

type Told = { readonly orderEvents: Awaited<ResolversTypes['OrderEvent']> };

@Resolver('OrderStateChanged')
export class OrderEventsResolver implements FieldsOf<'OrderStateChanged'> {
  constructor(
    private readonly followOrder: FollowOrder,
    private readonly orders: OrderResolver,
  ) {}

  @Subscription()
  async orderEvents(
    @Args() { orderId, after }: SubscriptionOrderEventsArgs,
    @Context() { actor, stream }: GraphqlContext,
  ): Promise<AsyncIterable<Told>> {
    if (!stream) throw new Error('Whoever asked cannot be told of events.');
    const asked = { orderId: uuidOf(orderId, 'Order'), after: eventIdIn(after) };
    const told = await this.followOrder.execute(actor, asked, stream.signal);
    return told ? eventsOf(told, stream.signal) : nothing();
  }

  @ResolveField()
  order(
    { orderId }: ResolversParentTypes['OrderStateChanged'],
    _args: object,
    { actor }: GraphqlContext,
    info: GraphQLResolveInfo,
  ) {
    return this.orders.order({ id: orderId }, actor, info);
  }
}

function eventIdIn(after: string | null | undefined): string | undefined {
  if (after === null || after === undefined) return undefined;
  // 18 digits fit into what numbers events.
  if (/^\d{1,18}$/.test(after)) return after;
  const message = 'must be the eventId of an event of this order';
  throw new Refusal('invalid-input', { errors: [{ path: '/after', message }] });
}

async function* eventsOf(told: AsyncIterable<OrderTold>, signal: AbortSignal): AsyncGenerator<Told> {
  let isEnded = false;
  for await (const event of told) {
    isEnded = event.kind === 'end';
    yield { orderEvents: representTold(event) };
  }
  // To complete would say that there is nothing more; here it is the feed that has no more to give.
  if (!isEnded && !signal.aborted) {
    throw new Refusal('unavailable', { part: 'The feed of events', retryAfterSeconds: COME_AGAIN_SECONDS });
  }
}

/** It has been told everything that will ever be. */
async function* nothing(): AsyncGenerator<Told> {}

const REASONS = {
  over: 'ORDER_OVER',
  'out-of-sight': 'OUT_OF_SIGHT',
} satisfies Record<EndTold['reason'], OrderFollowingEndReason>;

function representTold(told: OrderTold): Told['orderEvents'] {
  switch (told.kind) {
    case 'end':
      return { __typename: 'OrderFollowingEnded', reason: REASONS[told.reason] };
    case 'location': {
      const { id: eventId, orderId, lat, lon, at } = told;
      return { __typename: 'OrderLocationReported', eventId, orderId, location: { lat, lon, at } };
    }
    case 'state': {
      const { id: eventId, orderId, type: action, at, order, ticket, delivery } = told;
      return {
        __typename: 'OrderStateChanged',
        ...{ eventId, orderId, action, at },
        ...{ orderState: order.state, orderVersion: order.version },
        ...{ ticketState: ticket.state, ticketVersion: ticket.version },
        ...{ deliveryState: delivery.state, deliveryVersion: delivery.version },
        ...{ courierId: delivery.courierId, lastLocation: delivery.lastLocation },
      };
    }
  }
}
