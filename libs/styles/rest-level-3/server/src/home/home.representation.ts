import type { Actor, Role } from '@rungs/domain';
import { registrationForm } from '../consumer/consumer.representation.ts';
import { type Hal, type Link, link, offered, offers, templated } from '../hal.ts';
import { uris } from '../level.ts';

/** The entry point: the links that this actor may begin with. Whoever holds an id may fill in a template. */
export function representHome(actor: Actor): Hal<{ title: string; signedInAs: Role }> {
  const me = selfOf(actor);
  return {
    title: 'Rungs: food delivery by hypermedia',
    signedInAs: actor.role,
    _links: {
      self: link(uris.href('home', {})),
      profile: link(uris.href('profile', {})),
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
