import type { Order, Ticket, TicketState } from '@rungs/domain';
import {
  expectValid,
  expectVersion,
  firstPage,
  long,
  ModelRefusal,
  refuse,
  SAID_BY_SERVER,
  whole,
  type AnswerOf,
  type ModelCase,
} from './model-state.ts';
import { give, nearestFree } from './model-dispatch.ts';
import { oldestFirst } from './model-orders.ts';
import { casesSeen, find, findToChange } from './model-sight.ts';

// The kitchen: tickets accepted, rejected, cooked.

const DAY_MS = 24 * 60 * 60_000;

function become(held: ModelCase, state: Order['state'] & TicketState, more: Partial<Ticket>): void {
  held.order = { ...held.order, version: held.order.version + 1, state };
  held.ticket = { ...held.ticket, version: held.ticket.version + 1, state, ...more };
}

/** The answer after a step; when it was taken only the server can say. */
function taken(held: ModelCase, at: 'acceptedAt' | 'preparingAt' | 'readyAt') {
  return {
    outcome: held.ticket,
    adopt: (said: Ticket) => {
      held.ticket = { ...held.ticket, [at]: said[at] };
    },
  };
}

const getTicket: AnswerOf<'getTicket'> = (state, actor, { orderId }) => ({
  outcome: find(state, actor, 'ticket', orderId).ticket,
});

const listTickets: AnswerOf<'listTickets'> = (state, actor, { limit, restaurantId, states }) => {
  const listed = casesSeen(state, 'ticket', actor)
    .filter(({ order }) => restaurantId === undefined || order.restaurantId === restaurantId)
    .filter(({ ticket }) => states === undefined || states.includes(ticket.state))
    .sort(oldestFirst);
  return firstPage(
    listed.map(({ ticket }) => ticket),
    limit,
  );
};

const acceptTicket: AnswerOf<'acceptTicket'> = (state, actor, { orderId, expectedVersion, readyBy }) => {
  const held = findToChange(state, actor, 'ticket', orderId, 'restaurant');
  const readyMs = Date.parse(readyBy);
  const { ticket } = held;
  if (ticket.state === 'ACCEPTED' && Date.parse(ticket.readyBy ?? '') === readyMs) {
    return { outcome: ticket, again: true };
  }
  if (held.order.state !== 'APPROVED') refuse('ticket-not-acceptable');
  expectVersion(expectedVersion, ticket);
  const nowMs = Date.now();
  if (readyMs < nowMs || readyMs > nowMs + DAY_MS) refuse('ready-by-out-of-range');
  become(held, 'ACCEPTED', { readyBy: new Date(readyMs).toISOString(), acceptedAt: SAID_BY_SERVER });
  const courier = nearestFree(state, held);
  if (courier) give(state, held, courier);
  return taken(held, 'acceptedAt');
};

const rejectTicket: AnswerOf<'rejectTicket'> = (state, actor, { orderId, expectedVersion, reason }) => {
  const held = findToChange(state, actor, 'ticket', orderId, 'restaurant');
  const { order, ticket, delivery, bill } = held;
  if (ticket.state === 'REJECTED' && ticket.rejectionReason === reason) return { outcome: ticket, again: true };
  if (order.state !== 'APPROVED') refuse('ticket-not-rejectable');
  expectVersion(expectedVersion, ticket);
  expectValid({ '/reason': long(reason, 1, 500) });
  become(held, 'REJECTED', { rejectionReason: reason });
  held.delivery = { ...delivery, version: delivery.version + 1, state: 'CANCELLED' };
  held.bill = { ...bill, paymentState: 'VOIDED' };
  return { outcome: held.ticket };
};

const startPreparing: AnswerOf<'startPreparing'> = (state, actor, { orderId, expectedVersion }) => {
  const held = findToChange(state, actor, 'ticket', orderId, 'restaurant');
  if (held.ticket.state === 'PREPARING') return { outcome: held.ticket, again: true };
  if (held.order.state !== 'ACCEPTED') refuse('preparation-not-startable');
  expectVersion(expectedVersion, held.ticket);
  become(held, 'PREPARING', { preparingAt: SAID_BY_SERVER });
  return taken(held, 'preparingAt');
};

const finishPreparing: AnswerOf<'finishPreparing'> = (state, actor, { orderId, expectedVersion }) => {
  const held = findToChange(state, actor, 'ticket', orderId, 'restaurant');
  if (held.ticket.state === 'READY_FOR_PICKUP') return { outcome: held.ticket, again: true };
  if (held.order.state !== 'PREPARING') refuse('preparation-not-finishable');
  expectVersion(expectedVersion, held.ticket);
  become(held, 'READY_FOR_PICKUP', { readyAt: SAID_BY_SERVER });
  return taken(held, 'readyAt');
};

type Acceptance = { readonly orderId: string; readonly ticket?: Ticket };

const acceptTickets: AnswerOf<'acceptTickets'> = (state, actor, { tickets }) => {
  if (actor.role !== 'restaurant') return refuse('forbidden');
  expectValid({ '/tickets': whole(tickets.length, 1, 50) });
  const each = tickets.map((asked) => {
    const { orderId } = asked;
    try {
      const { outcome, ...more } = acceptTicket(state, actor, asked);
      return { shown: { orderId, ticket: outcome }, ...more };
    } catch (error) {
      if (error instanceof ModelRefusal) return { shown: { orderId, refusal: error.shape } };
      throw error;
    }
  });
  return {
    outcome: each.map(({ shown }) => shown),
    adopt: (said: readonly Acceptance[]) =>
      each.forEach((one, at) => {
        if ('adopt' in one) one.adopt?.(said[at]?.ticket);
      }),
  };
};

export const KITCHEN_ANSWERS = {
  getTicket,
  listTickets,
  acceptTicket,
  rejectTicket,
  startPreparing,
  finishPreparing,
  acceptTickets,
};
