import { OPERATIONS, type OperationName } from '@rungs/application';
import type { Actor, Role } from '@rungs/domain';
import { pageLinks } from '@rungs/http';
import { withKeys, type Forms } from './forms.ts';

// HAL (draft-kelly-json-hal-11, an expired Internet-Draft): a thing's JSON with links to other things and, where it
// pays, the other things themselves. HAL-FORMS (rwcbook.github.io/hal-forms, a working draft) adds forms.

export const HAL_FORMS = 'application/prs.hal-forms+json';
export const HAL = 'application/hal+json';

export interface Link {
  readonly href: string;
  /** RFC 6570: the href is a template for the client to fill in. */
  readonly templated?: true;
  readonly title?: string;
  /** The media type of what is there, where it is not HAL. */
  readonly type?: string;
  /** Tells links of one relation apart. */
  readonly name?: string;
}

/** Our own relations, each with the sentence that its documentation page says. */
export const RELATIONS = {
  home: 'The entry point: everything that you may do begins there.',
  me: 'You: the consumer, the restaurant or the courier that you are signed in as.',
  orders: 'The orders that you may see.',
  order: 'An order: what was ordered, where it goes, and the forms for what you may do with it now.',
  'order-details': 'An order with consumer, restaurant, ticket, delivery, courier and bill in one answer.',
  'order-history': 'A consumer’s orders in short: restaurant, number of dishes, total, state of the delivery.',
  tickets: 'The kitchen’s tickets that you may see, oldest order first; its restaurant may accept several at once.',
  ticket: 'What the kitchen has to cook for an order, and how far it is.',
  deliveries: 'The deliveries that you may see, newest order first.',
  delivery: 'Where an order is picked up and brought to, by whom, and where the courier was last.',
  track: 'Where the courier of a delivery has been, oldest first.',
  events: 'What happens to an order, as it happens, for as long as it is under way: a stream of server-sent events.',
  bill: 'What an order costs, line by line, and the state of its payment.',
  consumers: 'All consumers, by name.',
  consumer: 'Who ordered.',
  couriers: 'All couriers, by name.',
  courier: 'Who brings an order.',
  restaurants: 'The restaurants, by name.',
  restaurant: 'A restaurant.',
  menu: 'What a restaurant offers, with prices.',
  'menu-item': 'One dish of a menu.',
  'menu-import': 'A file of dishes on its way onto the menu: how far it is, and what became of each line.',
  photo: 'What a dish looks like: an image.',
  basket: 'A consumer’s basket at one restaurant at today’s prices, with the forms to fill, clear and check out.',
  sheet: 'A form that takes a whole list, on a page of its own.',
  embed:
    'This again, and with it what is behind those of its links that are named, just as their own addresses say it.',
} as const;
export type OwnRelation = keyof typeof RELATIONS;

/** A registered relation (IANA link relations, RFC 8288 §4.2) where one fits, else one of ours as a CURIE. */
export type Relation =
  'self' | 'collection' | 'item' | 'about' | 'first' | 'next' | 'prev' | 'search' | 'profile' | `rungs:${OwnRelation}`;

/** One of each relation, but of what a collection holds. */
export type Links = { readonly [R in Exclude<Relation, 'item'>]?: Link } & { readonly item?: readonly Link[] };

/** A thing as HAL says it: its plain JSON with controls. */
export type HalPart<T extends object = object> = T & {
  readonly _links?: Links;
  readonly _embedded?: { readonly [R in Relation]?: HalPart | readonly HalPart[] };
  /** HAL-FORMS only: what can be done now. */
  readonly _templates?: Forms;
};

/** One that has an address of its own. */
export type Hal<T extends object = object> = HalPart<T> & { readonly _links: { readonly self: Link } };

export function link(href: string, title?: string): Link {
  return title === undefined ? { href } : { href, title };
}

export function templated(href: string): Link {
  return { href, templated: true };
}

/** What a collection holds: where each is, or, for who asked for that, each itself (HAL §8.3: one or the other). */
export interface Items {
  readonly _links?: { readonly item: readonly Link[] };
  readonly _embedded?: { readonly item: readonly HalPart[] };
}

export function linkedItems<T>(items: readonly T[], linkTo: (item: T) => Link): Items {
  return { _links: { item: items.map(linkTo) } };
}

export function embeddedItems<T>(items: readonly T[], represent: (item: T) => HalPart): Items {
  return { _embedded: { item: items.map((item) => represent(item)) } };
}

/** A page of a collection: what it holds, and where its neighbours are. */
export function halPage(
  url: string,
  page: Parameters<typeof pageLinks>[1],
  searchTemplate: string,
  { _links, _embedded }: Items,
  others: Links = {},
): Hal {
  const { first, next, prev } = pageLinks(url, page);
  return {
    _links: {
      self: link(url),
      first: link(first),
      ...(next !== undefined && { next: link(next) }),
      ...(prev !== undefined && { prev: link(prev) }),
      search: templated(searchTemplate),
      ...others,
      ..._links,
    },
    ...(_embedded && { _embedded }),
  };
}

/** True when the catalogue lets this role ask for the operation at all. */
export function offers(actor: Actor, operation: OperationName): boolean {
  return (OPERATIONS[operation].roles as readonly Role[]).includes(actor.role);
}

/** The links, if this role may ask for the operation behind them; else none. */
export function offered(actor: Actor, operation: OperationName, links: Links): Links {
  return offers(actor, operation) ? links : {};
}

/** With the CURIE that explains our relations: HAL §8.2. */
export function withCuries(links: Links, relationTemplate: string): object {
  return { ...links, curies: [{ name: 'rungs', ...templated(relationTemplate) }] };
}

/**
 * What goes over the wire: with a fresh key in each form, or, for a client that asked for plain HAL, without the forms
 * that it would not understand.
 */
export function halDocument(resource: HalPart, relationTemplate: string, forms: KeysOfForms): object {
  const { _links = {}, ...rest } = halPart(resource, forms);
  return { _links: withCuries(_links, relationTemplate), ...rest };
}

type KeysOfForms = 'none' | (() => string);

/** The same for all that is embedded; the CURIE stands in the document's own links alone (HAL §8.2). */
function halPart({ _embedded, _templates = {}, ...rest }: HalPart, forms: KeysOfForms): HalPart {
  const embedded = Object.entries(_embedded ?? {}).map(([relation, held]) => [relation, halParts(held, forms)]);
  return {
    ...rest,
    ...(_embedded && { _embedded: Object.fromEntries(embedded) as HalPart['_embedded'] }),
    ...(forms !== 'none' && Object.keys(_templates).length > 0 && { _templates: withKeys(_templates, forms) }),
  };
}

function halParts(held: HalPart | readonly HalPart[], forms: KeysOfForms): HalPart | readonly HalPart[] {
  return isSeveral(held) ? held.map((part) => halPart(part, forms)) : halPart(held, forms);
}

function isSeveral(held: HalPart | readonly HalPart[]): held is readonly HalPart[] {
  return Array.isArray(held);
}
