import { UriMap } from '@rungs/http';
import type { Form } from '../src/forms.ts';
import type { Link } from '../src/hal.ts';
import { PART_RELATIONS } from '../src/order/order.representation.ts';
import { uris } from '../src/paths.ts';
import { partsOf, type HalDocument } from './walk.ts';

/** A form, and where it is offered. */
export interface OfferedForm {
  readonly at: string;
  readonly name: string;
  readonly form: Form;
}

/** A resource within another one. */
export interface EmbeddedPart {
  readonly within: string;
  readonly self: string;
  readonly part: HalDocument;
}

export interface Crawl {
  /** What every address answered that was led to. */
  readonly statuses: ReadonlyMap<string, number>;
  /** Of those addresses, how many were made from templates. */
  readonly expanded: number;
  readonly documents: ReadonlyMap<string, HalDocument>;
  readonly forms: readonly OfferedForm[];
  readonly embedded: readonly EmbeddedPart[];
}

/** The variables of a template's path. */
export type Bookmark = Readonly<Record<string, string>>;

export type Ask = (href: string, init?: RequestInit) => Promise<Response>;

/** A value for each variable of a query, such that it is right wherever its name is. */
const VALUES: Readonly<Record<string, string | readonly string[]>> = {
  limit: '2',
  rows: '3',
  text: 'a',
  cuisine: 'Italian',
  open: 'true',
  onDuty: 'true',
  near: ['41.9', '12.5'],
  sort: 'placedAt',
  placedFrom: '2026-01-05T00:00:00.000Z',
  placedTo: '2026-01-06T00:00:00.000Z',
  // A state of orders, of tickets and of deliveries.
  states: ['PICKED_UP'],
  parts: ['ticket', 'bill'],
};

/** Where pages begin, which only the links to them know. */
const CURSORS: readonly string[] = ['after', 'before'];

/** Reads everything that links lead to, from the entry point on; what templates lead to, with and without variables. */
export class Crawler {
  private readonly statuses = new Map<string, number>();
  private readonly documents = new Map<string, HalDocument>();
  private readonly forms = new Map<string, OfferedForm>();
  private readonly embedded: EmbeddedPart[] = [];
  private readonly templates = new Set<string>();
  private readonly queue: string[] = [];
  private expanded = 0;

  private constructor(
    private readonly ask: Ask,
    private readonly bookmarks: readonly Bookmark[],
  ) {}

  /** @param bookmarks ids that one holds from earlier, of what no link leads to now */
  static async crawl(ask: Ask, entryPoint: string, bookmarks: readonly Bookmark[] = []): Promise<Crawl> {
    const crawler = new Crawler(ask, bookmarks);
    crawler.queue.push(entryPoint);
    await crawler.followLinks();
    // Whoever holds ids may fill in templates for them: those that were met, and bookmarks.
    for (const template of crawler.templates) {
      await crawler.expand(template);
      await crawler.followLinks();
    }
    const { statuses, expanded, documents, forms, embedded } = crawler;
    return { statuses, expanded, documents, forms: [...forms.values()], embedded };
  }

  private async followLinks(): Promise<void> {
    for (let href = this.queue.shift(); href !== undefined; href = this.queue.shift()) {
      const document = await this.read(href);
      if (document) for (const next of this.linksOf(document)) this.queue.push(next);
    }
  }

  /** Undefined where there was no document, or one that is known. */
  private async read(href: string): Promise<HalDocument | undefined> {
    if (this.statuses.has(href)) return undefined;
    const answer = await this.ask(href);
    this.statuses.set(href, answer.status);
    for (const [, linked = ''] of (answer.headers.get('link') ?? '').matchAll(/<([^>]*)>/g)) this.queue.push(linked);
    if (!answer.headers.get('content-type')?.includes('hal')) {
      // An image, a page, a stream that never ends.
      await answer.body?.cancel();
      return undefined;
    }
    const document = (await answer.json()) as HalDocument;
    this.documents.set(href, document);
    for (const part of partsOf(document)) this.note(part, document, href);
    return document;
  }

