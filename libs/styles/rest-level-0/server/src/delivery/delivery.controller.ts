import { Injectable } from '@nestjs/common';
import { GetCourier, GetDelivery } from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representCourier, representDelivery } from './delivery.representation.ts';

/** What the one endpoint can be told to do with deliveries and couriers. */
@Injectable()
export class DeliveryController {
  constructor(
    private readonly getDelivery: GetDelivery,
    private readonly getCourier: GetCourier,
  ) {}

  readonly procedures = {
    getDelivery: async (actor, params) =>
      representDelivery(await this.getDelivery.execute(actor, parseInput.getDelivery(params))),
    getCourier: async (actor, params) =>
      representCourier(await this.getCourier.execute(actor, parseInput.getCourier(params))),
  } satisfies Partial<Procedures>;
}
