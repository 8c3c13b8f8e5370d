import type { OperationName, PageInput } from '@rungs/application';
import type { PageJson } from '@rungs/json';
import { NotOfferedError, type ClientOptions } from '@rungs/scenarios';
import { filledIn, rowsNeeded } from './form.ts';
import {
  embeddedIn,
  formsOf,
  get,
  getFile,
  hrefOf,
  hrefsOf,
  membersOf,
  submit,
  type Form,
  type Resource,
  type Wanted,
} from './hypermedia.ts';

/** What lists hold, which their links alone do not show. */
export const ITEMS: Wanted = ['item'];

/** The only address that this client knows. */
export function entryPoint({ baseUrl }: Pick<ClientOptions, 'baseUrl'>): string {
  return `${baseUrl}/level3`;
}

/** What is asked for with a form: its fields by the names of the catalogue, nested as there. */
export type Asked = Readonly<Record<string, unknown>> & {
  readonly expectedVersion?: number | undefined;
  readonly idempotencyKey?: string | undefined;
};

/** Goes from resource to resource, by what each offers. */
export class Walker {
  private home: Promise<Resource> | undefined;

  constructor(private readonly options: ClientOptions) {}

  /** The entry point as it is now. */
  arrive(): Promise<Resource> {
    return get(this.options, entryPoint(this.options));
  }

  /** Follows a link of the entry point, whose links are read once. */
  async begin(operation: OperationName, relation: string, variables: object = {}, wanted?: Wanted): Promise<Resource> {
    return this.follow(operation, await this.start(), relation, variables, wanted);
  }

  async follow(
    operation: OperationName,
    from: Resource,
    relation: string,
    variables: object = {},
    wanted?: Wanted,
  ): Promise<Resource> {
    return get(this.options, offered(operation, from, relation, variables), wanted);
  }

  /** The same for what is no resource with links of its own. */
  async fetchFile(operation: OperationName, relation: string, variables: object): ReturnType<typeof getFile> {
    return getFile(this.options, offered(operation, await this.start(), relation, variables));
  }

  /**
   * Fills in the operation's form and submits it. Where the resource has none that can say what is asked, its sheet may
   * have one, with as many rows as are needed; else it was not offered.
   */
  async submit(
    operation: OperationName,
    resource: Resource,
    { expectedVersion, ...asked }: Asked,
    {
      form = formsOf(resource)[operation],
      wanted,
    }: { readonly form?: Form | undefined; readonly wanted?: Wanted } = {},
  ): Promise<Resource> {
    const said = { ...asked, version: expectedVersion };
    const fields = form && filledIn(form, said);
    if (form && fields) return submit(this.options, resource, form, fields, wanted);
    const sheet = hrefOf(resource, 'rungs:sheet', { rows: rowsNeeded(asked) });
    if (sheet === undefined) throw new NotOfferedError(operation);
    return this.submitSheet(operation, await get(this.options, sheet), said, wanted);
  }

  private submitSheet(operation: OperationName, sheet: Resource, said: Asked, wanted?: Wanted): Promise<Resource> {
    const form = formsOf(sheet)[operation];
    const fields = form && filledIn(form, said);
    if (!form || !fields) throw new NotOfferedError(operation);
    return submit(this.options, sheet, form, fields, wanted);
  }

  /** What a list holds: with it, as was wanted, or, since nobody has to heed that, behind its links. */
  async itemsOf(list: Resource): Promise<readonly Resource[]> {
    const embedded = embeddedIn(list, 'item');
    if (embedded.length > 0) return embedded;
    return Promise.all(hrefsOf(list, 'item').map((href) => get(this.options, href)));
  }

  /**
   * A page. Its neighbours are links: what goes out as `next` is the link itself, marked with the list that it
   * belongs to, and is followed when it comes back with the same question.
   */
  async list<T>(operation: OperationName, relation: string, input: PageInput): Promise<PageJson<T>> {
    const { limit: _limit, after, before, ...question } = input;
    const mark = `${operation} ${JSON.stringify(question)} `;
    const [cursor, ...others] = [after, before].filter((given) => given !== undefined);
    const page =
      cursor?.startsWith(mark) && others.length === 0
        ? await get(this.options, cursor.slice(mark.length), ITEMS)
        : await this.begin(operation, relation, input, ITEMS);
    const next = hrefOf(page, 'next');
    const previous = hrefOf(page, 'prev');
    return {
      items: (await this.itemsOf(page)).map(membersOf<T>),
      page: { ...(next && { next: mark + next }), ...(previous && { previous: mark + previous }) },
    };
  }

  private start(): Promise<Resource> {
    this.home ??= this.arrive().catch((error: unknown) => {
      this.home = undefined;
      throw error;
    });
    return this.home;
  }
}

/** Where a link leads that the operation needs. */
export function offered(operation: OperationName, from: Resource, relation: string, variables: object = {}): string {
  const href = hrefOf(from, relation, variables);
  if (href === undefined) throw new NotOfferedError(operation);
  return href;
}
