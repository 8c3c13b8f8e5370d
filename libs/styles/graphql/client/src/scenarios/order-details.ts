import type { CourierJson, OrderJson } from '@rungs/json';
import {
  PARTS_BY_ORDER,
  orderDetailsScreen,
  UnexpectedAnswerError,
  type OrderDetailsParts,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf, knowledgeOfPersisted } from '../knowledge.ts';
import { DOCUMENT_IDS } from '../persisted.generated.ts';
import { find, findPersisted, type ById } from '../program.ts';

// What the screen shows of each thing, and nothing else: asking for exactly that is what GraphQL is for.

const ORDER = 'state placedAt lineItems { name quantity } deliveryAddress { street city }';
const CONSUMER = 'name { first last }';
const RESTAURANT = 'name address { city }';
const TICKET = 'state readyBy';
const DELIVERY = 'state estimatedAt lastLocation { lat lon }';
const COURIER = 'name vehicle';
const BILL = 'total { amount currency } paymentState';

type Part<K extends keyof OrderDetailsParts> = NonNullable<OrderDetailsParts[K]>;

export const ORDER_OF_SCREEN = documentOf<
  { order: (Part<'order'> & Pick<OrderJson, 'consumerId' | 'restaurantId'>) | null },
  ById
>(`query OrderOfScreen($id: ID!) { order(id: $id) { ${ORDER} consumerId restaurantId } }`);

export const TICKET_OF_SCREEN = documentOf<{ ticket: Part<'ticket'> | null }, ById>(
  `query TicketOfScreen($id: ID!) { ticket(orderId: $id) { ${TICKET} } }`,
);

export const DELIVERY_OF_SCREEN = documentOf<
  { delivery: (Part<'delivery'> & { readonly courierId: string | null }) | null },
  ById
>(`query DeliveryOfScreen($id: ID!) { delivery(orderId: $id) { ${DELIVERY} courierId } }`);

export const BILL_OF_SCREEN = documentOf<{ bill: Part<'bill'> | null }, ById>(
  `query BillOfScreen($id: ID!) { bill(orderId: $id) { ${BILL} } }`,
);

export const CONSUMER_OF_SCREEN = documentOf<{ consumer: Part<'consumer'> | null }, ById>(
  `query ConsumerOfScreen($id: ID!) { consumer(id: $id) { ${CONSUMER} } }`,
);

export const RESTAURANT_OF_SCREEN = documentOf<{ restaurant: Part<'restaurant'> | null }, ById>(
  `query RestaurantOfScreen($id: ID!) { restaurant(id: $id) { ${RESTAURANT} } }`,
);

export const COURIER_OF_SCREEN = documentOf<{ courier: Part<'courier'> | null }, ById>(
  `query CourierOfScreen($id: ID!) { courier(id: $id) { ${COURIER} } }`,
);

type NestedOrder = Part<'order'> & {
  readonly [K in 'consumer' | 'restaurant' | 'ticket' | 'bill']: Part<K> | null;
} & {
  readonly delivery: (Part<'delivery'> & { readonly courier: Pick<CourierJson, 'name' | 'vehicle'> | null }) | null;
};

export const WHOLE_SCREEN = documentOf<{ order: NestedOrder | null }, ById>(`
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

const PERSISTED = { ...WHOLE_SCREEN, id: DOCUMENT_IDS.WHOLE_SCREEN };

function screenOf(order: NestedOrder): OrderDetailsScreen {
  const { consumer, restaurant, ticket, delivery, bill } = order;
  if (!consumer || !restaurant || !ticket || !delivery || !bill) {
    throw new UnexpectedAnswerError('The order lacks a part that this screen shows.');
  }
  return orderDetailsScreen({ order, consumer, restaurant, ticket, delivery, courier: delivery.courier, bill });
}

/** The order details screen in GraphQL: a query for each thing, one for the whole screen, or that by its hash. */
export const orderDetails: ScenarioPrograms<OrderDetailsTask, OrderDetailsTask, OrderDetailsScreen> = {
  // The id is all that a client of GraphQL needs to hold.
  arrive: async (_options, task) => task,

  granular: {
    async run(context, { orderId: id }) {
      // One id serves four things, so all four go out at once …
      const order = find(context, 'order', [], ORDER_OF_SCREEN, { id });
      const ticket = find(context, 'ticket', [], TICKET_OF_SCREEN, { id });
      const delivery = find(context, 'delivery', [], DELIVERY_OF_SCREEN, { id });
      const bill = find(context, 'bill', [], BILL_OF_SCREEN, { id });
      // … and what they name follows as soon as each has come.
      const consumer = order.then(({ n, found }) =>
        find(context, 'consumer', [n], CONSUMER_OF_SCREEN, { id: found.consumerId }),
      );
      const restaurant = order.then(({ n, found }) =>
        find(context, 'restaurant', [n], RESTAURANT_OF_SCREEN, { id: found.restaurantId }),
      );
      const courier = delivery.then(({ n, found: { courierId } }) =>
        courierId === null ? null : find(context, 'courier', [n], COURIER_OF_SCREEN, { id: courierId }),
      );
      const [o, t, d, b, c, r, k] = await Promise.all([order, ticket, delivery, bill, consumer, restaurant, courier]);
      return orderDetailsScreen({
        order: o.found,
        ticket: t.found,
        delivery: d.found,
        bill: b.found,
        consumer: c.found,
        restaurant: r.found,
        courier: k && k.found,
      });
    },
    knows: knowledgeOf(
      [
        ORDER_OF_SCREEN,
        TICKET_OF_SCREEN,
        DELIVERY_OF_SCREEN,
        BILL_OF_SCREEN,
        CONSUMER_OF_SCREEN,
        RESTAURANT_OF_SCREEN,
        COURIER_OF_SCREEN,
      ],
      { rules: [PARTS_BY_ORDER] },
    ),
  },

  composed: {
    async run(context, { orderId: id }) {
      return screenOf((await find(context, 'order', [], WHOLE_SCREEN, { id })).found);
    },
    knows: knowledgeOf([WHOLE_SCREEN]),
  },

  'purpose-built': {
    async run(context, { orderId: id }) {
      return screenOf((await findPersisted(context, 'order', [], PERSISTED, { id })).found);
    },
    knows: knowledgeOfPersisted(PERSISTED),
  },
};
