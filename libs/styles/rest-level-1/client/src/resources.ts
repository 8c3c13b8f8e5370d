/** Where each thing lives, below the server's address. An honest client of level 1 has these in its code. */
export const resources = {
  orders: () => '/level1/orders',
  order: (orderId: string) => `/level1/orders/${segment(orderId)}`,
  bill: (orderId: string) => `/level1/orders/${segment(orderId)}/bill`,
  ticket: (orderId: string) => `/level1/tickets/${segment(orderId)}`,
  delivery: (orderId: string) => `/level1/deliveries/${segment(orderId)}`,
  courier: (courierId: string) => `/level1/couriers/${segment(courierId)}`,
  restaurants: () => '/level1/restaurants',
  restaurant: (restaurantId: string) => `/level1/restaurants/${segment(restaurantId)}`,
  menu: (restaurantId: string) => `/level1/restaurants/${segment(restaurantId)}/menu`,
  menuItem: (restaurantId: string, menuItemId: string) =>
    `/level1/restaurants/${segment(restaurantId)}/menu/${segment(menuItemId)}`,
  consumer: (consumerId: string) => `/level1/consumers/${segment(consumerId)}`,
  orderHistory: (consumerId: string) => `/level1/consumers/${segment(consumerId)}/order-history`,
  basket: (consumerId: string, restaurantId: string) =>
    `/level1/consumers/${segment(consumerId)}/baskets/${segment(restaurantId)}`,
};

/** RFC 3986 §2.1: what a path segment cannot hold is percent-encoded. */
function segment(id: string): string {
  return encodeURIComponent(id);
}
