import type { OperationName } from '@rungs/application';
import { inputJsonSchema, type JsonSchema } from '@rungs/json';
import type { OwnRelation } from '../hal.ts';
import { uris } from '../paths.ts';

// What the names of level 3 mean, said once for the pages of its relations and for its profile.

type ResourceName = Parameters<typeof uris.template>[0];

interface Destination {
  /** None where it leads to several; then what their templates take is said here. */
  readonly resource?: ResourceName;
  readonly takes?: readonly string[];
  /** What reads it; none where only level 3 has it. */
  readonly operation?: OperationName;
}

/** What our relations lead to; a relation that leads to whatever it is said of is not here. */
const DESTINATIONS: { readonly [R in OwnRelation]?: Destination } = {
  home: { resource: 'home' },
  orders: { resource: 'orders', operation: 'listOrders' },
  order: { resource: 'order', operation: 'getOrder' },
  'order-details': { resource: 'orderDetails', operation: 'getOrderDetails' },
  'order-history': { resource: 'orderHistory', operation: 'listOrderHistory' },
  tickets: { resource: 'tickets', operation: 'listTickets' },
  ticket: { resource: 'ticket', operation: 'getTicket' },
  deliveries: { resource: 'deliveries', operation: 'listDeliveries' },
  delivery: { resource: 'delivery', operation: 'getDelivery' },
  track: { resource: 'track', operation: 'getTrack' },
  events: { resource: 'orderEvents' },
  bill: { resource: 'bill', operation: 'getBill' },
  consumers: { resource: 'consumers', operation: 'listConsumers' },
  consumer: { resource: 'consumer', operation: 'getConsumer' },
  couriers: { resource: 'couriers', operation: 'listCouriers' },
  courier: { resource: 'courier', operation: 'getCourier' },
  restaurants: { resource: 'restaurants', operation: 'listRestaurants' },
  restaurant: { resource: 'restaurant', operation: 'getRestaurant' },
  menu: { resource: 'menu', operation: 'getMenu' },
  'menu-item': { resource: 'menuItem', operation: 'getMenuItem' },
  'menu-import': { resource: 'menuImport', operation: 'getMenuImport' },
  photo: { resource: 'photo', operation: 'getPhoto' },
  basket: { resource: 'basket', operation: 'getBasket' },
  sheet: { takes: ['rows'] },
  embed: { takes: ['embed'] },
};

export function destinationOf(relation: OwnRelation): Destination | undefined {
  return DESTINATIONS[relation];
}

/** Variables that level 3 has by itself, or reads in its own way. */
const OWN_VARIABLES: Readonly<Record<string, string>> = {
  rows: 'How many rows the form has.',
  embed: 'What shall be embedded: relations of what is there, as in “embed=item”. As “Prefer: transclude” says it.',
  near: 'Those nearest to this place first: latitude,longitude.',
  after: 'What comes after this cursor. The link “next” has it filled in.',
  before: 'What comes before this cursor. The link “prev” has it filled in.',
};

export interface Variable {
  readonly name: string;
  readonly meaning: string;
  /** What it has to be one of, where that is known. */
  readonly choices?: readonly string[];
}

/** What a template of this relation takes: names that a template says, and meanings, which it cannot. */
export function variablesOf(relation: OwnRelation): readonly Variable[] {
  const { resource, operation, takes } = DESTINATIONS[relation] ?? {};
  const { properties = {} } = (operation ? inputJsonSchema(operation) : {}) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
  };
  const names = takes ?? (resource && uris.template(resource).match(/\w+(?=[,}])/g)) ?? [];
  return names.map((name) => {
    const { description, items, enum: own } = (properties[name] ?? {}) as Described;
    const choices = own ?? items?.enum;
    return { name, meaning: OWN_VARIABLES[name] ?? description ?? '', ...(choices && { choices }) };
  });
}

interface Described {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
}