  private note(part: HalDocument, document: HalDocument, href: string): void {
    const [self] = [part._links?.['self'] ?? []].flat() as readonly Link[];
    const at = self?.href ?? href;
    if (part !== document && self) this.embedded.push({ within: href, self: at, part });
    for (const [name, form] of Object.entries(part._templates ?? {})) {
      // The same form in another place is the same; one with other fields is another.
      const fields = form.properties.map((property) => property.name).join();
      this.forms.set(`${name} ${form.method} ${form.target} ${fields}`, { at, name, form });
    }
  }

  private linksOf(document: HalDocument): readonly string[] {
    return partsOf(document).flatMap((part) => {
      const links = Object.entries(part._links ?? {}).flatMap(([relation, held]) =>
        [held].flat().map((link) => ({ relation, ...(link as Link) })),
      );
      const choices = Object.values(part._templates ?? {}).flatMap(({ properties }) =>
        properties.flatMap(({ options }) => (options && 'link' in options ? [options.link.href] : [])),
      );
      return [...links.flatMap((link) => this.leadsTo(link, links)), ...choices];
    });
  }

  private leadsTo(
    { relation, href, templated }: Link & { readonly relation: string },
    all: readonly { readonly relation: string }[],
  ): readonly string[] {
    if (!templated) return [href];
    if (relation === 'curies') {
      const own = all.flatMap((link) => (link.relation.startsWith('rungs:') ? [link.relation.slice(6)] : []));
      return own.map((rel) => expansion(href, { rel }));
    }
    this.templates.add(href);
    const path = href.replace(/\{\?[^}]*\}$/, '');
    return path.includes('{') ? [] : [path];
  }

  private async expand(template: string): Promise<void> {
    const names = (/\{\?([^}]*)\}$/.exec(template)?.[1] ?? '').split(',').filter((name) => !CURSORS.includes(name));
    const values = Object.fromEntries(
      names.flatMap((name) => {
        const value = name === 'embed' ? embeddableIn(template) : VALUES[name];
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
    for (const ids of this.idsFor(template)) {
      const each = Object.entries(values).map(([name, value]) => ({ [name]: value }));
      for (const variables of [{}, ...each, values]) {
        const href = expansion(template, { ...ids, ...variables });
        if (!this.statuses.has(href)) this.expanded += 1;
        const page = await this.read(href);
        // But for the pages of a list: of each selection the second will do.
        if (page && !page._links?.['first']) this.queue.push(...this.linksOf(page));
        const next = page && (await this.neighbour(page, 'next'));
        if (next) await this.neighbour(next, 'prev');
      }
    }
  }

  private async neighbour(page: HalDocument, relation: 'next' | 'prev'): Promise<HalDocument | undefined> {
    const [link] = [page._links?.[relation] ?? []].flat() as readonly Link[];
    return link && this.read(link.href);
  }

  /** What the variables of its path are: in the first and the last such address that was met, and in bookmarks. */
  private idsFor(template: string): readonly Bookmark[] {
    const path = template.replace(/\{\?[^}]*\}$/, '');
    if (!path.includes('{')) return [{}];
    const pattern = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/?]+)')}(?:\\?|$)`);
    const met = [...this.statuses.keys()].flatMap((href) => {
      const ids = pattern.exec(href)?.groups;
      return ids ? [ids] : [];
    });
    const names = (path.match(/\{(\w+)\}/g) ?? [])
      .map((name) => name.slice(1, -1))
      .toSorted()
      .join();
    const held = this.bookmarks.filter((ids) => Object.keys(ids).toSorted().join() === names);
    const all = [met[0], met.at(-1), ...held].filter((ids) => ids !== undefined);
    return [...new Map(all.map((ids) => [JSON.stringify(ids), ids])).values()];
  }
}

function expansion(template: string, variables: Readonly<Record<string, string | readonly string[]>>): string {
  return new UriMap('', { template } as Readonly<Record<string, string>>).href('template', variables);
}

/** Orders and the list of them can have more with them than things and lists can in general. */
function embeddableIn(template: string): readonly string[] {
  const at = (name: 'order' | 'orders'): RegExp => new RegExp(`^${uris.route(name).replace(/:\w+/, '[^/]+')}\\{\\?`);
  if (at('order').test(template)) return PART_RELATIONS;
  return at('orders').test(template) ? ['item', ...PART_RELATIONS] : ['item'];
}
