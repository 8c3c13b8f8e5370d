import { Injectable } from '@nestjs/common';
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
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import {
  representCourier,
  representDelivery,
  representLocationPing,
  representPage,
} from './delivery.representation.ts';

/** What the one endpoint can be told to do with deliveries, their tracks and couriers. */
@Injectable()
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

  readonly procedures = {
    getDelivery: async (actor, params) =>
      representDelivery(await this.getDelivery.execute(actor, parseInput.getDelivery(params))),
    listDeliveries: async (actor, params) =>
      representPage(await this.listDeliveries.execute(actor, parseInput.listDeliveries(params)), representDelivery),
    getTrack: async (actor, params) =>
      representPage(await this.getTrack.execute(actor, parseInput.getTrack(params)), representLocationPing),
    assignCourier: async (actor, params) =>
      representDelivery(await this.assignCourier.execute(actor, parseInput.assignCourier(params))),
    notePickedUp: async (actor, params) =>
      representDelivery(await this.notePickedUp.execute(actor, parseInput.notePickedUp(params))),
    noteDelivered: async (actor, params) =>
      representDelivery(await this.noteDelivered.execute(actor, parseInput.noteDelivered(params))),
    reportLocation: async (actor, params) =>
      representLocationPing(await this.reportLocation.execute(actor, parseInput.reportLocation(params))),
    getCourier: async (actor, params) =>
      representCourier(await this.getCourier.execute(actor, parseInput.getCourier(params))),
    listCouriers: async (actor, params) =>
      representPage(await this.listCouriers.execute(actor, parseInput.listCouriers(params)), representCourier),
    setOnDuty: async (actor, params) =>
      representCourier(await this.setOnDuty.execute(actor, parseInput.setOnDuty(params))),
  } satisfies Partial<Procedures>;
}
