import type { OrderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';

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
}
