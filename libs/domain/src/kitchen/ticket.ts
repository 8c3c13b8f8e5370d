import type { OrderId } from '../identifiers.ts';
import { epochMsOf, instantOf, type Instant } from '../instant.ts';
import { Refusal } from '../refusal.ts';

export const TICKET_STATES = [
  'AWAITING_ACCEPTANCE',
  'ACCEPTED',
  'PREPARING',
  'READY_FOR_PICKUP',
  'PICKED_UP',
  'REJECTED',
  'CANCELLED',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export interface Ticket {
  readonly orderId: OrderId;
  readonly version: number;
  readonly state: TicketState;
  readonly readyBy?: Instant;
  readonly acceptedAt?: Instant;
  readonly preparingAt?: Instant;
  readonly readyAt?: Instant;
  /** Why the restaurant would not cook it. */
  readonly rejectionReason?: string;
}

export const MAX_REASON_CHARACTERS = 500;
const DAY_MS = 24 * 60 * 60_000;

/** Refuses a time by which no food can be promised: past, or more than 24 hours ahead. */
export function requireReadyBy(readyBy: Instant, now: Instant): void {
  const latest = instantOf(epochMsOf(now) + DAY_MS);
  if (readyBy < now || readyBy > latest) throw new Refusal('ready-by-out-of-range', { earliest: now, latest });
}
