import { Injectable } from '@nestjs/common';
import { GetBill } from '@rungs/application';
import { parseInput } from '@rungs/json';
import type { Procedures } from '../procedures.ts';
import { representBill } from './accounting.representation.ts';

/** What the one endpoint can be told to do with bills. */
@Injectable()
export class AccountingController {
  constructor(private readonly getBill: GetBill) {}

  readonly procedures = {
    getBill: async (actor, params) => representBill(await this.getBill.execute(actor, parseInput.getBill(params))),
  } satisfies Partial<Procedures>;
}
