import { Get, Param, Res } from '@nestjs/common';
import { GetTicket } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, entityTag } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply } from 'fastify';
import { Level3, PRIVATE, uris } from '../level.ts';
import { representTicket } from './kitchen.representation.ts';

@Level3()
export class KitchenController {
  constructor(private readonly getTicket: GetTicket) {}

  @Get(uris.route('ticket'))
  async ticket(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const ticket = await this.getTicket.execute(actor, parseInput.getTicket(params));
    void reply.headers({ ...PRIVATE, etag: entityTag(ticket.version) });
    return representTicket(ticket);
  }
}
