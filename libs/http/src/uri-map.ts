import { parseTemplate } from 'url-template';

/**
 * Every thing that has a URI, by the name of its route: RFC 6570 templates relative to a style's prefix, as data.
 * Hrefs and routes are both made from here, so that paths can be renamed without a change of code.
 */
export const RESOURCES = {
  consumers: '/consumers{?text,limit,after,before}',
  consumer: '/consumers/{consumerId}',
  orderHistory: '/consumers/{consumerId}/order-history{?limit,after,before}',
  basket: '/consumers/{consumerId}/baskets/{restaurantId}',
  basketLines: '/consumers/{consumerId}/baskets/{restaurantId}/lines',
  basketLine: '/consumers/{consumerId}/baskets/{restaurantId}/lines/{menuItemId}',
  basketCheckout: '/consumers/{consumerId}/baskets/{restaurantId}/checkout',
  restaurants: '/restaurants{?text,cuisine,open,near,limit,after,before}',
  restaurant: '/restaurants/{restaurantId}',
  menu: '/restaurants/{restaurantId}/menu',
  menuItem: '/restaurants/{restaurantId}/menu/{menuItemId}',
  photo: '/restaurants/{restaurantId}/menu/{menuItemId}/photo',
  menuImports: '/restaurants/{restaurantId}/menu-imports',
  menuImport: '/restaurants/{restaurantId}/menu-imports/{menuImportId}',
  orders: '/orders{?consumerId,restaurantId,states,placedFrom,placedTo,sort,limit,after,before}',
  order: '/orders/{orderId}',
  orderDetails: '/orders/{orderId}/details{?parts}',
  orderEvents: '/orders/{orderId}/events',
  cancellation: '/orders/{orderId}/cancellation',
  bill: '/orders/{orderId}/bill',
  refunds: '/orders/{orderId}/bill/refunds',
  tickets: '/tickets{?restaurantId,states,limit,after,before}',
  ticket: '/tickets/{orderId}',
  acceptance: '/tickets/{orderId}/acceptance',
  rejection: '/tickets/{orderId}/rejection',
  preparation: '/tickets/{orderId}/preparation',
  readiness: '/tickets/{orderId}/readiness',
  ticketAcceptances: '/ticket-acceptances',
  deliveries: '/deliveries{?courierId,states,limit,after,before}',
  delivery: '/deliveries/{orderId}',
  track: '/deliveries/{orderId}/track{?limit,after,before}',
  courierAssignment: '/deliveries/{orderId}/courier',
  pickup: '/deliveries/{orderId}/pickup',
  dropoff: '/deliveries/{orderId}/dropoff',
  couriers: '/couriers{?onDuty,limit,after,before}',
  courier: '/couriers/{courierId}',
  duty: '/couriers/{courierId}/duty',
} as const;

export type UriTemplates = Readonly<Record<string, string>>;

type Value = string | number | boolean | readonly string[] | undefined;

/** `orderId` of `/orders/{orderId}`: what the path itself needs. */
type PathVariables<T extends string> = T extends `${string}{${infer Expression}}${infer Rest}`
  ? (Expression extends `${'?' | '&'}${string}` ? never : Expression) | PathVariables<Rest>
  : never;

/** `limit`, `after` of `{?limit,after}`: each may be left out. */
type QueryVariables<T extends string> = T extends `${string}{?${infer List}}${infer Rest}`
  ? Listed<List> | QueryVariables<Rest>
  : never;
type Listed<T extends string> = T extends `${infer Head},${infer Rest}` ? Head | Listed<Rest> : T;

/** What a template is filled with; text that is no template of the program's own takes anything. */
export type UriVariables<T extends string> = string extends T
  ? Readonly<Record<string, Value>>
  : { readonly [V in PathVariables<T>]: string } & { readonly [V in QueryVariables<T>]?: Value };

/** The URIs of one style. */
export class UriMap<T extends UriTemplates = typeof RESOURCES> {
  private readonly templates: T;

  /** @param prefix the style's, `/level3`; @param templates defaults to `RESOURCES` at the call of `uriMapOf` */
  constructor(
    readonly prefix: string,
    templates: T,
  ) {
    this.templates = templates;
  }

  /** `href('order', { orderId })` is `/level2/orders/0190…`; values are percent-encoded. */
  href<N extends keyof T & string>(name: N, variables: UriVariables<T[N]>): string {
    return parseTemplate(this.template(name)).expand(variables as Record<string, string>);
  }

  /** The whole RFC 6570 template, for a templated link: `/level3/orders{?states,limit}`. */
  template(name: keyof T & string): string {
    return `${this.prefix}${this.templates[name] as string}`;
  }

  /** The same with its path filled in, which leaves the query to the client: `/level3/orders/0190…/sheet{?rows}`. */
  templateAt<N extends keyof T & string>(name: N, variables: UriVariables<T[N]>): string {
    const [query = ''] = /\{\?[^}]*\}$/.exec(this.template(name)) ?? [];
    return this.href(name, variables) + query;
  }

  /** What the query of the resource behind a route may hold: `limit` and `after` of `/level2/orders`. */
  queryOf(route: string): ReadonlySet<string> {
    const names = Object.keys(this.templates).filter((name) => this.route(name) === route);
    const queries = names.map((name) => /\{[?&]([^}]*)\}/.exec(this.template(name))?.[1] ?? '');
    return new Set(queries.flatMap((query) => query.split(',')));
  }

  /** The pattern that Nest routes by, prefix included: `/level2/orders/:orderId`. */
  route(name: keyof T & string): string {
    return routeOf(this.template(name));
  }
}

/** A style's map of the resources that all of them have. */
export function uriMapOf(prefix: string): UriMap {
  return new UriMap(prefix, RESOURCES);
}

/** `/orders/{orderId}{?parts}` as a route pattern: `/orders/:orderId`. */
export function routeOf(template: string): string {
  return template.replace(/\{[?&][^}]*\}/g, '').replace(/\{(\w+)\}/g, ':$1');
}
