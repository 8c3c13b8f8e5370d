import { Body, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  AssignCourier,
  type DeliveryView,
  GetCourier,
  GetDelivery,
  GetTrack,
  ListCouriers,
  ListDeliveries,
  NoteDelivered,
  NotePickedUp,
  ReportLocation,
  SetOnDuty,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor, linkHeader, makingsOf, optionalBody, pageLinks, readableBody, SignedInActor } from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BY_PREFERENCE, Embedding, ITEMS } from '../embedding.ts';
import { parseForm } from '../forms.ts';
import { Level3, pageValidatorOf, PRIVATE, uris, validatorOf } from '../level.ts';
import {
  representCourier,
  representCouriers,
  representDeliveries,
  representDelivery,
  representLocationPing,
  representTrack,
} from './delivery.representation.ts';

interface DeliveryParams extends Readonly<Record<string, string>> {
  readonly orderId: string;
}
interface CourierParams extends Readonly<Record<string, string>> {
  readonly courierId: string;
}

@Level3()
export class DeliveryController {
  constructor(
    private readonly listDeliveries: ListDeliveries,
    private readonly getDelivery: GetDelivery,
    private readonly assignCourier: AssignCourier,
    private readonly notePickedUp: NotePickedUp,
    private readonly noteDelivered: NoteDelivered,
    private readonly getTrack: GetTrack,
    private readonly reportLocation: ReportLocation,
    private readonly listCouriers: ListCouriers,
    private readonly getCourier: GetCourier,
    private readonly setOnDuty: SetOnDuty,
  ) {}

  @Get(uris.route('deliveries'))
  async deliveries(
    @CurrentActor() actor: Actor,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseInput.listDeliveries(membersFromTexts('listDeliveries', query));
    const page = await this.listDeliveries.execute(actor, input);
    const embedding = Embedding.askedBy(request, ITEMS).heeded(reply);
    void reply.headers({
      ...PRIVATE,
      ...BY_PREFERENCE,
      etag: pageValidatorOf(actor, page, makingsOf.delivery, ...embedding.relations),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representDeliveries(page, request.url, actor, embedding);
  }

  @Get(uris.route('delivery'))
  async delivery(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const delivery = await this.getDelivery.execute(actor, parseInput.getDelivery(params));
    void reply.headers({ ...PRIVATE, etag: validatorOf(actor, makingsOf.delivery(delivery), delivery) });
    return () => representDelivery(delivery, actor);
  }

  @Put(uris.route('courierAssignment'))
  async assign(
    @SignedInActor() actor: Actor,
    @Param() params: DeliveryParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('assignCourier', optionalBody(body), params, request);
    return answerStep(await this.assignCourier.execute(actor, input), actor, reply);
  }

  @Put(uris.route('pickup'))
  async pickUp(
    @SignedInActor() actor: Actor,
    @Param() params: DeliveryParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('notePickedUp', optionalBody(body), params, request);
    return answerStep(await this.notePickedUp.execute(actor, input), actor, reply);
  }

  @Put(uris.route('dropoff'))
  async dropOff(
    @SignedInActor() actor: Actor,
    @Param() params: DeliveryParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('noteDelivered', optionalBody(body), params, request);
    return answerStep(await this.noteDelivered.execute(actor, input), actor, reply);
  }

  @Get(uris.route('track'))
  async track(
    @CurrentActor() actor: Actor,
    @Param() params: DeliveryParams,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = { ...membersFromTexts('getTrack', query), ...params };
    const page = await this.getTrack.execute(actor, parseInput.getTrack(input));
    void reply.headers({
      ...PRIVATE,
      etag: pageValidatorOf(actor, page, makingsOf.locationPing),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representTrack(page, request.url, params.orderId);
  }

  /** Adds to the track. A ping has no address of its own, hence 200 and not 201. */
  @Post(uris.route('track'))
  @HttpCode(200)
  async report(
    @SignedInActor() actor: Actor,
    @Param() params: DeliveryParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ) {
    const input = parseForm('reportLocation', readableBody(body), params, request);
    return representLocationPing(await this.reportLocation.execute(actor, input), params.orderId);
  }

  @Get(uris.route('couriers'))
  async couriers(
    @CurrentActor() actor: Actor,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseInput.listCouriers(membersFromTexts('listCouriers', query));
    const page = await this.listCouriers.execute(actor, input);
    const embedding = Embedding.askedBy(request, ITEMS).heeded(reply);
    void reply.headers({
      ...PRIVATE,
      ...BY_PREFERENCE,
      etag: pageValidatorOf(actor, page, makingsOf.courier, ...embedding.relations),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representCouriers(page, request.url, actor, embedding);
  }

  @Get(uris.route('courier'))
  async courier(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const courier = await this.getCourier.execute(actor, parseInput.getCourier(params));
    void reply.headers({ ...PRIVATE, etag: validatorOf(actor, makingsOf.courier(courier), courier) });
    return () => representCourier(courier, actor);
  }

  @Put(uris.route('duty'))
  async setDuty(
    @SignedInActor() actor: Actor,
    @Param() params: CourierParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = parseForm('setOnDuty', readableBody(body), params, request);
    const courier = await this.setOnDuty.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('courier', { courierId: courier.id }) });
    return representCourier(courier, actor);
  }
}

function answerStep(delivery: DeliveryView, actor: Actor, reply: FastifyReply) {
  // RFC 9110 §8.7: the body is the delivery, not the step; §9.3.4: hence no ETag, which would be the latter's.
  void reply.headers({ 'content-location': uris.href('delivery', { orderId: delivery.orderId }) });
  return representDelivery(delivery, actor);
}
