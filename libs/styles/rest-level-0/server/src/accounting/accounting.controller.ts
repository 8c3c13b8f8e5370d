import { Injectable } from '@nestjs/common';
import { GetBill, RefundBill } from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representBill } from './accounting.representation.ts';

/** What the one endpoint can be told to do with bills. */
@Injectable()
export class AccountingController {
  constructor(
    private readonly getBill: GetBill,
    private readonly refundBill: RefundBill,
  ) {}

  readonly procedures = {
    getBill: async (actor, params) => representBill(await this.getBill.execute(actor, parseInput.getBill(params))),
    refundBill: async (actor, params) =>
      representBill(await this.refundBill.execute(actor, parseInput.refundBill(params))),
  } satisfies Partial<Procedures>;
}
