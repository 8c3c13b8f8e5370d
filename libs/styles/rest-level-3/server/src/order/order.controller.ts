import { Body, Get, Param, Patch, Put, Query, Req, Res } from '@nestjs/common';
import {
  CancelOrder,
  GetOrder,
  GetOrderDetails,
  ListOrderHistory,
  ListOrders,
  type OrderDetails,
  type OrderPart,
  ReviseOrder,
} from '@rungs/application';
import { type Actor, MAX_LINES } from '@rungs/domain';
import { CurrentActor, linkHeader, makingsOf, optionalBody, pageLinks, readableBody, SignedInActor } from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BY_PREFERENCE, Embedding, ITEMS } from '../embedding.ts';
import { rowsAsked } from '../fields.ts';
import { parseForm } from '../forms.ts';
import { Level3, pageValidatorOf, PRIVATE, uris, validatorOf } from '../level.ts';
import {
  PART_RELATIONS,
  partsOf,
  representOrder,
  representOrderDetails,
  representOrderHistory,
  representOrders,
  representOrderWithParts,
  representRevisionSheet,
} from './order.representation.ts';

@Level3()
export class OrderController {
  constructor(
    private readonly listOrders: ListOrders,
    private readonly getOrder: GetOrder,
    private readonly getOrderDetails: GetOrderDetails,
    private readonly reviseOrder: ReviseOrder,
    private readonly cancelOrder: CancelOrder,
    private readonly listOrderHistory: ListOrderHistory,
  ) {}

  @Get(uris.route('orders'))
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const embedding = Embedding.askedBy(request, [...ITEMS, ...PART_RELATIONS]);
    const input = parseInput.listOrders(membersFromTexts('listOrders', query));
    const page = await this.listOrders.executeWithParts(actor, input, partsOf(embedding));
    embedding.heeded(reply);
    void reply.headers({
      ...PRIVATE,
      ...BY_PREFERENCE,
      etag: pageValidatorOf(actor, page, makingsOf.orderDetails, ...embedding.relations),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representOrders(page, request.url, actor, embedding);
  }

  @Get(uris.route('order'))
  async get(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const embedding = Embedding.askedBy(request, PART_RELATIONS);
    const details = await this.withParts(actor, params, partsOf(embedding));
    const { relations } = embedding.heeded(reply);
    const makings = relations.length === 0 ? makingsOf.order(details.order) : makingsOf.orderDetails(details);
    void reply.headers({
      ...PRIVATE,
      ...BY_PREFERENCE,
      etag: validatorOf(actor, makings, details.order, ...relations),
    });
    return () => representOrderWithParts(details, actor);
  }

  /** Alone it is another statement, and hence another operation, than with anything that belongs to it. */
  private async withParts(actor: Actor, params: object, parts: readonly OrderPart[]): Promise<OrderDetails> {
    if (parts.length === 0) return { order: await this.getOrder.execute(actor, parseInput.getOrder(params)) };
    return this.getOrderDetails.execute(actor, parseInput.getOrderDetails({ ...params, parts }));
  }

  @Patch(uris.route('order'))
  async revise(
    @SignedInActor() actor: Actor,
    @Param() params: { orderId: string },
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('reviseOrder', readableBody(body), params, request);
    const order = await this.reviseOrder.execute(actor, input);
    void reply.headers({
      'content-location': uris.href('order', params),
      etag: validatorOf(actor, makingsOf.order(order), order),
    });
    return representOrder(order, actor);
  }

  @Get(uris.route('revisionSheet'))
  async sheet(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const order = await this.getOrder.execute(actor, parseInput.getOrder(params));
    void reply.headers(PRIVATE);
    return () => representRevisionSheet(order, request.url, rowsAsked(query, MAX_LINES));
  }

  @Get(uris.route('orderDetails'))
  async details(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = { ...membersFromTexts('getOrderDetails', query), ...params };
    const details = await this.getOrderDetails.execute(actor, parseInput.getOrderDetails(input));
    void reply.headers({ ...PRIVATE, etag: validatorOf(actor, makingsOf.orderDetails(details), details.order) });
    return () => representOrderDetails(details, request.url, actor);
  }

  /** A step as a thing: an order has at most one cancellation, so PUT makes it, and making it again changes nothing. */
  @Put(uris.route('cancellation'))
  async cancel(
    @SignedInActor() actor: Actor,
    @Param() params: { orderId: string },
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('cancelOrder', optionalBody(body), params, request);
    const order = await this.cancelOrder.execute(actor, input);
    // RFC 9110 §8.7: the body is the order, not the cancellation; §9.3.4: hence no ETag, which would be the latter's.
    void reply.headers({ 'content-location': uris.href('order', { orderId: order.id }) });
    return representOrder(order, actor);
  }

  @Get(uris.route('orderHistory'))
  async history(
    @CurrentActor() actor: Actor,
    @Param() params: { consumerId: string },
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = { ...membersFromTexts('listOrderHistory', query), ...params };
    const page = await this.listOrderHistory.execute(actor, parseInput.listOrderHistory(input));
    void reply.headers({
      ...PRIVATE,
      etag: pageValidatorOf(actor, page, makingsOf.orderHistoryEntry),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representOrderHistory(page, request.url, params.consumerId);
  }
}
