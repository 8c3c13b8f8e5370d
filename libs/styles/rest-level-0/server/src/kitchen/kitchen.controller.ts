import { Injectable } from '@nestjs/common';
import {
  AcceptTicket,
  AcceptTickets,
  FinishPreparing,
  GetTicket,
  ListTickets,
  RejectTicket,
  StartPreparing,
} from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representPage, representTicket, representTicketAcceptances } from './kitchen.representation.ts';

/** What the one endpoint can be told to do with kitchen tickets. */
@Injectable()
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

  readonly procedures = {
    getTicket: async (actor, params) =>
      representTicket(await this.getTicket.execute(actor, parseInput.getTicket(params))),
    listTickets: async (actor, params) =>
      representPage(await this.listTickets.execute(actor, parseInput.listTickets(params)), representTicket),
    acceptTicket: async (actor, params) =>
      representTicket(await this.acceptTicket.execute(actor, parseInput.acceptTicket(params))),
    rejectTicket: async (actor, params) =>
      representTicket(await this.rejectTicket.execute(actor, parseInput.rejectTicket(params))),
    startPreparing: async (actor, params) =>
      representTicket(await this.startPreparing.execute(actor, parseInput.startPreparing(params))),
    finishPreparing: async (actor, params) =>
      representTicket(await this.finishPreparing.execute(actor, parseInput.finishPreparing(params))),
    acceptTickets: async (actor, params) =>
      representTicketAcceptances(await this.acceptTickets.execute(actor, parseInput.acceptTickets(params))),
  } satisfies Partial<Procedures>;
}
