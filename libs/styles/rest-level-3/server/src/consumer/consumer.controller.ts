import { Get, Param, Res } from '@nestjs/common';
import { GetConsumer } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, entityTag } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply } from 'fastify';
import { Level3, PRIVATE, uris } from '../level.ts';
import { representConsumer } from './consumer.representation.ts';

@Level3()
export class ConsumerController {
  constructor(private readonly getConsumer: GetConsumer) {}

  @Get(uris.route('consumer'))
  async get(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const consumer = await this.getConsumer.execute(actor, parseInput.getConsumer(params));
    void reply.headers({ ...PRIVATE, etag: entityTag(consumer.version) });
    return representConsumer(consumer, actor);
  }
}
