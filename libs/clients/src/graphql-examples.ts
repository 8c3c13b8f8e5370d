// Operations that people try first, as data: the page offers them, a spec holds them against the schema, and each is
// answered by the real server in a test. The ids are the demo data's.

/** One GraphQL operation to try. */
export interface GraphqlExample {
  readonly title: string;
  readonly about: string;
  /** Who may ask it: a persona's name. Absent where everybody may. */
  readonly as?: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export const GRAPHQL_EXAMPLES: readonly GraphqlExample[] = [
  {
    title: 'Restaurants and their menus',
    about: 'Open to everybody: the nearest kitchens that are open, each with its dishes.',
    query: `query NearestRestaurants($near: LocationInput!) {
  restaurants(first: 3, filter: { open: true, near: $near }) {
    nodes {
      id
      name
      cuisine
      menu {
        items {
          name
          price {
            amount
            currency
          }
          available
        }
      }
    }
  }
}
`,
    variables: { near: { lat: 41.8956, lon: 12.4936 } },
  },
  {
    title: 'An order and all that belongs to it',
    about: 'Seven things in one query, and what ann may do next.',
    as: 'ann',
    query: `query OrderDetails($id: ID!) {
  order(id: $id) {
    id
    state
    placedAt
    lineItems {
      quantity
      name
    }
    total {
      amount
      currency
    }
    availableActions
    consumer {
      name {
        first
        last
      }
    }
    restaurant {
      name
    }
    ticket {
      state
      readyBy
    }
    delivery {
      state
      estimatedAt
      courier {
        name
        vehicle
      }
    }
    bill {
      paymentState
    }
  }
}
`,
    variables: { id: '01900000-0000-7000-8000-00000000e009' },
  },
  {
    title: 'An order history, page by page',
    about: 'Put `endCursor` into `after` for the next page.',
    as: 'ann',
    query: `query OrderHistory($consumerId: ID!, $first: Int, $after: String) {
  orderHistory(consumerId: $consumerId, first: $first, after: $after) {
    edges {
      cursor
      node {
        state
        placedAt
        restaurantName
        itemCount
        total {
          amount
          currency
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
    variables: { consumerId: '01900000-0000-7000-8000-00000000a001', first: 5, after: null },
  },
  {
    title: 'What the kitchen has to do',
    about: 'Luigi’s open tickets, oldest first, each with its dishes and its next steps.',
    as: 'luigi',
    query: `query KitchenBoard {
  tickets(first: 10, filter: { states: [AWAITING_ACCEPTANCE, ACCEPTED, PREPARING] }) {
    nodes {
      orderId
      version
      state
      readyBy
      availableActions
      order {
        deliveryNote
        lineItems {
          quantity
          name
        }
      }
    }
  }
}
`,
    variables: {},
  },
  {
    title: 'Place an order',
    about: 'A mutation: the order, or in `userErrors` why there is none.',
    as: 'ann',
    query: `mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    order {
      id
      state
      total {
        amount
        currency
      }
      availableActions
    }
    userErrors {
      code
      message
    }
  }
}
`,
    variables: {
      input: {
        restaurantId: '01900000-0000-7000-8000-00000000b001',
        lines: [
          { menuItemId: '01900000-0000-7000-8000-00000000f001', quantity: 2 },
          { menuItemId: '01900000-0000-7000-8000-00000000f002', quantity: 1 },
        ],
        paymentToken: 'tok_visa',
      },
    },
  },
  {
    title: 'Cancel too late',
    about: 'A refusal is data, with a type of its own: the order has left already.',
    as: 'ann',
    query: `mutation CancelTooLate($input: CancelOrderInput!) {
  cancelOrder(input: $input) {
    order {
      state
    }
    userErrors {
      __typename
      code
      message
      ... on OrderNotCancellableRefusal {
        state
      }
    }
  }
}
`,
    variables: { input: { orderId: '01900000-0000-7000-8000-00000000e009', expectedVersion: 1 } },
  },
  {
    title: 'Anything by its global id',
    about: 'Every `id` of an answer can be asked for here, whatever it names.',
    as: 'ann',
    query: `query Node($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Order {
      state
      placedAt
    }
  }
}
`,
    variables: { id: 'T3JkZXI6MDE5MDAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDBlMDA5' },
  },
  {
    title: 'Follow an order as it goes on',
    about: 'A subscription: how the order stands, then each step as it is taken. Take one as dana in another window.',
    as: 'ann',
    query: `subscription FollowOrder($orderId: ID!) {
  orderEvents(orderId: $orderId) {
    __typename
    ... on OrderStateChanged {
      eventId
      action
      at
      orderState
      ticketState
      deliveryState
    }
    ... on OrderLocationReported {
      eventId
      location {
        lat
        lon
        at
      }
    }
    ... on OrderFollowingEnded {
      reason
    }
  }
}
`,
    variables: { orderId: '01900000-0000-7000-8000-00000000e009' },
  },
];
