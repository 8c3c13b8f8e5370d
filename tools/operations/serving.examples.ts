import { BOBS_ORDER, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { example, type Chapter } from './example.ts';
import { LUIGIS_DOOR } from './restaurant.examples.ts';
import { number, text } from './variables.ts';

const { courierId } = PERSONAS.dana;
const { restaurantId } = PERSONAS.luigi;
const dana = { courierId };

const key = { idempotencyKey: text('$guid') };
const underWay = { orderId: DEMO_ORDERS.PICKED_UP };
const waiting = { orderId: DEMO_ORDERS.PREPARING };
/** What ann's basket became. */
const ordered = { orderId: text('orderId') };

export const ON_THE_ROAD: Chapter = {
  context: 'delivery',
  title: 'what is on the road already',
  examples: [
    example('getDelivery', 'dana', 'hers, on its way', underWay, {
      saves: { deliveryVersion: 'version' },
      shows: { state: 'PICKED_UP', courierId },
    }),
    example(
      'listDeliveries',
      'dana',
      'those that she has made, newest first',
      { courierId, states: ['DELIVERED'], limit: 5 },
      { shows: { 'items.0.state': 'DELIVERED' } },
    ),
    example('getCourier', 'dana', 'dana sees all of herself', dana, {
      saves: { courierVersion: 'version' },
      shows: { name: 'Dana Ferri', currentDeliveryId: DEMO_ORDERS.PICKED_UP },
    }),
    example('listCouriers', 'sam', 'who is on duty', { onDuty: true, limit: 5 }, { shows: { 'items.0.onDuty': true } }),
    example(
      'setOnDuty',
      'dana',
      'with a delivery in her hands nobody goes home',
      { courierId, onDuty: false, expectedVersion: number('courierVersion'), ...key },
      { refused: 'courier-busy' },
    ),
    example('getDelivery', 'sam', 'one that waits for a courier', waiting, {
      saves: { waitingVersion: 'version' },
      shows: { state: 'PENDING' },
    }),
    example(
      'assignCourier',
      'sam',
      'dana has one to make',
      { ...waiting, courierId, expectedVersion: number('waitingVersion'), ...key },
      { refused: 'courier-unavailable' },
    ),
    example(
      'assignCourier',
      'sam',
      'whoever is free and nearest',
      { ...waiting, expectedVersion: number('waitingVersion'), ...key },
      { shows: { state: 'SCHEDULED' } },
    ),
    example(
      'reportLocation',
      'dana',
      "she passes luigi's door",
      { ...underWay, ...LUIGIS_DOOR, at: text('now'), ...key },
      { shows: { lat: LUIGIS_DOOR.lat } },
    ),
    example(
      'getTrack',
      'ann',
      'where her dinner has been',
      { ...underWay, limit: 10 },
      {
        shows: { 'items.6.lat': LUIGIS_DOOR.lat },
      },
    ),
    example(
      'noteDelivered',
      'dana',
      'handed over; the payment is captured',
      { ...underWay, expectedVersion: number('deliveryVersion'), ...key },
      { shows: { state: 'DELIVERED' } },
    ),
    example('getCourier', 'dana', 'and is free', dana, {
      saves: { courierVersion: 'version' },
      shows: { onDuty: true },
    }),
    example(
      'setOnDuty',
      'dana',
      'a break',
      { courierId, onDuty: false, expectedVersion: number('courierVersion'), ...key },
      { saves: { courierVersion: 'version' }, shows: { onDuty: false } },
    ),
    example(
      'setOnDuty',
      'dana',
      'and on again',
      { courierId, onDuty: true, expectedVersion: number('courierVersion'), ...key },
      { shows: { onDuty: true } },
    ),
  ],
};

export const KITCHEN: Chapter = {
  context: 'kitchen',
  title: 'kitchen',
  examples: [
    example(
      'listTickets',
      'luigi',
      'what waits for an answer, oldest first',
      { restaurantId, states: ['AWAITING_ACCEPTANCE'], limit: 5 },
      { shows: { 'items.0.state': 'AWAITING_ACCEPTANCE' } },
    ),
    example('getTicket', 'luigi', "that of ann's order", ordered, {
      saves: { ticketVersion: 'version' },
      shows: { state: 'AWAITING_ACCEPTANCE' },
    }),
    example('getTicket', 'mei', 'no business of another kitchen', ordered, { refused: 'ticket-not-found' }),
    example(
      'acceptTicket',
      'luigi',
      'nothing gets ready in the past',
      { ...ordered, readyBy: '2026-01-01T12:00:00.000Z', expectedVersion: number('ticketVersion'), ...key },
      { refused: 'ready-by-out-of-range' },
    ),
    example(
      'acceptTicket',
      'luigi',
      'in half an hour; dana, who is nearest, gets the delivery',
      { ...ordered, readyBy: text('readyBy'), expectedVersion: number('ticketVersion'), ...key },
      { saves: { ticketVersion: 'version' }, shows: { state: 'ACCEPTED' } },
    ),
    example(
      'startPreparing',
      'luigi',
      'on the stove',
      { ...ordered, expectedVersion: number('ticketVersion'), ...key },
      { saves: { ticketVersion: 'version' }, shows: { state: 'PREPARING' } },
    ),
    example(
      'finishPreparing',
      'luigi',
      'in the bag',
      { ...ordered, expectedVersion: number('ticketVersion'), ...key },
      { shows: { state: 'READY_FOR_PICKUP' } },
    ),
    example(
      'finishPreparing',
      'luigi',
      'what nobody began cannot be ready',
      { orderId: DEMO_ORDERS.ACCEPTED, expectedVersion: 2, ...key },
      { refused: 'preparation-not-finishable' },
    ),
    example(
      'getTicket',
      'mei',
      "that of bob's order",
      { orderId: BOBS_ORDER },
      { saves: { bobsTicketVersion: 'version' } },
    ),
    example(
      'rejectTicket',
      'mei',
      'no flour left',
      {
        orderId: BOBS_ORDER,
        reason: 'We have run out of flour.',
        expectedVersion: number('bobsTicketVersion'),
        ...key,
      },
      { shows: { state: 'REJECTED', rejectionReason: 'We have run out of flour.' } },
    ),
    example(
      'getTicket',
      'luigi',
      'another one of those that wait',
      { orderId: DEMO_ORDERS.APPROVED },
      {
        saves: { otherTicketVersion: 'version' },
        shows: { state: 'AWAITING_ACCEPTANCE' },
      },
    ),
    example(
      'acceptTickets',
      'luigi',
      'each on its own: the second is being cooked already, and hinders nobody',
      {
        tickets: [
          {
            orderId: DEMO_ORDERS.APPROVED,
            readyBy: text('readyBy'),
            expectedVersion: number('otherTicketVersion'),
          },
          { orderId: DEMO_ORDERS.PREPARING, readyBy: text('readyBy'), expectedVersion: 3 },
        ],
        ...key,
      },
      { shows: { '0.ticket.state': 'ACCEPTED' } },
    ),
  ],
};

export const TO_THE_DOOR: Chapter = {
  context: 'delivery',
  title: "from luigi's door to ann's",
  examples: [
    example('getDelivery', 'dana', 'the next of hers', ordered, {
      saves: { deliveryVersion: 'version' },
      shows: { state: 'SCHEDULED', courierId },
    }),
    example(
      'notePickedUp',
      'dana',
      'on her way again',
      { ...ordered, expectedVersion: number('deliveryVersion'), ...key },
      { saves: { deliveryVersion: 'version' }, shows: { state: 'PICKED_UP' } },
    ),
    example(
      'reportLocation',
      'dana',
      'of a delivery that was made nobody tells where it is',
      { ...underWay, ...LUIGIS_DOOR, ...key },
      { refused: 'location-not-reportable' },
    ),
    example(
      'noteDelivered',
      'dana',
      'handed over',
      { ...ordered, expectedVersion: number('deliveryVersion'), ...key },
      { shows: { state: 'DELIVERED' } },
    ),
  ],
};

export const ACCOUNTS: Chapter = {
  context: 'accounting',
  title: 'bills',
  examples: [
    example('getBill', 'ann', 'captured on delivery', ordered, { shows: { paymentState: 'CAPTURED' } }),
    example('getBill', 'dana', 'couriers see no bills', ordered, { refused: 'bill-not-found' }),
    example(
      'refundBill',
      'sam',
      'for what was missing',
      { ...ordered, amount: { amount: 590, currency: 'EUR' }, reason: 'One tiramisù was missing.', ...key },
      { shows: { paymentState: 'PARTLY_REFUNDED', 'refunds.0.amount.amount': 590 } },
    ),
    example(
      'refundBill',
      'sam',
      'never more than was paid',
      { ...ordered, amount: { amount: 1_000_000, currency: 'EUR' }, reason: 'All of it, and more.', ...key },
      { refused: 'refund-exceeds-payment' },
    ),
  ],
};
