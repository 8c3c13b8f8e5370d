import type { BillJson, ConsumerJson, CourierJson, DeliveryJson, OrderDetailsJson, OrderJson } from '@rungs/json';
import type { RestaurantJson, TicketJson } from '@rungs/json';
import {
  PARTS_BY_ORDER,
  orderDetailsPartsOf,
  orderDetailsScreen,
  UnexpectedAnswerError,
  type OrderDetailsParts,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, namesIn, Requests } from './requests.ts';

const ORDER = '/level2/orders/{orderId}';
const TICKET = '/level2/tickets/{orderId}';
const DELIVERY = '/level2/deliveries/{orderId}';
const BILL = '/level2/orders/{orderId}/bill';
const CONSUMER = '/level2/consumers/{consumerId}';
const RESTAURANT = '/level2/restaurants/{restaurantId}';
const COURIER = '/level2/couriers/{courierId}';
const DETAILS = '/level2/orders/{orderId}/details';
const CHOSEN = '/level2/orders/{orderId}{?expand,fields}';

/** What the screen shows beside the order. */
const PARTS = ['consumer', 'restaurant', 'ticket', 'delivery.courier', 'bill'];
/** Of the order and of these, what it shows. */
const SHOWN = [
  'state',
  'placedAt',
  'lineItems.name',
  'lineItems.quantity',
  'deliveryAddress.street',
  'deliveryAddress.city',
  'consumer.name',
  'restaurant.name',
  'restaurant.address.city',
  'ticket.state',
  'ticket.readyBy',
  'delivery.state',
  'delivery.estimatedAt',
  'delivery.lastLocation.lat',
  'delivery.lastLocation.lon',
  'delivery.courier.name',
  'delivery.courier.vehicle',
  'bill.total',
  'bill.paymentState',
];

async function granular(context: ProgramContext, { orderId }: OrderDetailsTask): Promise<OrderDetailsScreen> {
  const requests = new Requests(context);
  // One id serves four things, so all four go out at once …
  const order = requests.get<OrderJson>('order', [], expanded(ORDER, { orderId }));
  const ticket = requests.get<TicketJson>('ticket', [], expanded(TICKET, { orderId }));
  const delivery = requests.get<DeliveryJson>('delivery', [], expanded(DELIVERY, { orderId }));
  const bill = requests.get<BillJson>('bill', [], expanded(BILL, { orderId }));
  // … and what they name follows as soon as each has come.
  const consumer = order.then(({ n, json: { consumerId } }) =>
    requests.get<ConsumerJson>('consumer', [n], expanded(CONSUMER, { consumerId })),
  );
  const restaurant = order.then(({ n, json: { restaurantId } }) =>
    requests.get<RestaurantJson>('restaurant', [n], expanded(RESTAURANT, { restaurantId })),
  );
  const courier = delivery.then(async ({ n, json: { courierId } }) =>
    courierId === undefined ? undefined : requests.get<CourierJson>('courier', [n], expanded(COURIER, { courierId })),
  );
  const [o, t, d, b, c, r, by] = await Promise.all([order, ticket, delivery, bill, consumer, restaurant, courier]);
  return orderDetailsScreen({
    order: o.json,
    ticket: t.json,
    delivery: d.json,
    bill: b.json,
    consumer: c.json,
    restaurant: r.json,
    courier: by?.json,
  });
}

/** The order with its parts in it, as far as it was asked for them. */
type ChosenOrder = OrderDetailsParts['order'] &
  Partial<Pick<OrderDetailsParts, 'consumer' | 'restaurant' | 'ticket' | 'bill'>> & {
    readonly delivery?: OrderDetailsParts['delivery'] & Pick<OrderDetailsParts, 'courier'>;
  };

async function composed(context: ProgramContext, { orderId }: OrderDetailsTask): Promise<OrderDetailsScreen> {
  const chosen = expanded(CHOSEN, { orderId, expand: PARTS, fields: SHOWN });
  const { json: order } = await new Requests(context).get<ChosenOrder>('order', [], chosen);
  const { consumer, restaurant, ticket, delivery, bill } = order;
  if (!consumer || !restaurant || !ticket || !delivery || !bill) {
    throw new UnexpectedAnswerError('The order lacks a part that this screen shows.');
  }
  const { courier } = delivery;
  return orderDetailsScreen({ order, consumer, restaurant, ticket, delivery, courier, bill });
}

async function purposeBuilt(context: ProgramContext, { orderId }: OrderDetailsTask): Promise<OrderDetailsScreen> {
  const details = expanded(DETAILS, { orderId });
  const { json } = await new Requests(context).get<OrderDetailsJson>('details', [], details);
  return orderDetailsScreen(orderDetailsPartsOf(json));
}

export const orderDetailsPrograms: ScenarioPrograms<OrderDetailsTask, OrderDetailsTask, OrderDetailsScreen> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: {
    run: granular,
    knows: {
      addresses: [ORDER, TICKET, DELIVERY, BILL, CONSUMER, RESTAURANT, COURIER],
      names: ['consumerId', 'restaurantId', 'courierId'],
      rules: [PARTS_BY_ORDER],
    },
  },
  composed: { run: composed, knows: { addresses: [CHOSEN], names: namesIn(PARTS, SHOWN), rules: [] } },
  'purpose-built': { run: purposeBuilt, knows: { addresses: [DETAILS], names: [], rules: [] } },
};
