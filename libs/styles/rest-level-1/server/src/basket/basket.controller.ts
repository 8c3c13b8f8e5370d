import { Body, Param } from '@nestjs/common';
import { AddToBasket, CheckoutBasket, ClearBasket, GetBasket, SetBasketLine } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import { representBasket, representOrder } from './basket.representation.ts';

/** Baskets, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class BasketController {
  constructor(
    private readonly getBasket: GetBasket,
    private readonly addToBasket: AddToBasket,
    private readonly setBasketLine: SetBasketLine,
    private readonly clearBasket: ClearBasket,
    private readonly checkoutBasket: CheckoutBasket,
  ) {}

  @Resource('consumers/:consumerId/baskets/:restaurantId')
  basket(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'consumers/:consumerId/baskets/:restaurantId'>(body, ids, {
      getBasket: async (asked) =>
        representBasket(await this.getBasket.execute(actor, asked.input(parseInput.getBasket))),
      addToBasket: async (asked) =>
        representBasket(await this.addToBasket.execute(actor, asked.input(parseInput.addToBasket))),
      setBasketLine: async (asked) =>
        representBasket(await this.setBasketLine.execute(actor, asked.input(parseInput.setBasketLine))),
      clearBasket: async (asked) =>
        representBasket(await this.clearBasket.execute(actor, asked.input(parseInput.clearBasket))),
      checkoutBasket: async (asked) =>
        representOrder(await this.checkoutBasket.execute(actor, asked.input(parseInput.checkoutBasket))),
    });
  }
}
