import { ORDER_STATES } from '@rungs/domain';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../demo.ts';
import type { CaseFacts } from '../ports/reads.ts';
import { actionsFor, seesDelivery, seesOrder } from './order-case.policy.ts';

const facts: CaseFacts = {
  orderId: 'o',
  consumerId: PERSONAS.ann.consumerId,
  restaurantId: PERSONAS.luigi.restaurantId,
  orderState: 'APPROVED',
  ticketState: 'AWAITING_ACCEPTANCE',
  deliveryState: 'PENDING',
  paymentState: 'AUTHORIZED',
};

describe('what may be done with an order', () => {
  it('offers the cancel to its consumer and to support, while APPROVED or ACCEPTED, and to nobody else', () => {
    for (const orderState of ORDER_STATES) {
      const offered = orderState === 'APPROVED' || orderState === 'ACCEPTED';
      for (const actor of [PERSONAS.ann, PERSONAS.sam]) {
        expect(actionsFor({ ...facts, orderState }, actor).includes('cancelOrder')).toBe(offered);
      }
      for (const actor of [PERSONAS.bob, PERSONAS.luigi, PERSONAS.mei, PERSONAS.dana]) {
        expect(actionsFor({ ...facts, orderState }, actor)).not.toContain('cancelOrder');
      }
    }
  });
});

describe('what a courier sees', () => {
  const { courierId } = PERSONAS.dana;

  it('is the order of the current delivery only, but past deliveries too', () => {
    expect(seesOrder({ ...facts, courierId, deliveryState: 'PICKED_UP' }, PERSONAS.dana)).toBe(true);
    expect(seesOrder({ ...facts, courierId, deliveryState: 'DELIVERED' }, PERSONAS.dana)).toBe(false);
    expect(seesDelivery({ ...facts, courierId, deliveryState: 'DELIVERED' }, PERSONAS.dana)).toBe(true);
    expect(seesDelivery(facts, PERSONAS.dana)).toBe(false);
  });
});
