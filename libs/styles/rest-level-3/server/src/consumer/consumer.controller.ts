import { Body, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { GetConsumer, ListConsumers, RegisterConsumer, UpdateConsumer } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, linkHeader, makingsOf, pageLinks, readableBody, SignedInActor } from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BY_PREFERENCE, Embedding, ITEMS } from '../embedding.ts';
import { parseForm } from '../forms.ts';
import { Level3, pageValidatorOf, PRIVATE, uris, validatorOf } from '../level.ts';
import { representConsumer, representConsumers, representNewcomer } from './consumer.representation.ts';

@Level3()
export class ConsumerController {
  constructor(
    private readonly listConsumers: ListConsumers,
    private readonly registerConsumer: RegisterConsumer,
    private readonly getConsumer: GetConsumer,
    private readonly updateConsumer: UpdateConsumer,
  ) {}

  @Get(uris.route('consumers'))
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseInput.listConsumers(membersFromTexts('listConsumers', query));
    const page = await this.listConsumers.execute(actor, input);
    const embedding = Embedding.askedBy(request, ITEMS).heeded(reply);
    void reply.headers({
      ...PRIVATE,
      ...BY_PREFERENCE,
      etag: pageValidatorOf(actor, page, makingsOf.consumer, ...embedding.relations),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representConsumers(page, request.url, actor, embedding);
  }

  /** Whoever registers is nobody yet: the one change that is for those who are not signed in. */
  @Post(uris.route('consumers'))
  async register(
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('registerConsumer', readableBody(body), {}, request);
    const consumer = await this.registerConsumer.execute(actor, input);
    const self = { role: 'consumer', consumerId: consumer.id } as const;
    // RFC 9110 §15.3.2: 201 names the new resource, and its validator: what its consumer, once signed in, will read.
    void reply.headers({
      location: uris.href('consumer', self),
      etag: validatorOf(self, makingsOf.consumer(consumer), consumer),
    });
    return representNewcomer(consumer);
  }

  @Get(uris.route('consumer'))
  async get(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const consumer = await this.getConsumer.execute(actor, parseInput.getConsumer(params));
    void reply.headers({ ...PRIVATE, etag: validatorOf(actor, makingsOf.consumer(consumer), consumer) });
    return () => representConsumer(consumer, actor);
  }

  @Patch(uris.route('consumer'))
  async update(
    @SignedInActor() actor: Actor,
    @Param() params: { consumerId: string },
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('updateConsumer', readableBody(body), params, request);
    const consumer = await this.updateConsumer.execute(actor, input);
    void reply.headers({
      'content-location': uris.href('consumer', params),
      etag: validatorOf(actor, makingsOf.consumer(consumer), consumer),
    });
    return representConsumer(consumer, actor);
  }
}
