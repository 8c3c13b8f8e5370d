import { MAX_LIMIT, ORDER_PARTS } from '@rungs/application';
import { type Actor, DELIVERY_STATES, ORDER_STATES, type Role, TICKET_STATES } from '@rungs/domain';
import { registrationForm } from '../consumer/consumer.representation.ts';

import { type Hal, type Link, link, offered, offers, type OwnRelation, RELATIONS, templated } from '../hal.ts';
import { uris } from '../level.ts';

/** The entry point: the links that this actor may begin with. Whoever holds an id may fill in a template. */
export function representHome(actor: Actor): Hal<{ title: string; signedInAs: Role }> {
  const me = selfOf(actor);
  return {
    title: 'Rungs: food delivery by hypermedia',
    signedInAs: actor.role,
    _links: {
      self: link(uris.href('home', {})),
      ...(me && { 'rungs:me': me }),
      'rungs:restaurants': templated(uris.template('restaurants')),
      'rungs:restaurant': templated(uris.template('restaurant')),
      'rungs:menu': templated(uris.template('menu')),
      'rungs:menu-item': templated(uris.template('menuItem')),
      'rungs:photo': templated(uris.template('photo')),
      ...offered(actor, 'getMenuImport', { 'rungs:menu-import': templated(uris.template('menuImport')) }),
      ...offered(actor, 'listOrders', { 'rungs:orders': templated(uris.template('orders')) }),
      ...offered(actor, 'getOrder', { 'rungs:order': templated(uris.template('order')) }),
      ...offered(actor, 'getOrderDetails', { 'rungs:order-details': templated(uris.template('orderDetails')) }),
      ...offered(actor, 'listOrderHistory', { 'rungs:order-history': templated(uris.template('orderHistory')) }),
      ...offered(actor, 'listTickets', { 'rungs:tickets': templated(uris.template('tickets')) }),
      ...offered(actor, 'getTicket', { 'rungs:ticket': templated(uris.template('ticket')) }),
      ...offered(actor, 'listDeliveries', { 'rungs:deliveries': templated(uris.template('deliveries')) }),
      ...offered(actor, 'getDelivery', { 'rungs:delivery': templated(uris.template('delivery')) }),
      ...offered(actor, 'getTrack', { 'rungs:track': templated(uris.template('track')) }),
      ...offered(actor, 'getBill', { 'rungs:bill': templated(uris.template('bill')) }),
      ...offered(actor, 'listConsumers', { 'rungs:consumers': templated(uris.template('consumers')) }),
      ...offered(actor, 'getConsumer', { 'rungs:consumer': templated(uris.template('consumer')) }),
      ...offered(actor, 'listCouriers', { 'rungs:couriers': templated(uris.template('couriers')) }),
      ...offered(actor, 'getCourier', { 'rungs:courier': templated(uris.template('courier')) }),
      ...offered(actor, 'getBasket', { 'rungs:basket': templated(uris.template('basket')) }),
    },
    _templates: offers(actor, 'registerConsumer') ? registrationForm() : {},
  };
}

function selfOf(actor: Actor): Link | undefined {
  switch (actor.role) {
    case 'consumer':
      return link(uris.href('consumer', { consumerId: actor.consumerId }));
    case 'restaurant':
      return link(uris.href('restaurant', { restaurantId: actor.restaurantId }));
    case 'courier':
      return link(uris.href('courier', { courierId: actor.courierId }));
    default:
      return undefined;
  }
}

export function isOwnRelation(name: string): name is OwnRelation {
  return Object.hasOwn(RELATIONS, name);
}

const PAGING = `limit (at most ${MAX_LIMIT} on a page), after and before (which next and prev fill in)`;
const anyOf = (values: readonly string[]): string => `any of ${values.join(', ')}`;

/** What the variables of a relation's template take, which a template cannot say. */
const TAKES: { readonly [R in OwnRelation]?: string } = {
  orders: `consumerId, restaurantId, states (${anyOf(ORDER_STATES)}), placedFrom, placedTo, sort (placedAt or -placedAt), ${PAGING}`,
  'order-details': `parts (${anyOf(ORDER_PARTS)})`,
  'order-history': PAGING,
  tickets: `restaurantId, states (${anyOf(TICKET_STATES)}), ${PAGING}`,
  deliveries: `courierId, states (${anyOf(DELIVERY_STATES)}), ${PAGING}`,
  track: PAGING,
  consumers: `text (words that names or e-mail addresses begin with), ${PAGING}`,
  couriers: `onDuty (true or false), ${PAGING}`,
  restaurants: `text (words that name or cuisine begin with), cuisine, open (true or false), near (latitude,longitude: nearest first), ${PAGING}`,
  sheet: 'rows (how many it has)',
};

/** What a CURIE's href leads to: a page for people. */
export function representRelation(relation: OwnRelation): string {
  const name = `rungs:${relation}`;
  const takes = TAKES[relation];
  return [
    '<!doctype html>',
    `<html lang="en"><meta charset="utf-8"><title>${name}</title>`,
    `<h1><code>${name}</code></h1><p>${RELATIONS[relation]}</p>`,
    ...(takes === undefined ? [] : [`<p>A template of it takes, each if you like: ${takes}.</p>`]),
    `<p>A link relation of <a href="${uris.href('home', {})}">${uris.href('home', {})}</a>.</p></html>`,
  ].join('\n');
}
