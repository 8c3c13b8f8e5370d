import { Body, Param } from '@nestjs/common';
import {
  AssignCourier,
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
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import {
  representCourier,
  representDelivery,
  representLocationPing,
  representPage,
} from './delivery.representation.ts';

/** Deliveries, their tracks and couriers, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class DeliveryController {
  constructor(
    private readonly getDelivery: GetDelivery,
    private readonly listDeliveries: ListDeliveries,
    private readonly getTrack: GetTrack,
    private readonly assignCourier: AssignCourier,
    private readonly notePickedUp: NotePickedUp,
    private readonly noteDelivered: NoteDelivered,
    private readonly reportLocation: ReportLocation,
    private readonly getCourier: GetCourier,
    private readonly listCouriers: ListCouriers,
    private readonly setOnDuty: SetOnDuty,
  ) {}

  @Resource('deliveries')
  deliveries(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'deliveries'>(body, ids, {
      listDeliveries: async (asked) =>
        representPage(
          await this.listDeliveries.execute(actor, asked.input(parseInput.listDeliveries)),
          representDelivery,
        ),
    });
  }

  @Resource('deliveries/:orderId')
  delivery(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'deliveries/:orderId'>(body, ids, {
      getDelivery: async (asked) =>
        representDelivery(await this.getDelivery.execute(actor, asked.input(parseInput.getDelivery))),
      assignCourier: async (asked) =>
        representDelivery(await this.assignCourier.execute(actor, asked.input(parseInput.assignCourier))),
      notePickedUp: async (asked) =>
        representDelivery(await this.notePickedUp.execute(actor, asked.input(parseInput.notePickedUp))),
      noteDelivered: async (asked) =>
        representDelivery(await this.noteDelivered.execute(actor, asked.input(parseInput.noteDelivered))),
    });
  }

  @Resource('deliveries/:orderId/track')
  track(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'deliveries/:orderId/track'>(body, ids, {
      getTrack: async (asked) =>
        representPage(await this.getTrack.execute(actor, asked.input(parseInput.getTrack)), representLocationPing),
      reportLocation: async (asked) =>
        representLocationPing(await this.reportLocation.execute(actor, asked.input(parseInput.reportLocation))),
    });
  }

  @Resource('couriers')
  couriers(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'couriers'>(body, ids, {
      listCouriers: async (asked) =>
        representPage(await this.listCouriers.execute(actor, asked.input(parseInput.listCouriers)), representCourier),
    });
  }

  @Resource('couriers/:courierId')
  courier(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'couriers/:courierId'>(body, ids, {
      getCourier: async (asked) =>
        representCourier(await this.getCourier.execute(actor, asked.input(parseInput.getCourier))),
      setOnDuty: async (asked) =>
        representCourier(await this.setOnDuty.execute(actor, asked.input(parseInput.setOnDuty))),
    });
  }
}
