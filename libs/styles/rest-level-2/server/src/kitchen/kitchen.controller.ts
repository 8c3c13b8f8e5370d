import { Body, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import {
  AcceptTicket,
  AcceptTickets,
  FinishPreparing,
  GetOrderDetails,
  GetTicket,
  ListTickets,
  RejectTicket,
  StartPreparing,
  type TicketView,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, makingsOf, optionalBody, readableBody, SignedInActor, tagOf, tagOfPage } from '@rungs/http';
import { parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, keyedBy, Level2, PRIVATE, saidBy, uris } from '../level.ts';
import { makingsWithOrder, orderBehind, representExpandedOrder } from '../order/expanded-order.ts';
import { Asked, type AskedList, Queried } from '../selection/asked-list.ts';
import type { Names } from '../selection/names.ts';
import { Expand, Selectable } from '../selection/selection.ts';
import { representPage, representTicket, representTicketAnswer } from './kitchen.representation.ts';

interface TicketParams extends Readonly<Record<string, string>> {
  readonly orderId: string;
}

/** Like an order's cancellation: each step of the kitchen is a thing of which a ticket has at most one. */
@Level2()
export class KitchenController {
  constructor(
    private readonly listTickets: ListTickets,
    private readonly getTicket: GetTicket,
    private readonly getOrderDetails: GetOrderDetails,
    private readonly acceptTicket: AcceptTicket,
    private readonly rejectTicket: RejectTicket,
    private readonly startPreparing: StartPreparing,
    private readonly finishPreparing: FinishPreparing,
    private readonly acceptTickets: AcceptTickets,
  ) {}

  @Get(uris.route('tickets'))
  @Selectable('listTickets')
  async tickets(
    @CurrentActor() actor: Actor,
    @Asked('listTickets') asked: AskedList<'listTickets'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.listTickets.execute(actor, asked.input);
    void reply.headers({ ...PRIVATE, ...asked.fieldsOf(page), etag: tagOfPage(page, makingsOf.ticket) });
    return () => representPage(page, representTicket);
  }

  @Queried(uris.route('tickets'), 'listTickets')
  searchTickets(
    @SignedInActor() actor: Actor,
    @Asked('listTickets') asked: AskedList<'listTickets'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.tickets(actor, asked, reply);
  }

  @Get(uris.route('ticket'))
  @Selectable('getTicket')
  async ticket(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Expand('getTicket') expand: Names,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [ticket, order] = await Promise.all([
      this.getTicket.execute(actor, parseInput.getTicket(params)),
      orderBehind(this.getOrderDetails, actor, params, expand),
    ]);
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsWithOrder(makingsOf.ticket(ticket), order)) });
    return () => ({ ...representTicket(ticket), ...(order && { order: representExpandedOrder(order) }) });
  }

  @Put(uris.route('acceptance'))
  async accept(
    @SignedInActor() actor: Actor,
    @Param() params: TicketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.acceptTicket, readableBody(body), params, saidBy(request));
    return answerStep(await this.acceptTicket.execute(actor, input), reply);
  }

  @Put(uris.route('rejection'))
  async reject(
    @SignedInActor() actor: Actor,
    @Param() params: TicketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.rejectTicket, readableBody(body), params, saidBy(request));
    return answerStep(await this.rejectTicket.execute(actor, input), reply);
  }

  @Put(uris.route('preparation'))
  async prepare(
    @SignedInActor() actor: Actor,
    @Param() params: TicketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.startPreparing, optionalBody(body), params, saidBy(request));
    return answerStep(await this.startPreparing.execute(actor, input), reply);
  }

  @Put(uris.route('readiness'))
  async finish(
    @SignedInActor() actor: Actor,
    @Param() params: TicketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.finishPreparing, optionalBody(body), params, saidBy(request));
    return answerStep(await this.finishPreparing.execute(actor, input), reply);
  }

  /**
   * Several at once, each on its own: 200 says that all were looked at, and each has a status in the body. So has each
   * its version there, since `If-Match` speaks of one thing only.
   */
  @Post(uris.route('ticketAcceptances'))
  @HttpCode(200)
  async acceptSeveral(@SignedInActor() actor: Actor, @Body() body: unknown, @Req() request: FastifyRequest) {
    const input = inputOf(parseInput.acceptTickets, readableBody(body), {}, keyedBy(request));
    const acceptances = await this.acceptTickets.execute(actor, input);
    return acceptances.map(representTicketAnswer);
  }
}

function answerStep(ticket: TicketView, reply: FastifyReply) {
  // RFC 9110 §8.7: the body is the ticket, not the step; §9.3.4: hence no ETag, which would be the latter's.
  void reply.headers({ 'content-location': uris.href('ticket', { orderId: ticket.orderId }) });
  return representTicket(ticket);
}
