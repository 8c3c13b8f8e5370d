import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { GetBill, GetOrderDetails, RefundBill } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, makingsOf, readableBody, SignedInActor, tagOf } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, keyedBy, Level2, PRIVATE, uris } from '../level.ts';
import { makingsWithOrder, orderBehind, representExpandedOrder } from '../order/expanded-order.ts';
import type { Names } from '../selection/names.ts';
import { Expand, Selectable } from '../selection/selection.ts';
import { representBill } from './accounting.representation.ts';

@Level2()
export class AccountingController {
  constructor(
    private readonly getBill: GetBill,
    private readonly getOrderDetails: GetOrderDetails,
    private readonly refundBill: RefundBill,
  ) {}

  @Get(uris.route('bill'))
  @Selectable('getBill')
  async bill(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Expand('getBill') expand: Names,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [bill, order] = await Promise.all([
      this.getBill.execute(actor, parseInput.getBill(params)),
      orderBehind(this.getOrderDetails, actor, params, expand),
    ]);
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsWithOrder(makingsOf.bill(bill), order)) });
    return () => ({ ...representBill(bill), ...(order && { order: representExpandedOrder(order) }) });
  }

  /** One more refund: a POST. It has no address of its own, so what answers is the bill that came of it. */
  @Post(uris.route('refunds'))
  @HttpCode(200)
  async refund(
    @SignedInActor() actor: Actor,
    @Param() params: { orderId: string },
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.refundBill, readableBody(body), params, keyedBy(request));
    const bill = await this.refundBill.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('bill', params) });
    return representBill(bill);
  }
}
