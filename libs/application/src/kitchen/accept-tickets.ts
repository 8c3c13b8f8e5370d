import { isRefusal, Refusal, refuseInvalid, type Actor } from '@rungs/domain';
import { fingerprintOf } from '../fingerprint.ts';
import type { AcceptTicketInput, InputOf, OutcomeOf, TicketAcceptance } from '../operations.ts';
import { takeStepWithin } from '../order/case-step.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { Clock } from '../ports/clock.ts';
import type { Transaction, UnitOfWork } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';
import { acceptance } from './acceptance.ts';

export const MAX_TICKETS = 50;

/** Several tickets in one request and one transaction, in the order given; a refused one hinders no other. */
export class AcceptTickets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: Unchecked<InputOf<'acceptTickets'>>): Promise<OutcomeOf<'acceptTickets'>> {
    signedIn(actor);
    return this.unitOfWork.run({
      actor,
      operation: 'acceptTickets',
      idempotencyKey: readableMembers(input).idempotencyKey,
      fingerprint: fingerprintOf(input),
      prepare: () => Promise.resolve(),
      work: async (transaction) => {
        if (actor.role !== 'restaurant') {
          throw new Refusal('forbidden', { operation: 'acceptTickets', role: actor.role });
        }
        const { tickets } = checked(input);
        if (tickets.length < 1 || tickets.length > MAX_TICKETS) {
          refuseInvalid([{ path: '/tickets', message: `must name 1 to ${MAX_TICKETS} tickets` }]);
        }
        await transaction.lockDispatch();
        const acceptances: TicketAcceptance[] = [];
        for (const ticket of tickets) acceptances.push(await this.acceptOne(transaction, actor, ticket));
        return acceptances;
      },
    });
  }

  private async acceptOne(transaction: Transaction, actor: Actor, input: AcceptTicketInput): Promise<TicketAcceptance> {
    const { orderId } = input;
    try {
      // Refused before anything is written, so that nothing need be taken back.
      return { orderId, ticket: await takeStepWithin(transaction, this.clock, actor, input, acceptance(this.clock)) };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { orderId, refusal: error.toData() };
    }
  }
}
