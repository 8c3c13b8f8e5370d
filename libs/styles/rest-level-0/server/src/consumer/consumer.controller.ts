import { Injectable } from '@nestjs/common';
import { GetConsumer } from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representConsumer } from './consumer.representation.ts';

/** What the one endpoint can be told to do with consumers. */
@Injectable()
export class ConsumerController {
  constructor(private readonly getConsumer: GetConsumer) {}

  readonly procedures = {
    getConsumer: async (actor, params) =>
      representConsumer(await this.getConsumer.execute(actor, parseInput.getConsumer(params))),
  } satisfies Partial<Procedures>;
}
