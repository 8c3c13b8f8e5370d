// Rules of the domain that clients copy: one sentence for all styles, so that none of them knows less by forgetting one.
// What belongs to a style's own messages, its programs say in their own words.

export const PARTS_BY_ORDER = 'The ticket, the delivery and the bill of an order have its id.';
export const DELIVERY_BY_ORDER = 'The delivery of an order has its id.';
export const NEWEST_FIRST = 'Orders are listed newest first unless asked otherwise.';
export const BASKET_FIRST = 'What is ordered is put into a basket and checked out.';
export const AS_SEEN = 'A basket is checked out as it was seen: with the version that the last change gave it.';
export const HOME = 'An order without an address goes to the first one of its consumer.';
