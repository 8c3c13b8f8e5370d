import { Injectable } from '@nestjs/common';
import {
  CancelOrder,
  GetOrder,
  GetOrderDetails,
  ListOrderHistory,
  ListOrders,
  PlaceOrder,
  ReviseOrder,
} from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import {
  representOrder,
  representOrderDetails,
  representOrderHistoryEntry,
  representPage,
} from './order.representation.ts';

/** What the one endpoint can be told to do with orders. */
@Injectable()
export class OrderController {
  constructor(
    private readonly getOrder: GetOrder,
    private readonly listOrders: ListOrders,
    private readonly getOrderDetails: GetOrderDetails,
    private readonly listOrderHistory: ListOrderHistory,
    private readonly placeOrder: PlaceOrder,
    private readonly reviseOrder: ReviseOrder,
    private readonly cancelOrder: CancelOrder,
  ) {}

  readonly procedures = {
    getOrder: async (actor, params) => representOrder(await this.getOrder.execute(actor, parseInput.getOrder(params))),
    listOrders: async (actor, params) =>
      representPage(await this.listOrders.execute(actor, parseInput.listOrders(params)), representOrder),
    getOrderDetails: async (actor, params) =>
      representOrderDetails(await this.getOrderDetails.execute(actor, parseInput.getOrderDetails(params))),
    listOrderHistory: async (actor, params) =>
      representPage(
        await this.listOrderHistory.execute(actor, parseInput.listOrderHistory(params)),
        representOrderHistoryEntry,
      ),
    placeOrder: async (actor, params) =>
      representOrder(await this.placeOrder.execute(actor, parseInput.placeOrder(params))),
    reviseOrder: async (actor, params) =>
      representOrder(await this.reviseOrder.execute(actor, parseInput.reviseOrder(params))),
    cancelOrder: async (actor, params) =>
      representOrder(await this.cancelOrder.execute(actor, parseInput.cancelOrder(params))),
  } satisfies Partial<Procedures>;
}
