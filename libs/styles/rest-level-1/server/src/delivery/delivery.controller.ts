import { Body, Param } from '@nestjs/common';
import { GetCourier, GetDelivery } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import { representCourier, representDelivery } from './delivery.representation.ts';

/** Deliveries and couriers, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class DeliveryController {
  constructor(
    private readonly getDelivery: GetDelivery,
    private readonly getCourier: GetCourier,
  ) {}

  @Resource('deliveries/:orderId')
  delivery(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'deliveries/:orderId'>(body, ids, {
      getDelivery: async (asked) =>
        representDelivery(await this.getDelivery.execute(actor, asked.input(parseInput.getDelivery))),
    });
  }

  @Resource('couriers/:courierId')
  courier(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'couriers/:courierId'>(body, ids, {
      getCourier: async (asked) =>
        representCourier(await this.getCourier.execute(actor, asked.input(parseInput.getCourier))),
    });
  }
}
