import { Get, Param, Res } from '@nestjs/common';
import { GetCourier, GetDelivery } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, entityTag } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply } from 'fastify';
import { Level2, PRIVATE, uris } from '../level.ts';
import { representCourier, representDelivery } from './delivery.representation.ts';

@Level2()
export class DeliveryController {
  constructor(
    private readonly getDelivery: GetDelivery,
    private readonly getCourier: GetCourier,
  ) {}

  @Get(uris.route('delivery'))
  async delivery(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const delivery = await this.getDelivery.execute(actor, parseInput.getDelivery(params));
    void reply.headers({ ...PRIVATE, etag: entityTag(delivery.version) });
    return representDelivery(delivery);
  }

  @Get(uris.route('courier'))
  async courier(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const courier = await this.getCourier.execute(actor, parseInput.getCourier(params));
    void reply.headers({ ...PRIVATE, etag: entityTag(courier.version) });
    return representCourier(courier);
  }
}
