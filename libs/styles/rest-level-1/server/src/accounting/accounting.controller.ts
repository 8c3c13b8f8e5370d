import { Body, Param } from '@nestjs/common';
import { GetBill, RefundBill } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { CurrentActor } from '@rungs/http';
import { parseInput } from '@rungs/json';
import { perform, type UriIds } from '../action.ts';
import { Level1, Resource } from '../level.ts';
import { representBill } from './accounting.representation.ts';

/** Bills, each at its own URI, which takes the actions that make sense there. */
@Level1()
export class AccountingController {
  constructor(
    private readonly getBill: GetBill,
    private readonly refundBill: RefundBill,
  ) {}

  @Resource('orders/:orderId/bill')
  bill(@CurrentActor() actor: Actor, @Param() ids: UriIds, @Body() body: unknown) {
    return perform<'orders/:orderId/bill'>(body, ids, {
      getBill: async (asked) => representBill(await this.getBill.execute(actor, asked.input(parseInput.getBill))),
      refundBill: async (asked) =>
        representBill(await this.refundBill.execute(actor, asked.input(parseInput.refundBill))),
    });
  }
}
