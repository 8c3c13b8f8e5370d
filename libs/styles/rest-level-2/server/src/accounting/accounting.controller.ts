import { Get, Param, Res } from '@nestjs/common';
import { GetBill } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply } from 'fastify';
import { Level2, PRIVATE, uris } from '../level.ts';
import { representBill } from './accounting.representation.ts';

@Level2()
export class AccountingController {
  constructor(private readonly getBill: GetBill) {}

  @Get(uris.route('bill'))
  async bill(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    // A bill has no version of its own, hence no ETag.
    const bill = await this.getBill.execute(actor, parseInput.getBill(params));
    void reply.headers(PRIVATE);
    return representBill(bill);
  }
}
