import { Body, Param } from '@nestjs/common';
import {
  AcceptTicket,
  AcceptTickets,
  FinishPreparing,
  GetTicket,
  ListTickets,
  RejectTicket,
  StartPreparing,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import { representPage, representTicket, representTicketAcceptances } from './kitchen.representation.ts';

/** Kitchen tickets, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class KitchenController {
  constructor(
    private readonly getTicket: GetTicket,
    private readonly listTickets: ListTickets,
    private readonly acceptTicket: AcceptTicket,
    private readonly rejectTicket: RejectTicket,
    private readonly startPreparing: StartPreparing,
    private readonly finishPreparing: FinishPreparing,
    private readonly acceptTickets: AcceptTickets,
  ) {}

  @Resource('tickets')
  tickets(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'tickets'>(body, ids, {
      listTickets: async (asked) =>
        representPage(await this.listTickets.execute(actor, asked.input(parseInput.listTickets)), representTicket),
      acceptTickets: async (asked) =>
        representTicketAcceptances(await this.acceptTickets.execute(actor, asked.input(parseInput.acceptTickets))),
    });
  }

  @Resource('tickets/:orderId')
  ticket(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'tickets/:orderId'>(body, ids, {
      getTicket: async (asked) =>
        representTicket(await this.getTicket.execute(actor, asked.input(parseInput.getTicket))),
      acceptTicket: async (asked) =>
        representTicket(await this.acceptTicket.execute(actor, asked.input(parseInput.acceptTicket))),
      rejectTicket: async (asked) =>
        representTicket(await this.rejectTicket.execute(actor, asked.input(parseInput.rejectTicket))),
      startPreparing: async (asked) =>
        representTicket(await this.startPreparing.execute(actor, asked.input(parseInput.startPreparing))),
      finishPreparing: async (asked) =>
        representTicket(await this.finishPreparing.execute(actor, asked.input(parseInput.finishPreparing))),
    });
  }
}
