import { Injectable } from '@nestjs/common';
import { GetTicket } from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representTicket } from './kitchen.representation.ts';

/** What the one endpoint can be told to do with kitchen tickets. */
@Injectable()
export class KitchenController {
  constructor(private readonly getTicket: GetTicket) {}

  readonly procedures = {
    getTicket: async (actor, params) =>
      representTicket(await this.getTicket.execute(actor, parseInput.getTicket(params))),
  } satisfies Partial<Procedures>;
}
