import { Body, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { AddToBasket, CheckoutBasket, ClearBasket, GetBasket, SetBasketLine } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, makingsOf, optionalBody, readableBody, SignedInActor, tagOf } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, keyedBy, Level2, PRIVATE, saidBy, uris } from '../level.ts';
import { Selectable } from '../selection/selection.ts';
import { representBasket, representOrder } from './basket.representation.ts';

type BasketParams = Readonly<Record<'consumerId' | 'restaurantId', string>>;

@Level2()
export class BasketController {
  constructor(
    private readonly getBasket: GetBasket,
    private readonly addToBasket: AddToBasket,
    private readonly setBasketLine: SetBasketLine,
    private readonly clearBasket: ClearBasket,
    private readonly checkoutBasket: CheckoutBasket,
  ) {}

  @Get(uris.route('basket'))
  @Selectable('getBasket')
  async get(
    @CurrentActor() actor: Actor,
    @Param() params: BasketParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const basket = await this.getBasket.execute(actor, parseInput.getBasket(params));
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsOf.basket(basket)) });
    return () => representBasket(basket);
  }

  /** Adds to what is there, so it is a POST, and answers with the basket that came of it. */
  @Post(uris.route('basketLines'))
  @HttpCode(200)
  async add(
    @SignedInActor() actor: Actor,
    @Param() params: BasketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.addToBasket, readableBody(body), params, keyedBy(request));
    const basket = await this.addToBasket.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('basket', params) });
    return representBasket(basket);
  }

  @Put(uris.route('basketLine'))
  async setLine(
    @SignedInActor() actor: Actor,
    @Param() params: BasketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.setBasketLine, readableBody(body), params, saidBy(request));
    const basket = await this.setBasketLine.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('basket', params) });
    return representBasket(basket);
  }

  /** Every consumer has a basket everywhere: deleting one leaves it empty, with a version that went on. */
  @Delete(uris.route('basket'))
  async clear(
    @SignedInActor() actor: Actor,
    @Param() params: BasketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.clearBasket, optionalBody(body), params, saidBy(request));
    const basket = await this.clearBasket.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('basket', params) });
    return representBasket(basket);
  }

  @Post(uris.route('basketCheckout'))
  async checkout(
    @SignedInActor() actor: Actor,
    @Param() params: BasketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.checkoutBasket, readableBody(body), params, saidBy(request));
    const order = await this.checkoutBasket.execute(actor, input);
    // RFC 9110 §15.3.2: 201 names the new resource, and its validator.
    void reply.headers({ location: uris.href('order', { orderId: order.id }), etag: tagOf(makingsOf.order(order)) });
    return representOrder(order);
  }
}
