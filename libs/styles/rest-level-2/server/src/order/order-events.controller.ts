import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { FollowOrder, type OrderTold } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, eventStream, type ServerSentEvent } from '@rungs/http';
import { representOrderTold } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uris } from '../level.ts';

/** What happens to an order, as server-sent events: a stream, which has neither a validator nor an end to wait for. */
@Controller()
export class OrderEventsController {
  constructor(private readonly followOrder: FollowOrder) {}

  @Get(uris.route('orderEvents'))
  events(
    @CurrentActor() actor: Actor,
    @Param() { orderId }: { orderId: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return eventStream(
      request,
      reply,
      (after, signal) => this.followOrder.execute(actor, { orderId, after }, signal),
      representEvent,
    );
  }
}

function representEvent(told: OrderTold): ServerSentEvent {
  const { kind: event } = told;
  const data = representOrderTold(told);
  return told.kind === 'end' ? { event, data } : { id: told.id, event, data };
}
