import { Body, Param } from '@nestjs/common';
import {
  CancelOrder,
  GetOrder,
  GetOrderDetails,
  ListOrderHistory,
  ListOrders,
  PlaceOrder,
  ReviseOrder,
} from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import {
  representOrder,
  representOrderDetails,
  representOrderHistoryEntry,
  representPage,
} from './order.representation.ts';

/** Orders, each at its own URI, which takes the actions that make sense there. */
@Level1()
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

  @Resource('consumers/:consumerId/order-history')
  history(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'consumers/:consumerId/order-history'>(body, ids, {
      listOrderHistory: async (asked) =>
        representPage(
          await this.listOrderHistory.execute(actor, asked.input(parseInput.listOrderHistory)),
          representOrderHistoryEntry,
        ),
    });
  }

  @Resource('orders')
  orders(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'orders'>(body, ids, {
      placeOrder: async (asked) =>
        representOrder(await this.placeOrder.execute(actor, asked.input(parseInput.placeOrder))),
      listOrders: async (asked) =>
        representPage(await this.listOrders.execute(actor, asked.input(parseInput.listOrders)), representOrder),
    });
  }

  @Resource('orders/:orderId')
  order(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'orders/:orderId'>(body, ids, {
      getOrder: async (asked) => representOrder(await this.getOrder.execute(actor, asked.input(parseInput.getOrder))),
      getOrderDetails: async (asked) =>
        representOrderDetails(await this.getOrderDetails.execute(actor, asked.input(parseInput.getOrderDetails))),
      reviseOrder: async (asked) =>
        representOrder(await this.reviseOrder.execute(actor, asked.input(parseInput.reviseOrder))),
      cancelOrder: async (asked) =>
        representOrder(await this.cancelOrder.execute(actor, asked.input(parseInput.cancelOrder))),
    });
  }

  @Resource('orders/:orderId/details')
  details(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'orders/:orderId/details'>(body, ids, {
      getOrderDetails: async (asked) =>
        representOrderDetails(await this.getOrderDetails.execute(actor, asked.input(parseInput.getOrderDetails))),
    });
  }
}
