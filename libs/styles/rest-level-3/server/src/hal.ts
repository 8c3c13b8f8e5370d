import { OPERATIONS, type OperationName } from '@rungs/application';
import type { Actor, Role } from '@rungs/domain';
import type { PageLinks } from '@rungs/http';
import type { Forms } from './forms.ts';

// HAL (draft-kelly-json-hal-11, an expired Internet-Draft): a thing's JSON with links to other things and, where it
// pays, the other things themselves. HAL-FORMS (rwcbook.github.io/hal-forms, a working draft) adds forms.

export const HAL_FORMS = 'application/prs.hal-forms+json';
export const HAL = 'application/hal+json';

export interface Link {
  readonly href: string;
  /** RFC 6570: the href is a template for the client to fill in. */
  readonly templated?: true;
  readonly title?: string;
  /** Tells links of one relation apart. */
  readonly name?: string;
}

/** Our own relations, each with the sentence that its documentation page says. */
export const RELATIONS = {
  home: 'The entry point: everything that you may do begins there.',
  me: 'You, as a consumer: name, e-mail, addresses.',
  orders: 'The orders that you may see; the template takes filters, order and page size.',
  order: 'An order: what was ordered, where it goes, and the forms for what you may do with it now.',
  'order-details': 'An order with consumer, restaurant, ticket, delivery, courier and bill in one answer.',
  'order-history': 'A consumer’s orders in short: restaurant, number of dishes, total, state of the delivery.',
  ticket: 'What the kitchen has to cook for an order, and how far it is.',
  delivery: 'Where an order is picked up and brought to, by whom, and where the courier was last.',
  bill: 'What an order costs, line by line, and the state of its payment.',
  consumer: 'Who ordered.',
  courier: 'Who brings an order.',
  restaurants: 'The restaurants; the template takes a text, a cuisine, only the open ones, nearest first.',
  restaurant: 'A restaurant.',
  menu: 'What a restaurant offers, with prices.',
  'menu-item': 'One dish of a menu.',
  basket: 'A consumer’s basket at one restaurant at today’s prices, with the forms to fill, clear and check out.',
} as const;
export type OwnRelation = keyof typeof RELATIONS;

/** A registered relation (IANA link relations, RFC 8288 §4.2) where one fits, else one of ours as a CURIE. */
export type Relation =
  'self' | 'collection' | 'item' | 'up' | 'about' | 'first' | 'next' | 'prev' | 'search' | `rungs:${OwnRelation}`;

export type Links = { readonly [R in Relation]?: Link };

/** A resource as HAL says it: its plain JSON with controls. */
export type Hal<T extends object = object> = T & {
  readonly _links: Links & { readonly self: Link };
  readonly _embedded?: { readonly [R in Relation]?: Hal | readonly Hal[] };
  /** HAL-FORMS only: what can be done now. */
  readonly _templates?: Forms;
};

export function link(href: string): Link {
  return { href };
}

export function templated(href: string): Link {
  return { href, templated: true };
}

/** A page of a collection: what it holds is embedded, where its neighbours are is linked. */
export function halPage(url: string, neighbours: PageLinks, searchTemplate: string, items: readonly Hal[]): Hal {
  const { first, next, prev } = neighbours;
  return {
    _links: {
      self: link(url),
      first: link(first),
      ...(next !== undefined && { next: link(next) }),
      ...(prev !== undefined && { prev: link(prev) }),
      search: templated(searchTemplate),
    },
    _embedded: { item: items },
  };
}

/** The links, if the catalogue lets this role ask for the operation behind them at all; else none. */
export function offered(actor: Actor, operation: OperationName, links: Links): Links {
  return (OPERATIONS[operation].roles as readonly Role[]).includes(actor.role) ? links : {};
}

/**
 * What goes over the wire: with the CURIE that explains our relations (HAL §8.2), and, for a client that asked for
 * plain HAL, without the forms that it would not understand.
 */
export function halDocument(resource: Hal, relationTemplate: string, withForms: boolean): object {
  const { _links, _templates = {}, ...rest } = resource;
  return {
    _links: { ..._links, curies: [{ name: 'rungs', ...templated(relationTemplate) }] },
    ...rest,
    ...(withForms && Object.keys(_templates).length > 0 && { _templates }),
  };
}

/**
 * The media type to answer with: RFC 9110 §12.5.1, quality values and ranges included. Of equals the first offered;
 * undefined when none is acceptable.
 */
export function acceptedOf(accept: string | undefined, offers: readonly string[]): string | undefined {
  const ranges = (accept ?? '*/*').split(',').map((element) => {
    const [range = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { range, quality: weight === undefined ? 1 : Number(weight.slice(2)) };
  });
  const qualityOf = (offer: string): number => {
    // The most specific range that matches counts, whatever comes first.
    const matching = [offer, `${offer.split('/')[0] ?? ''}/*`, '*/*'].map((wanted) =>
      ranges.find(({ range }) => range === wanted),
    );
    return matching.find((match) => match !== undefined)?.quality ?? 0;
  };
  const best = offers.toSorted((a, b) => qualityOf(b) - qualityOf(a))[0];
  return best !== undefined && qualityOf(best) > 0 ? best : undefined;
}
