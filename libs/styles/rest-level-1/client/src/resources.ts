/** The names of the ids in a URI template. */
type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What it takes to fill a template in: nothing, where there is nothing to fill in. */
type IdsFor<T extends string> = [NamesIn<T>] extends [never] ? [] : [ids: Readonly<Record<NamesIn<T>, string>>];

/** Where a kind of thing lives: the template, and the path of one of them. */
interface Resource<T extends string> {
  (...ids: IdsFor<T>): string;
  readonly template: T;
}

/** RFC 6570 §3.2.2: what a path segment cannot hold is percent-encoded. */
function at<T extends string>(template: T): Resource<T> {
  const pathOf = (ids: Readonly<Record<string, string>> = {}): string =>
    template.replace(/\{(\w+)\}/g, (_expression, name: string) => encodeURIComponent(String(ids[name])));
  return Object.assign(pathOf, { template });
}

/** Where each thing lives, below the server's address. An honest client of level 1 has these in its code. */
export const resources = {
  consumers: at('/level1/consumers'),
  consumer: at('/level1/consumers/{consumerId}'),
  orderHistory: at('/level1/consumers/{consumerId}/order-history'),
  basket: at('/level1/consumers/{consumerId}/baskets/{restaurantId}'),
  restaurants: at('/level1/restaurants'),
  restaurant: at('/level1/restaurants/{restaurantId}'),
  menu: at('/level1/restaurants/{restaurantId}/menu'),
  menuItem: at('/level1/restaurants/{restaurantId}/menu/{menuItemId}'),
  photo: at('/level1/restaurants/{restaurantId}/menu/{menuItemId}/photo'),
  menuImports: at('/level1/restaurants/{restaurantId}/menu-imports'),
  menuImport: at('/level1/restaurants/{restaurantId}/menu-imports/{menuImportId}'),
  orders: at('/level1/orders'),
  order: at('/level1/orders/{orderId}'),
  bill: at('/level1/orders/{orderId}/bill'),
  tickets: at('/level1/tickets'),
  ticket: at('/level1/tickets/{orderId}'),
  deliveries: at('/level1/deliveries'),
  delivery: at('/level1/deliveries/{orderId}'),
  track: at('/level1/deliveries/{orderId}/track'),
  couriers: at('/level1/couriers'),
  courier: at('/level1/couriers/{courierId}'),
};
