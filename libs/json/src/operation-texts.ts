import type { OperationName } from '@rungs/application';

/** What an operation is for, in words that every style can print. */
export interface OperationText {
  /** A few words, as in a list. */
  readonly summary: string;
  /** A sentence or two: what it does, and what it does not. */
  readonly description: string;
}

const PAGED = 'One page of a stable list: neither gap nor duplicate while others add to it.';

/** The words for each operation. */
export const OPERATION_TEXTS: { readonly [N in OperationName]: OperationText } = {
  getConsumer: {
    summary: 'Read a consumer',
    description: 'Consumers see themselves whole. A restaurant sees the names of those who ordered there.',
  },
  listConsumers: { summary: 'List consumers', description: `For support. ${PAGED}` },
  registerConsumer: {
    summary: 'Register as a consumer',
    description: 'For whoever is not signed in. No two consumers have the same e-mail address.',
  },
  updateConsumer: {
    summary: 'Change name, address or e-mail of a consumer',
    description: 'What is not named stays. Addresses are replaced as a whole.',
  },

  getRestaurant: { summary: 'Read a restaurant', description: 'Who cooks, where, and whether it takes orders now.' },
  listRestaurants: {
    summary: 'Find restaurants',
    description: `By words, cuisine or whether they take orders; near a place the nearest come first. ${PAGED}`,
  },
  openRestaurant: {
    summary: 'Open a restaurant',
    description: 'For support. It has an empty menu, and takes no orders until it says so.',
  },
  updateRestaurant: {
    summary: 'Change a restaurant',
    description: 'For its staff and support. What is not named stays; the currency is for good.',
  },
  getMenu: { summary: 'Read a menu', description: 'All that a restaurant offers, in its own order.' },
  replaceMenu: {
    summary: 'Replace a menu',
    description: 'A dish whose name is on the menu already stays that dish, with its photo; what is not named is gone.',
  },
  getMenuItem: { summary: 'Read a dish', description: 'One dish of a menu.' },
  updateMenuItem: {
    summary: 'Change a dish',
    description: 'For the restaurant’s staff and support. What is not named stays.',
  },
  importMenu: {
    summary: 'Import dishes from a file',
    description:
      'Long work: the file is taken in now and read line by line afterwards, each line with a fate of its own.',
  },
  getMenuImport: {
    summary: 'Read how far an import is',
    description: 'Of each line that was read the dish that it became, or why it was refused.',
  },
  getPhoto: { summary: 'Read a dish’s photo', description: 'Its bytes, and what kind of image they are.' },
  setPhoto: { summary: 'Set a dish’s photo', description: 'JPEG, PNG or WebP. It takes the place of the one before.' },
  deletePhoto: { summary: 'Delete a dish’s photo', description: 'The dish stays, without one.' },

  getBasket: {
    summary: 'Read a basket',
    description:
      'What a consumer is about to order from one restaurant, at today’s prices. Never touched, it is empty.',
  },
  addToBasket: { summary: 'Add a dish to a basket', description: 'So many more of a dish than there were.' },
  setBasketLine: {
    summary: 'Set how many of a dish are in a basket',
    description: 'Whatever the number was before; 0 takes the dish out.',
  },
  clearBasket: {
    summary: 'Empty a basket',
    description: 'Every consumer has a basket everywhere; this one is empty then.',
  },
  checkoutBasket: {
    summary: 'Order what is in a basket',
    description: 'Places an order at today’s prices, authorizes its total on the card, and empties the basket.',
  },

  getOrder: { summary: 'Read an order', description: 'What was ordered, where it goes, and where in its life it is.' },
  listOrders: {
    summary: 'List orders',
    description: `A consumer’s own, a restaurant’s own, the one on its way with a courier, or for support all. ${PAGED}`,
  },
  getOrderDetails: {
    summary: 'Read an order with all that belongs to it',
    description:
      'Made for one screen: consumer, restaurant, ticket, delivery, courier and bill, as far as one may see them.',
  },
  listOrderHistory: {
    summary: 'List what a consumer ordered',
    description: `Made for one screen: each order in one line, newest first. ${PAGED}`,
  },
  placeOrder: {
    summary: 'Place an order',
    description: 'At today’s prices, which are kept. The card is asked first; nothing is ordered when it is declined.',
  },
  reviseOrder: {
    summary: 'Revise an order',
    description:
      'While it is APPROVED. Dishes that stay keep their price; the new total is authorized, or nothing changes.',
  },
  cancelOrder: {
    summary: 'Cancel an order',
    description:
      'While it is APPROVED or ACCEPTED. Cancelled again by the same actor, it succeeds again and changes nothing.',
  },

  getTicket: { summary: 'Read a ticket', description: 'An order as the kitchen sees it.' },
  listTickets: { summary: 'List tickets', description: `The oldest order first. ${PAGED}` },
  acceptTicket: {
    summary: 'Accept a ticket',
    description: 'Promises a time by which the food is ready. The nearest free courier gets the delivery.',
  },
  rejectTicket: { summary: 'Reject a ticket', description: 'Nothing is cooked, and nothing is charged.' },
  startPreparing: { summary: 'Begin cooking', description: 'From an accepted ticket.' },
  finishPreparing: { summary: 'End cooking', description: 'The food is ready to be picked up.' },
  acceptTickets: {
    summary: 'Accept several tickets',
    description: 'Each on its own, in the order given: one that is refused hinders no other.',
  },

  getDelivery: { summary: 'Read a delivery', description: 'Where an order is on its way, and who has it.' },
  listDeliveries: { summary: 'List deliveries', description: `The newest order first. ${PAGED}` },
  getTrack: { summary: 'Read where a courier was', description: `The reports of one delivery, oldest first. ${PAGED}` },
  assignCourier: {
    summary: 'Assign a courier',
    description: 'For support, while an accepted order waits for one: somebody by name, or the nearest who is free.',
  },
  notePickedUp: { summary: 'Note that food was picked up', description: 'By its courier, once the food is ready.' },
  noteDelivered: {
    summary: 'Note that food was delivered',
    description: 'By its courier. The payment is captured, and the courier is free again.',
  },
  reportLocation: {
    summary: 'Report where a courier is',
    description: 'Adds to the track of a current delivery. It raises no version.',
  },
  getCourier: {
    summary: 'Read a courier',
    description: 'Who brings it. Consumers and restaurants see name and vehicle.',
  },
  listCouriers: { summary: 'List couriers', description: `For support. ${PAGED}` },
  setOnDuty: {
    summary: 'Go on duty or off',
    description: 'By the courier. Nobody goes off with a delivery under way; whoever comes on may get one at once.',
  },

  getBill: {
    summary: 'Read a bill',
    description: 'What an order costs, what became of the payment, and what was paid back.',
  },
  refundBill: {
    summary: 'Pay back a part of a bill, or all',
    description: 'For support, once the payment was captured. Refunds add up to at most that.',
  },
};
