import type { OrderTold } from '@rungs/application';
import { EVENT_STREAM, type ServerSentEvent } from '@rungs/http';
import * as plain from '@rungs/json';
import { halDocument, type Link, link, type Links } from '../hal.ts';
import { uris } from '../level.ts';

/** For as long as the order is under way: afterwards there is nothing to tell. */
export function eventsLink(orderId: string): Link {
  return { href: uris.href('orderEvents', { orderId }), type: EVENT_STREAM };
}

/** The event's plain JSON with links to what it is about: what can be done now, the forms that are there say. */
export function representEvent(told: OrderTold): ServerSentEvent {
  const { kind: event } = told;
  const resource = { ...plain.representOrderTold(told), _links: linksOf(told) };
  const data = halDocument(resource, uris.template('relation'), 'none');
  return told.kind === 'end' ? { event, data } : { id: told.id, event, data };
}

function linksOf(told: OrderTold): Links {
  switch (told.kind) {
    case 'state': {
      const { orderId } = told;
      return {
        'rungs:order': link(uris.href('order', { orderId })),
        'rungs:ticket': link(uris.href('ticket', { orderId })),
        'rungs:delivery': link(uris.href('delivery', { orderId })),
      };
    }
    case 'location': {
      const { orderId } = told;
      return {
        'rungs:delivery': link(uris.href('delivery', { orderId })),
        'rungs:track': link(uris.href('track', { orderId })),
      };
    }
    case 'end':
      return {};
  }
}
