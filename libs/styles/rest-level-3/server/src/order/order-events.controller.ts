import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { FollowOrder } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, eventStream } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uris } from '../level.ts';
import { representEvent } from './order-events.representation.ts';

/** What happens to an order, as server-sent events, each of which links to what has changed. */
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
