import { Body, Param } from '@nestjs/common';
import { GetTicket } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import { representTicket } from './kitchen.representation.ts';

/** Kitchen tickets, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class KitchenController {
  constructor(private readonly getTicket: GetTicket) {}

  @Resource('tickets/:orderId')
  ticket(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'tickets/:orderId'>(body, ids, {
      getTicket: async (asked) =>
        representTicket(await this.getTicket.execute(actor, asked.input(parseInput.getTicket))),
    });
  }
}
