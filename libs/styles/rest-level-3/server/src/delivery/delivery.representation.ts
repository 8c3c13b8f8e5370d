import { MAX_LIMIT, seesOrderOf, type CourierView, type DeliveryView, type Page } from '@rungs/application';
import type { Actor, LocationPing } from '@rungs/domain';
import * as plain from '@rungs/json';
import { conditions, field, idempotencyKey, instant, location, oneOfItems, yesOrNo } from '../fields.ts';
import { form, formsFor, type Forms } from '../forms.ts';
import { type Hal, halPage, type HalPart, link, offered } from '../hal.ts';
import { uris } from '../level.ts';

/** The delivery with the forms for what this actor may do with it now. */
export function representDelivery(delivery: DeliveryView, actor: Actor): Hal<plain.DeliveryJson> {
  return { ...representDeliveryItem(delivery, actor), _templates: deliveryForms(delivery) };
}

/** The delivery as an item of a list or a part of an order's details: with links, without forms. */
export function representDeliveryItem(delivery: DeliveryView, actor: Actor): Hal<plain.DeliveryJson> {
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
      }),
      ...(courierId !== undefined && { 'rungs:courier': link(uris.href('courier', { courierId })) }),
    },
  };
}

function deliveryForms({ orderId, version, actions }: DeliveryView): Forms {
  const seen = () => conditions(version);
  return formsFor(actions, {
    assignCourier: () =>
      form('PUT', uris.href('courierAssignment', { orderId }), 'Assign a courier', [
        field('courierId', 'Courier (the nearest free one where empty)', {
          options: oneOfItems(uris.href('couriers', { onDuty: true, limit: MAX_LIMIT })),
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

export function representDeliveries(page: Page<DeliveryView>, url: string, actor: Actor): Hal {
  const items = page.items.map((delivery) => representDeliveryItem(delivery, actor));
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

export function representTrack(page: Page<LocationPing>, url: string, orderId: string): Hal {
  const items = page.items.map(plain.representLocationPing);
  return halPage(url, page, uris.templateAt('track', { orderId }), items, {
    'rungs:delivery': link(uris.href('delivery', { orderId })),
  });
}

/** The courier with the form to go on or off duty. */
export function representCourier(courier: CourierView, actor: Actor): Hal<plain.CourierJson> {
  return { ...representCourierItem(courier, actor), _templates: courierForms(courier) };
}

/** The courier as an item of a list or a part of an order's details: with links, without forms. */
export function representCourierItem(courier: CourierView, actor: Actor): Hal<plain.CourierJson> {
  const { id: courierId, currentDeliveryId: orderId } = courier;
  return {
    ...plain.representCourier(courier),
    _links: {
      self: link(uris.href('courier', { courierId })),
      ...offered(actor, 'listCouriers', { collection: link(uris.href('couriers', {})) }),
      'rungs:deliveries': link(uris.href('deliveries', { courierId })),
      ...(orderId !== undefined && { 'rungs:delivery': link(uris.href('delivery', { orderId })) }),
    },
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

export function representCouriers(page: Page<CourierView>, url: string, actor: Actor): Hal {
  const items = page.items.map((courier) => representCourierItem(courier, actor));
  return halPage(url, page, uris.template('couriers'), items);
}
