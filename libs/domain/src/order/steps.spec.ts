import { describe, expect, it } from 'vitest';
import { ORDER_STATES } from './order.ts';
import { allowsStep, STEPS, type CaseStates, type StepName } from './steps.ts';

const states = (changed: Partial<CaseStates>): CaseStates => ({
  orderState: 'APPROVED',
  ticketState: 'AWAITING_ACCEPTANCE',
  deliveryState: 'PENDING',
  paymentState: 'AUTHORIZED',
  ...changed,
});

describe('the table of steps', () => {
  // Written out from the page that defines the life cycles, not derived from the table.
  it.each<[StepName, readonly string[]]>([
    ['acceptTicket', ['APPROVED']],
    ['rejectTicket', ['APPROVED']],
    ['startPreparing', ['ACCEPTED']],
    ['finishPreparing', ['PREPARING']],
    ['notePickedUp', ['READY_FOR_PICKUP']],
    ['noteDelivered', ['PICKED_UP']],
    ['reviseOrder', ['APPROVED']],
    ['cancelOrder', ['APPROVED', 'ACCEPTED']],
  ])('allows %s while the order is %j only', (step, from) => {
    const allowed = ORDER_STATES.filter((orderState) =>
      allowsStep(states({ orderState, deliveryState: 'SCHEDULED' }), step),
    );
    expect(allowed).toEqual(from);
  });

  it('assigns a courier to a waiting delivery of an accepted order only', () => {
    expect(allowsStep(states({ orderState: 'PREPARING' }), 'assignCourier')).toBe(true);
    expect(allowsStep(states({ orderState: 'PREPARING', deliveryState: 'SCHEDULED' }), 'assignCourier')).toBe(false);
    expect(allowsStep(states({}), 'assignCourier')).toBe(false);
  });

  it('refunds what is captured and not yet given back', () => {
    const delivered = { orderState: 'DELIVERED', deliveryState: 'DELIVERED' } as const;
    const refundable = (['AUTHORIZED', 'CAPTURED', 'VOIDED', 'PARTLY_REFUNDED', 'REFUNDED'] as const).filter(
      (paymentState) => allowsStep(states({ ...delivered, paymentState }), 'refundBill'),
    );
    expect(refundable).toEqual(['CAPTURED', 'PARTLY_REFUNDED']);
  });

  it('gives every step to at least one role', () => {
    for (const { by } of Object.values(STEPS)) expect(by.length).toBeGreaterThan(0);
  });
});
