import { Body, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  AssignCourier,
  type DeliveryView,
  GetCourier,
  GetDelivery,
  GetOrderDetails,
  GetTrack,
  ListCouriers,
  ListDeliveries,
  NoteDelivered,
  NotePickedUp,
  ReportLocation,
  SetOnDuty,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import {
  CurrentActor,
  linkHeader,
  makingsOf,
  optionalBody,
  pageLinks,
  readableBody,
  SignedInActor,
  tagOf,
  tagOfPage,
} from '@rungs/http';
import { membersFromTexts, parseInput } from '@rungs/json';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, keyedBy, Level2, PRIVATE, saidBy, uris } from '../level.ts';
import { makingsWithOrder, orderBehind, representExpandedOrder } from '../order/expanded-order.ts';
import { Asked, type AskedList, Queried } from '../selection/asked-list.ts';
import type { Names } from '../selection/names.ts';
import { Expand, Selectable } from '../selection/selection.ts';
import {
  representCourier,
  representDelivery,
  representLocationPing,
  representPage,
} from './delivery.representation.ts';

interface DeliveryParams extends Readonly<Record<string, string>> {
  readonly orderId: string;
}
interface CourierParams extends Readonly<Record<string, string>> {
  readonly courierId: string;
}

@Level2()
export class DeliveryController {
  constructor(
    private readonly listDeliveries: ListDeliveries,
    private readonly getDelivery: GetDelivery,
    private readonly getOrderDetails: GetOrderDetails,
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
  @Selectable('listDeliveries')
  async deliveries(
    @CurrentActor() actor: Actor,
    @Asked('listDeliveries') asked: AskedList<'listDeliveries'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.listDeliveries.execute(actor, asked.input);
    void reply.headers({ ...PRIVATE, ...asked.fieldsOf(page), etag: tagOfPage(page, makingsOf.delivery) });
    return () => representPage(page, representDelivery);
  }

  @Queried(uris.route('deliveries'), 'listDeliveries')
  searchDeliveries(
    @SignedInActor() actor: Actor,
    @Asked('listDeliveries') asked: AskedList<'listDeliveries'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.deliveries(actor, asked, reply);
  }

  @Get(uris.route('delivery'))
  @Selectable('getDelivery')
  async delivery(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Expand('getDelivery') expand: Names,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [delivery, order] = await Promise.all([
      this.getDelivery.execute(actor, parseInput.getDelivery(params)),
      orderBehind(this.getOrderDetails, actor, params, expand),
    ]);
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsWithOrder(makingsOf.delivery(delivery), order)) });
    return () => ({ ...representDelivery(delivery), ...(order && { order: representExpandedOrder(order) }) });
  }

  /** Whoever names no courier asks for the nearest free one: the body may be left out. */
  @Put(uris.route('courierAssignment'))
  async assign(
    @SignedInActor() actor: Actor,
    @Param() params: DeliveryParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.assignCourier, optionalBody(body), params, saidBy(request));
    return answerStep(await this.assignCourier.execute(actor, input), reply);
  }

  @Put(uris.route('pickup'))
  async pickUp(
    @SignedInActor() actor: Actor,
    @Param() params: DeliveryParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.notePickedUp, optionalBody(body), params, saidBy(request));
    return answerStep(await this.notePickedUp.execute(actor, input), reply);
  }

  @Put(uris.route('dropoff'))
  async dropOff(
    @SignedInActor() actor: Actor,
    @Param() params: DeliveryParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.noteDelivered, optionalBody(body), params, saidBy(request));
    return answerStep(await this.noteDelivered.execute(actor, input), reply);
  }

  @Get(uris.route('track'))
  @Selectable('getTrack')
  async track(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.getTrack.execute(
      actor,
      parseInput.getTrack({ ...membersFromTexts('getTrack', query), ...params }),
    );
    void reply.headers({
      ...PRIVATE,
      etag: tagOfPage(page, makingsOf.locationPing),
      link: linkHeader(pageLinks(request.url, page)),
    });
    return () => representPage(page, representLocationPing);
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
    const input = inputOf(parseInput.reportLocation, readableBody(body), params, keyedBy(request));
    return representLocationPing(await this.reportLocation.execute(actor, input));
  }

  @Get(uris.route('couriers'))
  @Selectable('listCouriers')
  async couriers(
    @CurrentActor() actor: Actor,
    @Asked('listCouriers') asked: AskedList<'listCouriers'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.listCouriers.execute(actor, asked.input);
    void reply.headers({ ...PRIVATE, ...asked.fieldsOf(page), etag: tagOfPage(page, makingsOf.courier) });
    return () => representPage(page, representCourier);
  }

  @Queried(uris.route('couriers'), 'listCouriers')
  searchCouriers(
    @SignedInActor() actor: Actor,
    @Asked('listCouriers') asked: AskedList<'listCouriers'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.couriers(actor, asked, reply);
  }

  @Get(uris.route('courier'))
  @Selectable('getCourier')
  async courier(
    @CurrentActor() actor: Actor,
    @Param() params: object,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const courier = await this.getCourier.execute(actor, parseInput.getCourier(params));
    void reply.headers({ ...PRIVATE, etag: tagOf(makingsOf.courier(courier)) });
    return () => representCourier(courier);
  }

  @Put(uris.route('duty'))
  async setDuty(
    @SignedInActor() actor: Actor,
    @Param() params: CourierParams,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const input = inputOf(parseInput.setOnDuty, readableBody(body), params, saidBy(request));
    const courier = await this.setOnDuty.execute(actor, input);
    void reply.headers({ 'content-location': uris.href('courier', { courierId: courier.id }) });
    return representCourier(courier);
  }
}

function answerStep(delivery: DeliveryView, reply: FastifyReply) {
  // RFC 9110 §8.7: the body is the delivery, not the step; §9.3.4: hence no ETag, which would be the latter's.
  void reply.headers({ 'content-location': uris.href('delivery', { orderId: delivery.orderId }) });
  return representDelivery(delivery);
}
