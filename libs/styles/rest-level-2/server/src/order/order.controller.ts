import { Body, Get, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  CancelOrder,
  GetOrder,
  GetOrderDetails,
  ListOrderHistory,
  ListOrders,
  PlaceOrder,
  ReviseOrder,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import {
  CurrentActor,
  linkHeader,
  makingsOf,
  optionalBody,
  pageLinks,
  readableBody,
  SignedInActor,
  tagOf,
  tagOfPage,
  Takes,
} from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, keyedBy, Level2, PRIVATE, saidBy, uris } from '../level.ts';
import { patchInput, PATCH_TYPES } from '../patch/patch-input.ts';
import { KEPT } from '../patch/patchable.ts';
import { Asked, type AskedList, Queried } from '../selection/asked-list.ts';
import type { Names } from '../selection/names.ts';
import { Expand, Selectable } from '../selection/selection.ts';
import { orderPartsIn, representExpandedOrder } from './expanded-order.ts';
import { linesWritten, saidOfWhatIsShown } from './order-lines.ts';
import {
  representOrder,
  representOrderDetails,
  representOrderHistoryEntry,
  representPage,
} from './order.representation.ts';

export const PATCHABLE = {
  members: { lines: KEPT, deliveryAddress: KEPT, deliveryNote: '' },
  writtenAs: { lineItems: linesWritten },
};

@Level2()
export class OrderController {
  constructor(
    private readonly listOrders: ListOrders,
    private readonly placeOrder: PlaceOrder,
    private readonly getOrder: GetOrder,
    private readonly getOrderDetails: GetOrderDetails,
    private readonly reviseOrder: ReviseOrder,
    private readonly cancelOrder: CancelOrder,
    private readonly listOrderHistory: ListOrderHistory,
  ) {}

  @Get(uris.route('orders'))
  @Selectable('listOrders')
  async list(
    @CurrentActor() actor: Actor,
    @Asked('listOrders') asked: AskedList<'listOrders'>,
    @Expand('listOrders') expand: Names,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { input } = asked;
    if (expand.size === 0) {
      const page = await this.listOrders.execute(actor, input);
      void reply.headers({ ...PRIVATE, ...asked.fieldsOf(page), etag: tagOfPage(page, makingsOf.order) });
      return () => representPage(page, representOrder);
    }
    const page = await this.listOrders.executeWithParts(actor, input, orderPartsIn(expand));
    void reply.headers({ ...PRIVATE, ...asked.fieldsOf(page), etag: tagOfPage(page, makingsOf.orderDetails) });
    return () => representPage(page, representExpandedOrder);
  }

  @Queried(uris.route('orders'), 'listOrders')
  search(
    @SignedInActor() actor: Actor,
    @Asked('listOrders') asked: AskedList<'listOrders'>,
    @Expand('listOrders') expand: Names,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.list(actor, asked, expand, reply);
  }

  @Post(uris.route('orders'))
  async place(
    @SignedInActor() actor: Actor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.placeOrder, readableBody(body), {}, keyedBy(request));
    const order = await this.placeOrder.execute(actor, input);
    // RFC 9110 §15.3.2: 201 names the new resource, and its validator.
    void reply.headers({ location: uris.href('order', { orderId: order.id }), etag: tagOf(makingsOf.order(order)) });
    return representOrder(order);
  }

  @Get(uris.route('order'))
  @Selectable('getOrder')
  async get(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Expand('getOrder') expand: Names,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (expand.size === 0) {
      const order = await this.getOrder.execute(actor, parseInput.getOrder(params));
      void reply.headers({ ...PRIVATE, etag: tagOf(makingsOf.order(order)) });
      return () => representOrder(order);
    }
    const input = parseInput.getOrderDetails({ ...params, parts: orderPartsIn(expand) });
    const details = await this.getOrderDetails.execute(actor, input);
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsOf.orderDetails(details)) });
    return () => representExpandedOrder(details);
  }

  @Patch(uris.route('order'))
  @Takes(...PATCH_TYPES)
  async revise(
    @SignedInActor() actor: Actor,
    @Param() params: { orderId: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const current = async () => representOrder(await this.getOrder.execute(actor, parseInput.getOrder(params)));
    const input = await patchInput('reviseOrder', { request, reply, ids: params }, { ...PATCHABLE, current });
    const order = await this.reviseOrder.execute(actor, input).catch(saidOfWhatIsShown(request));
    void reply.headers({ 'content-location': uris.href('order', params), etag: tagOf(makingsOf.order(order)) });
    return representOrder(order);
  }

  @Get(uris.route('orderDetails'))
  @Selectable('getOrderDetails')
  async details(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Query() query: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = { ...membersFromTexts('getOrderDetails', query), ...params };
    const details = await this.getOrderDetails.execute(actor, parseInput.getOrderDetails(input));
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsOf.orderDetails(details)) });
    return () => representOrderDetails(details);
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
    const input = inputOf(parseInput.cancelOrder, optionalBody(body), params, saidBy(request));
    const order = await this.cancelOrder.execute(actor, input);
    // RFC 9110 §8.7: the body is the order, not the cancellation; §9.3.4: hence no ETag, which would be the latter's.
    void reply.headers({ 'content-location': uris.href('order', { orderId: order.id }) });
    return representOrder(order);
  }

  @Get(uris.route('orderHistory'))
  @Selectable('listOrderHistory')
  async history(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = { ...membersFromTexts('listOrderHistory', query), ...params };
    const page = await this.listOrderHistory.execute(actor, parseInput.listOrderHistory(input));
    void reply.headers({
      ...PRIVATE,
      etag: tagOfPage(page, makingsOf.orderHistoryEntry),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representPage(page, representOrderHistoryEntry);
  }
}
