import type {
  BillJson,
  ConsumerJson,
  CourierJson,
  DeliveryJson,
  OrderJson,
  RestaurantJson,
  TicketJson,
} from '@rungs/json';
import {
  orderDetailsScreen,
  UnexpectedAnswerError,
  type OrderDetailsParts,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { dataOf, documentOf, endpointOf, postOf, type GraphqlDocument } from '../exchange.ts';

// What the screen shows of each thing, and nothing else: asking for exactly that is what GraphQL is for.

const ORDER = 'state placedAt lineItems { name quantity } deliveryAddress { street city }';
const CONSUMER = 'name { first last }';
const RESTAURANT = 'name address { city }';
const TICKET = 'state readyBy';
const DELIVERY = 'state estimatedAt lastLocation { lat lon }';
const COURIER = 'name vehicle';
const BILL = 'total { amount currency } paymentState';

interface ById {
  readonly id: string;
}

export const SCREEN_DOCUMENTS = {
  order: documentOf<{ order?: OrderDetailsParts['order'] & Pick<OrderJson, 'consumerId' | 'restaurantId'> }, ById>(
    `query OrderOfScreen($id: ID!) { order(id: $id) { ${ORDER} consumerId restaurantId } }`,
  ),
  ticket: documentOf<{ ticket?: Pick<TicketJson, 'state' | 'readyBy'> }, ById>(
    `query TicketOfScreen($id: ID!) { ticket(orderId: $id) { ${TICKET} } }`,
  ),
  delivery: documentOf<{ delivery?: Pick<DeliveryJson, 'state' | 'estimatedAt' | 'lastLocation' | 'courierId'> }, ById>(
    `query DeliveryOfScreen($id: ID!) { delivery(orderId: $id) { ${DELIVERY} courierId } }`,
  ),
  bill: documentOf<{ bill?: Pick<BillJson, 'total' | 'paymentState'> }, ById>(
    `query BillOfScreen($id: ID!) { bill(orderId: $id) { ${BILL} } }`,
  ),
  consumer: documentOf<{ consumer?: Pick<ConsumerJson, 'name'> }, ById>(
    `query ConsumerOfScreen($id: ID!) { consumer(id: $id) { ${CONSUMER} } }`,
  ),
  restaurant: documentOf<{ restaurant?: Pick<RestaurantJson, 'name' | 'address'> }, ById>(
    `query RestaurantOfScreen($id: ID!) { restaurant(id: $id) { ${RESTAURANT} } }`,
  ),
  courier: documentOf<{ courier?: Pick<CourierJson, 'name' | 'vehicle'> }, ById>(
    `query CourierOfScreen($id: ID!) { courier(id: $id) { ${COURIER} } }`,
  ),
};

type NestedOrder = Partial<Omit<OrderDetailsParts, 'order' | 'courier' | 'delivery'>> &
  OrderDetailsParts['order'] & {
    readonly delivery?: OrderDetailsParts['delivery'] & { readonly courier?: CourierJson };
  };

export const WHOLE_SCREEN = documentOf<{ order?: NestedOrder }, ById>(`
  query OrderDetailsScreen($id: ID!) {
    order(id: $id) {
      ${ORDER}
      consumer { ${CONSUMER} }
      restaurant { ${RESTAURANT} }
      ticket { ${TICKET} }
      delivery { ${DELIVERY} courier { ${COURIER} } }
      bill { ${BILL} }
    }
  }
`);

/** One query in one exchange, with the exchange's number for those that depend on it. */
async function ask<K extends string, T>(
  context: ProgramContext,
  member: K,
  document: GraphqlDocument<{ readonly [P in K]?: T }, ById>,
  dependsOn: readonly number[],
  id: string,
): Promise<{ readonly n: number; readonly found: T }> {
  const init = postOf(document, { id }, context);
  const { n, response } = await context.asking.fetch(member, dependsOn, endpointOf(context), init);
  const found = (await dataOf(document, response))[member];
  if (found === undefined) throw new UnexpectedAnswerError(`There is no ${member} of ${id} to show.`);
  return { n, found };
}

/** The order details screen in GraphQL: a query for each thing, or one for the whole screen. */
export const orderDetails: ScenarioPrograms<OrderDetailsTask, OrderDetailsTask, OrderDetailsScreen> = {
  // The id is all that a client of GraphQL needs to hold.
  arrive: async (_options, task) => task,

  granular: async (context, { orderId }) => {
    const order = ask(context, 'order', SCREEN_DOCUMENTS.order, [], orderId);
    const ticket = ask(context, 'ticket', SCREEN_DOCUMENTS.ticket, [], orderId);
    const delivery = ask(context, 'delivery', SCREEN_DOCUMENTS.delivery, [], orderId);
    const bill = ask(context, 'bill', SCREEN_DOCUMENTS.bill, [], orderId);
    const consumer = order.then(({ n, found: { consumerId } }) =>
      ask(context, 'consumer', SCREEN_DOCUMENTS.consumer, [n], consumerId),
    );
    const restaurant = order.then(({ n, found: { restaurantId } }) =>
      ask(context, 'restaurant', SCREEN_DOCUMENTS.restaurant, [n], restaurantId),
    );
    const courier = delivery.then(({ n, found: { courierId } }) =>
      courierId === undefined ? undefined : ask(context, 'courier', SCREEN_DOCUMENTS.courier, [n], courierId),
    );
    const [o, t, d, b, c, r, k] = await Promise.all([order, ticket, delivery, bill, consumer, restaurant, courier]);
    return orderDetailsScreen({
      order: o.found,
      ticket: t.found,
      delivery: d.found,
      bill: b.found,
      consumer: c.found,
      restaurant: r.found,
      ...(k && { courier: k.found }),
    });
  },

  composed: async (context, { orderId }) => {
    const { found: order } = await ask(context, 'order', WHOLE_SCREEN, [], orderId);
    const { consumer, restaurant, ticket, delivery, bill } = order;
    if (!consumer || !restaurant || !ticket || !delivery || !bill) {
      throw new UnexpectedAnswerError('The order lacks a part that this screen shows.');
    }
    return orderDetailsScreen({
      order,
      consumer,
      restaurant,
      ticket,
      delivery,
      bill,
      ...(delivery.courier && { courier: delivery.courier }),
    });
  },

  'purpose-built': {
    notApplicable:
      'here the client composes the screen itself; a query that the server keeps for it, asked for by its hash, ' +
      'needs persisted queries, which are not offered',
  },
};
