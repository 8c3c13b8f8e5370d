import { acceptCase, requireReadyBy } from '@rungs/domain';
import { withNearestCourier } from '../delivery/dispatch.ts';
import type { AcceptTicketInput } from '../operations.ts';
import { TICKET, type CaseStep } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { TicketView } from '../views.ts';

/** Accepting, alone or with others: the nearest free courier gets the delivery; with none free it waits. */
export function acceptance(clock: Clock): CaseStep<AcceptTicketInput, TicketView> {
  return {
    name: 'acceptTicket',
    on: TICKET,
    dispatches: true,
    holds: ({ ticket }, { readyBy }) => ticket.state === 'ACCEPTED' && ticket.readyBy === readyBy,
    change: async (held, { readyBy }, transaction) => {
      const now = clock.now();
      requireReadyBy(readyBy, now);
      const accepted = acceptCase(held, readyBy, now);
      return (await withNearestCourier(transaction, accepted)) ?? accepted;
    },
  };
}
