import type { ModelState } from '../conformance/model-state.ts';

export type Row = Readonly<Record<string, unknown>>;

/**
 * What each table must hold when the world is as the oracle has it; columns that only persistence knows are left out.
 * Both ways: the fixture is written from it, and what a sequence leaves is held against it.
 */
export const ROWS: Readonly<Record<string, (state: ModelState) => readonly Row[]>> = {
  consumer: ({ consumers }) =>
    [...consumers.values()].map(({ id, version, name, email, addresses }) => ({
      id,
      version,
      first_name: name.first,
      last_name: name.last,
      email,
      addresses,
    })),
  restaurant: ({ restaurants }) =>
    [...restaurants.values()].map(({ location, ...restaurant }) => ({ ...restaurant, ...location })),
  menu_item: ({ menus }) =>
    [...menus].flatMap(([restaurantId, menu]) =>
      menu.map(({ price, photo, ...item }, position) => ({
        ...item,
        restaurant_id: restaurantId,
        position,
        price_amount: price.amount,
        price_currency: price.currency,
        photo_content_type: photo?.contentType,
        photo_byte_length: photo?.byteLength,
      })),
    ),
  menu_item_photo: ({ photos }) =>
    [...photos].map(([menuItemId, { data }]) => ({
      menu_item_id: menuItemId,
      // As PostgreSQL writes bytes in JSON.
      data: `\\x${Buffer.from(data, 'base64').toString('hex')}`,
    })),
  menu_import: ({ imports }) =>
    [...imports.values()].map(({ id, restaurantId, requestedAt, state, lineCount }) => ({
      id,
      restaurant_id: restaurantId,
      requested_at: requestedAt,
      state,
      line_count: lineCount,
    })),
  menu_import_line: ({ imports }) =>
    [...imports.values()].flatMap(({ id, lines }) =>
      lines.map((line) => ({
        menu_import_id: id,
        line: line.line,
        menu_item_id: 'menuItemId' in line ? line.menuItemId : undefined,
        refusal: 'refusal' in line ? line.refusal.code : undefined,
      })),
    ),
  basket: ({ baskets }) =>
    [...baskets.values()].map(({ consumerId, restaurantId, version, lines }) => ({
      consumer_id: consumerId,
      restaurant_id: restaurantId,
      version,
      lines,
    })),
  courier: ({ couriers }) =>
    [...couriers.values()].map(({ id, version, name, phone, vehicle, onDuty, currentDeliveryId, lastLocation }) => ({
      id,
      version,
      name,
      phone,
      vehicle,
      on_duty: onDuty,
      current_delivery_id: currentDeliveryId,
      last_lat: lastLocation?.lat,
      last_lon: lastLocation?.lon,
      last_seen_at: lastLocation?.at,
    })),
  orders: ({ cases }) =>
    [...cases.values()].map(({ order, cancelledBy }) => ({
      id: order.id,
      version: order.version,
      consumer_id: order.consumerId,
      restaurant_id: order.restaurantId,
      state: order.state,
      line_items: order.lineItems,
      delivery_address: order.deliveryAddress,
      delivery_note: order.deliveryNote,
      placed_at: order.placedAt,
      total_amount: order.total.amount,
      total_currency: order.total.currency,
      cancelled_by: cancelledBy,
    })),
  ticket: ({ cases }) =>
    [...cases.values()].map(({ ticket, order }) => ({
      order_id: ticket.orderId,
      version: ticket.version,
      state: ticket.state,
      ready_by: ticket.readyBy,
      accepted_at: ticket.acceptedAt,
      preparing_at: ticket.preparingAt,
      ready_at: ticket.readyAt,
      rejection_reason: ticket.rejectionReason,
      restaurant_id: order.restaurantId,
      placed_at: order.placedAt,
    })),
  delivery: ({ cases }) =>
    [...cases.values()].map(({ delivery, order }) => ({
      order_id: delivery.orderId,
      version: delivery.version,
      state: delivery.state,
      pickup_address: delivery.pickupAddress,
      delivery_address: delivery.deliveryAddress,
      courier_id: delivery.courierId,
      estimated_at: delivery.estimatedAt,
      picked_up_at: delivery.pickedUpAt,
      delivered_at: delivery.deliveredAt,
      restaurant_id: order.restaurantId,
      placed_at: order.placedAt,
    })),
  bill: ({ cases }) =>
    [...cases.values()].map(({ bill }) => ({
      order_id: bill.orderId,
      lines: bill.lines,
      currency: bill.total.currency,
      subtotal_amount: bill.subtotal.amount,
      delivery_fee_amount: bill.deliveryFee.amount,
      service_fee_amount: bill.serviceFee.amount,
      tax_amount: bill.tax.amount,
      total_amount: bill.total.amount,
      payment_state: bill.paymentState,
      authorization_code: bill.authorizationCode,
      refunds: bill.refunds,
    })),
  location_ping: ({ cases }) =>
    [...cases.values()].flatMap(({ order, track }) =>
      track.map(({ lat, lon, at }) => ({ order_id: order.id, at, lat, lon })),
    ),
};
