import { Body, Get, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { GetConsumer, ListConsumers, RegisterConsumer, UpdateConsumer } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, makingsOf, readableBody, SignedInActor, tagOf, tagOfPage, Takes } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, keyedBy, Level2, PRIVATE, uris } from '../level.ts';
import { patchInput, PATCH_TYPES } from '../patch/patch-input.ts';
import { KEPT } from '../patch/patchable.ts';
import { Asked, type AskedList, Queried } from '../selection/asked-list.ts';
import { Selectable } from '../selection/selection.ts';
import { representConsumer, representPage } from './consumer.representation.ts';

export const PATCHABLE = { name: KEPT, email: KEPT, addresses: [] };

@Level2()
export class ConsumerController {
  constructor(
    private readonly listConsumers: ListConsumers,
    private readonly registerConsumer: RegisterConsumer,
    private readonly getConsumer: GetConsumer,
    private readonly updateConsumer: UpdateConsumer,
  ) {}

  @Get(uris.route('consumers'))
  @Selectable('listConsumers')
  async list(
    @CurrentActor() actor: Actor,
    @Asked('listConsumers') asked: AskedList<'listConsumers'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.listConsumers.execute(actor, asked.input);
    void reply.headers({ ...PRIVATE, ...asked.fieldsOf(page), etag: tagOfPage(page, makingsOf.consumer) });
    return () => representPage(page, representConsumer);
  }

  @Queried(uris.route('consumers'), 'listConsumers')
  search(
    @SignedInActor() actor: Actor,
    @Asked('listConsumers') asked: AskedList<'listConsumers'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.list(actor, asked, reply);
  }

  /** Whoever registers is nobody yet: the one change that is for those who are not signed in. */
  @Post(uris.route('consumers'))
  async register(
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.registerConsumer, readableBody(body), {}, keyedBy(request));
    const consumer = await this.registerConsumer.execute(actor, input);
    // RFC 9110 §15.3.2: 201 names the new resource, and its validator.
    void reply.headers({
      location: uris.href('consumer', { consumerId: consumer.id }),
      etag: tagOf(makingsOf.consumer(consumer)),
    });
    return representConsumer(consumer);
  }

  @Get(uris.route('consumer'))
  @Selectable('getConsumer')
  async get(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const consumer = await this.getConsumer.execute(actor, parseInput.getConsumer(params));
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsOf.consumer(consumer)) });
    return () => representConsumer(consumer);
  }

  @Patch(uris.route('consumer'))
  @Takes(...PATCH_TYPES)
  async update(
    @SignedInActor() actor: Actor,
    @Param() params: { consumerId: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const current = async () =>
      representConsumer(await this.getConsumer.execute(actor, parseInput.getConsumer(params)));
    const input = await patchInput('updateConsumer', { request, reply, ids: params }, { members: PATCHABLE, current });
    const consumer = await this.updateConsumer.execute(actor, input);
    void reply.headers({
      'content-location': uris.href('consumer', params),
      etag: tagOf(makingsOf.consumer(consumer)),
    });
    return representConsumer(consumer);
  }
}
