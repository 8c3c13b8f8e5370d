import { Body, Param } from '@nestjs/common';
import { GetConsumer, ListConsumers, RegisterConsumer, UpdateConsumer } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import { representConsumer, representPage } from './consumer.representation.ts';

/** Consumers, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class ConsumerController {
  constructor(
    private readonly getConsumer: GetConsumer,
    private readonly listConsumers: ListConsumers,
    private readonly registerConsumer: RegisterConsumer,
    private readonly updateConsumer: UpdateConsumer,
  ) {}

  @Resource('consumers')
  consumers(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'consumers'>(body, ids, {
      registerConsumer: async (asked) =>
        representConsumer(await this.registerConsumer.execute(actor, asked.input(parseInput.registerConsumer))),
      listConsumers: async (asked) =>
        representPage(
          await this.listConsumers.execute(actor, asked.input(parseInput.listConsumers)),
          representConsumer,
        ),
    });
  }

  @Resource('consumers/:consumerId')
  consumer(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'consumers/:consumerId'>(body, ids, {
      getConsumer: async (asked) =>
        representConsumer(await this.getConsumer.execute(actor, asked.input(parseInput.getConsumer))),
      updateConsumer: async (asked) =>
        representConsumer(await this.updateConsumer.execute(actor, asked.input(parseInput.updateConsumer))),
    });
  }
}
