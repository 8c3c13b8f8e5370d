import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { GetBill, RefundBill } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, makingsOf, readableBody, SignedInActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseForm } from '../forms.ts';
import { Level3, PRIVATE, uris, validatorOf } from '../level.ts';
import { representBill } from './accounting.representation.ts';

@Level3()
export class AccountingController {
  constructor(
    private readonly getBill: GetBill,
    private readonly refundBill: RefundBill,
  ) {}

  @Get(uris.route('bill'))
  async bill(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const bill = await this.getBill.execute(actor, parseInput.getBill(params));
    void reply.headers({ ...PRIVATE, etag: validatorOf(actor, makingsOf.bill(bill), bill) });
    return () => representBill(bill);
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
    const input = parseForm('refundBill', readableBody(body), params, request);
    const bill = await this.refundBill.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('bill', params) });
    return representBill(bill);
  }
}
