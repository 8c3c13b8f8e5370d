import { Injectable } from '@nestjs/common';
import { GetConsumer, ListConsumers, RegisterConsumer, UpdateConsumer } from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representConsumer, representPage } from './consumer.representation.ts';

/** What the one endpoint can be told to do with consumers. */
@Injectable()
export class ConsumerController {
  constructor(
    private readonly getConsumer: GetConsumer,
    private readonly listConsumers: ListConsumers,
    private readonly registerConsumer: RegisterConsumer,
    private readonly updateConsumer: UpdateConsumer,
  ) {}

  readonly procedures = {
    getConsumer: async (actor, params) =>
      representConsumer(await this.getConsumer.execute(actor, parseInput.getConsumer(params))),
    listConsumers: async (actor, params) =>
      representPage(await this.listConsumers.execute(actor, parseInput.listConsumers(params)), representConsumer),
    registerConsumer: async (actor, params) =>
      representConsumer(await this.registerConsumer.execute(actor, parseInput.registerConsumer(params))),
    updateConsumer: async (actor, params) =>
      representConsumer(await this.updateConsumer.execute(actor, parseInput.updateConsumer(params))),
  } satisfies Partial<Procedures>;
}
