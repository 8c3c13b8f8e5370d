import { Body, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  AcceptTicket,
  AcceptTickets,
  FinishPreparing,
  GetTicket,
  ListTickets,
  MAX_TICKETS,
  RejectTicket,
  StartPreparing,
  type TicketView,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, linkHeader, makingsOf, optionalBody, pageLinks, readableBody, SignedInActor } from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BY_PREFERENCE, Embedding, ITEMS } from '../embedding.ts';
import { rowsAsked } from '../fields.ts';
import { parseForm } from '../forms.ts';
import { Level3, pageValidatorOf, PRIVATE, uris, validatorOf } from '../level.ts';
import {
  representAcceptances,
  representAcceptanceSheet,
  representTicket,
  representTickets,
} from './kitchen.representation.ts';

interface TicketParams extends Readonly<Record<string, string>> {
  readonly orderId: string;
}

/** Like an order's cancellation: each step of the kitchen is a thing of which a ticket has at most one. */
@Level3()
export class KitchenController {
  constructor(
    private readonly listTickets: ListTickets,
    private readonly getTicket: GetTicket,
    private readonly acceptTicket: AcceptTicket,
    private readonly rejectTicket: RejectTicket,
    private readonly startPreparing: StartPreparing,
    private readonly finishPreparing: FinishPreparing,
    private readonly acceptTickets: AcceptTickets,
  ) {}

  @Get(uris.route('tickets'))
  async tickets(
    @CurrentActor() actor: Actor,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.listTickets.execute(actor, parseInput.listTickets(membersFromTexts('listTickets', query)));
    const embedding = Embedding.askedBy(request, ITEMS).heeded(reply);
    void reply.headers({
      ...PRIVATE,
      ...BY_PREFERENCE,
      etag: pageValidatorOf(actor, page, makingsOf.ticket, ...embedding.relations),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representTickets(page, request.url, actor, embedding);
  }

  @Get(uris.route('ticket'))
  async ticket(@CurrentActor() actor: Actor, @Param() params: object, @Res({ passthrough: true }) reply: FastifyReply) {
    const ticket = await this.getTicket.execute(actor, parseInput.getTicket(params));
    void reply.headers({ ...PRIVATE, etag: validatorOf(actor, makingsOf.ticket(ticket), ticket) });
    return () => representTicket(ticket);
  }

  @Put(uris.route('acceptance'))
  async accept(
    @SignedInActor() actor: Actor,
    @Param() params: TicketParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('acceptTicket', readableBody(body), params, request);
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
    const input = parseForm('rejectTicket', readableBody(body), params, request);
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
    const input = parseForm('startPreparing', optionalBody(body), params, request);
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
    const input = parseForm('finishPreparing', optionalBody(body), params, request);
    return answerStep(await this.finishPreparing.execute(actor, input), reply);
  }

  @Get(uris.route('acceptanceSheet'))
  sheet(
    @CurrentActor() actor: Actor,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.headers(PRIVATE);
    return () => representAcceptanceSheet(request.url, rowsAsked(query, MAX_TICKETS), actor);
  }

  /**
   * Several at once, each on its own: 200 says that all were looked at, and each has a status in the body. So has each
   * its version there, since `If-Match` speaks of one thing only.
   */
  @Post(uris.route('ticketAcceptances'))
  @HttpCode(200)
  async acceptSeveral(@SignedInActor() actor: Actor, @Body() body: unknown, @Req() request: FastifyRequest) {
    const input = parseForm('acceptTickets', readableBody(body), {}, request);
    return representAcceptances(await this.acceptTickets.execute(actor, input));
  }
}

function answerStep(ticket: TicketView, reply: FastifyReply) {
  // RFC 9110 §8.7: the body is the ticket, not the step; §9.3.4: hence no ETag, which would be the latter's.
  void reply.headers({ 'content-location': uris.href('ticket', { orderId: ticket.orderId }) });
  return representTicket(ticket);
}
