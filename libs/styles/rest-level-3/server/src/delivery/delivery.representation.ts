import { MAX_LIMIT, seesOrderOf, type CourierView, type DeliveryView, type Page } from '@rungs/application';
import { type Actor, isOver, type LocationPing } from '@rungs/domain';
import * as plain from '@rungs/json';
import { conditions, field, idempotencyKey, instant, location, oneOfItems, yesOrNo } from '../fields.ts';
import type { Embedding } from '../embedding.ts';
import { form, formsFor, type Forms } from '../forms.ts';
import { embeddedItems, type Hal, halPage, type HalPart, link, linkedItems, offered } from '../hal.ts';
import { uris } from '../level.ts';
import { eventsLink } from '../order/order-events.representation.ts';

/** The delivery with the forms for what this actor may do with it now. */
export function representDelivery(delivery: DeliveryView, actor: Actor): Hal<plain.DeliveryJson> {
  const { orderId, courierId } = delivery;
  return {
    ...plain.representDelivery(delivery),
    _links: {
      self: link(uris.href('delivery', { orderId })),
      collection: link(uris.href('deliveries', {})),
      'rungs:track': link(uris.href('track', { orderId })),
      ...(seesOrderOf(delivery, actor) && {
        'rungs:order': link(uris.href('order', { orderId })),
        'rungs:ticket': link(uris.href('ticket', { orderId })),
        ...(!isOver(delivery.state) && { 'rungs:events': eventsLink(orderId) }),
      }),
      ...(courierId !== undefined && { 'rungs:courier': link(uris.href('courier', { courierId })) }),
    },
    _templates: deliveryForms(delivery),
  };
}

function deliveryForms({ orderId, version, actions }: DeliveryView): Forms {
  const seen = () => conditions(version);
  return formsFor(actions, {
    assignCourier: () =>
      form('PUT', uris.href('courierAssignment', { orderId }), 'Assign a courier', [
        field('courierId', 'Courier (the nearest free one where empty)', {
          options: oneOfItems(uris.href('couriers', { onDuty: true, limit: MAX_LIMIT, embed: 'item' })),
        }),
        ...seen(),
      ]),
    notePickedUp: () => form('PUT', uris.href('pickup', { orderId }), 'It is picked up', seen()),
    reportLocation: () =>
      form('POST', uris.href('track', { orderId }), 'Say where you are', [
        ...location('', undefined, true),
        instant('at', 'When (now where empty)'),
        idempotencyKey(),
      ]),
    noteDelivered: () => form('PUT', uris.href('dropoff', { orderId }), 'It is delivered', seen()),
  });
}

export function representDeliveries(
  page: Page<DeliveryView>,
  url: string,
  actor: Actor,
  embedding: Embedding<'item'>,
): Hal {
  const items = embedding.has('item')
    ? embeddedItems(page.items, (delivery) => representDelivery(delivery, actor))
    : linkedItems(page.items, ({ orderId, state }) => link(uris.href('delivery', { orderId }), state));
  return halPage(url, page, uris.template('deliveries'), items);
}

/** One more entry of a track. It has no address of its own, hence no `self`. */
export function representLocationPing(ping: LocationPing, orderId: string): HalPart<plain.LocationPingJson> {
  const collection = link(uris.href('track', { orderId }));
  return {
    ...plain.representLocationPing(ping),
    _links: { collection, 'rungs:delivery': link(uris.href('delivery', { orderId })) },
  };
}

/** A ping has no address that a link could lead to: it comes with its track. */
export function representTrack(page: Page<LocationPing>, url: string, orderId: string): Hal {
  const items = embeddedItems(page.items, plain.representLocationPing);
  return halPage(url, page, uris.templateAt('track', { orderId }), items, {
    'rungs:delivery': link(uris.href('delivery', { orderId })),
  });
}

/** The courier with the form to go on or off duty. */
export function representCourier(courier: CourierView, actor: Actor): Hal<plain.CourierJson> {
  const { id: courierId, currentDeliveryId: orderId } = courier;
  return {
    ...plain.representCourier(courier),
    _links: {
      self: link(uris.href('courier', { courierId })),
      ...offered(actor, 'listCouriers', { collection: link(uris.href('couriers', {})) }),
      'rungs:deliveries': link(uris.href('deliveries', { courierId })),
      ...(orderId !== undefined && { 'rungs:delivery': link(uris.href('delivery', { orderId })) }),
    },
    _templates: courierForms(courier),
  };
}

function courierForms({ id: courierId, version, onDuty, actions }: CourierView): Forms {
  const title = onDuty ? 'Go off duty' : 'Go on duty';
  return formsFor(actions, {
    setOnDuty: () =>
      form('PUT', uris.href('duty', { courierId }), title, [
        yesOrNo('onDuty', 'On duty', { value: !onDuty, required: true }),
        ...conditions(version),
      ]),
  });
}

export function representCouriers(
  page: Page<CourierView>,
  url: string,
  actor: Actor,
  embedding: Embedding<'item'>,
): Hal {
  const items = embedding.has('item')
    ? embeddedItems(page.items, (courier) => representCourier(courier, actor))
    : linkedItems(page.items, ({ id: courierId, name }) => link(uris.href('courier', { courierId }), name));
  return halPage(url, page, uris.template('couriers'), items);
}
