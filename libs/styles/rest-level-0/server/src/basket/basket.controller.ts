import { Injectable } from '@nestjs/common';
import { AddToBasket, CheckoutBasket, ClearBasket, GetBasket, SetBasketLine } from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representBasket, representOrder } from './basket.representation.ts';

/** What the one endpoint can be told to do with baskets. */
@Injectable()
export class BasketController {
  constructor(
    private readonly getBasket: GetBasket,
    private readonly addToBasket: AddToBasket,
    private readonly setBasketLine: SetBasketLine,
    private readonly clearBasket: ClearBasket,
    private readonly checkoutBasket: CheckoutBasket,
  ) {}

  readonly procedures = {
    getBasket: async (actor, params) =>
      representBasket(await this.getBasket.execute(actor, parseInput.getBasket(params))),
    addToBasket: async (actor, params) =>
      representBasket(await this.addToBasket.execute(actor, parseInput.addToBasket(params))),
    setBasketLine: async (actor, params) =>
      representBasket(await this.setBasketLine.execute(actor, parseInput.setBasketLine(params))),
    clearBasket: async (actor, params) =>
      representBasket(await this.clearBasket.execute(actor, parseInput.clearBasket(params))),
    checkoutBasket: async (actor, params) =>
      representOrder(await this.checkoutBasket.execute(actor, parseInput.checkoutBasket(params))),
  } satisfies Partial<Procedures>;
}
