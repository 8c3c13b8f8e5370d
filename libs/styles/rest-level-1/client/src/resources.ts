/** Where each thing lives, below the server's address. An honest client of level 1 has these in its code. */
export const resources = {
  consumers: () => '/level1/consumers',
  consumer: (consumerId: string) => `/level1/consumers/${segment(consumerId)}`,
  orderHistory: (consumerId: string) => `/level1/consumers/${segment(consumerId)}/order-history`,
  basket: (consumerId: string, restaurantId: string) =>
    `/level1/consumers/${segment(consumerId)}/baskets/${segment(restaurantId)}`,
  restaurants: () => '/level1/restaurants',
  restaurant: (restaurantId: string) => `/level1/restaurants/${segment(restaurantId)}`,
  menu: (restaurantId: string) => `/level1/restaurants/${segment(restaurantId)}/menu`,
  menuItem: (restaurantId: string, menuItemId: string) =>
    `/level1/restaurants/${segment(restaurantId)}/menu/${segment(menuItemId)}`,
  photo: (restaurantId: string, menuItemId: string) =>
    `/level1/restaurants/${segment(restaurantId)}/menu/${segment(menuItemId)}/photo`,
  menuImports: (restaurantId: string) => `/level1/restaurants/${segment(restaurantId)}/menu-imports`,
  menuImport: (restaurantId: string, menuImportId: string) =>
    `/level1/restaurants/${segment(restaurantId)}/menu-imports/${segment(menuImportId)}`,
  orders: () => '/level1/orders',
  order: (orderId: string) => `/level1/orders/${segment(orderId)}`,
  bill: (orderId: string) => `/level1/orders/${segment(orderId)}/bill`,
  tickets: () => '/level1/tickets',
  ticket: (orderId: string) => `/level1/tickets/${segment(orderId)}`,
  deliveries: () => '/level1/deliveries',
  delivery: (orderId: string) => `/level1/deliveries/${segment(orderId)}`,
  track: (orderId: string) => `/level1/deliveries/${segment(orderId)}/track`,
  couriers: () => '/level1/couriers',
  courier: (courierId: string) => `/level1/couriers/${segment(courierId)}`,
};

/** RFC 3986 §2.1: what a path segment cannot hold is percent-encoded. */
function segment(id: string): string {
  return encodeURIComponent(id);
}
