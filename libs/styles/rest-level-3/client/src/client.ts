import type { OperationName, InputOf, PageInput } from '@rungs/application';
import type { BasketJson, OrderDetailsJson, OutcomeJson, PageJson } from '@rungs/json';
import { NotOfferedError, type ClientOptions, type StyleClient } from '@rungs/scenarios';
import { embeddedIn, formsOf, get, hrefOf, membersOf, submit, type Form, type Resource } from './hypermedia.ts';

/** The only address that this client knows. */
export function entryPoint({ baseUrl }: Pick<ClientOptions, 'baseUrl'>): string {
  return `${baseUrl}/level3`;
}

/**
 * An honest client of level 3: it knows relations, forms' names and fields, and what they mean; addresses, methods
 * and what is allowed now it reads from each answer. What was not offered it cannot ask (`NotOfferedError`).
 */
export function connect(options: ClientOptions): StyleClient {
  const web = new Walker(options);

  /** By a link of the entry point, filled in with ids that one holds, like bookmarks. */
  async function read<N extends OperationName>(operation: N, relation: string, ids: object): Promise<OutcomeJson<N>> {
    return membersOf<OutcomeJson<N>>(await web.begin(operation, relation, ids));
  }

  async function basketOf<N extends OperationName>(operation: N, input: BasketKey): Promise<Resource> {
    const { consumerId, restaurantId } = input;
    return web.begin(operation, 'rungs:basket', { consumerId, restaurantId });
  }

  return {
    getConsumer: (ids) => read('getConsumer', 'rungs:consumer', ids),

    getRestaurant: (ids) => read('getRestaurant', 'rungs:restaurant', ids),
    listRestaurants: (input) => web.list('listRestaurants', 'rungs:restaurants', withPair(input)),
    getMenu: async (ids) => {
      const menu = await web.begin('getMenu', 'rungs:menu', ids);
      return { ...membersOf<OutcomeJson<'getMenu'>>(menu), items: embeddedIn(menu, 'item').map(membersOf<never>) };
    },
    getMenuItem: (ids) => read('getMenuItem', 'rungs:menu-item', ids),

    getBasket: async (key) => membersOf(await basketOf('getBasket', key)),
    addToBasket: async (input) => {
      const basket = await basketOf('addToBasket', input);
      return membersOf(await web.submit('addToBasket', basket, input));
    },
    setBasketLine: async (input) => {
      const basket = await basketOf('setBasketLine', input);
      return membersOf(await web.submit('setBasketLine', basket, withVersion(input), lineForm(basket, input)));
    },
    clearBasket: async (input) => {
      const basket = await basketOf('clearBasket', input);
      return membersOf(await web.submit('clearBasket', basket, withVersion(input)));
    },
    checkoutBasket: async (input) => {
      const basket = await basketOf('checkoutBasket', input);
      return membersOf(await web.submit('checkoutBasket', basket, flat(withVersion(input))));
    },

    getOrder: (ids) => read('getOrder', 'rungs:order', ids),
    listOrders: (input) => web.list('listOrders', 'rungs:orders', input),
    getOrderDetails: async (input) => detailsOf(await web.begin('getOrderDetails', 'rungs:order-details', input)),
    listOrderHistory: (input) => web.list('listOrderHistory', 'rungs:order-history', input),
    placeOrder: (input) => placeOrder(web, input),
    cancelOrder: async ({ orderId, ...conditions }) => {
      const order = await web.begin('cancelOrder', 'rungs:order', { orderId });
      return membersOf(await web.submit('cancelOrder', order, withVersion(conditions)));
    },

    getTicket: (ids) => read('getTicket', 'rungs:ticket', ids),
    getDelivery: (ids) => read('getDelivery', 'rungs:delivery', ids),
    getCourier: (ids) => read('getCourier', 'rungs:courier', ids),
    getBill: (ids) => read('getBill', 'rungs:bill', ids),
  };
}

/** RFC 6570 expands a list as `41.9,12.5`, which is how the template wants a place. */
function withPair({ near, ...filter }: InputOf<'listRestaurants'>): PageInput {
  return { ...filter, ...(near && { near: [near.lat, near.lon] }) };
}

interface BasketKey {
  readonly consumerId: string;
  readonly restaurantId: string;
}

/** Goes from resource to resource, by what each offers. */
class Walker {
  private home: Promise<Resource> | undefined;

  constructor(private readonly options: ClientOptions) {}

  /** Follows a link of the entry point, which is read once. */
  async begin(operation: OperationName, relation: string, variables: object): Promise<Resource> {
    this.home ??= get(this.options, entryPoint(this.options)).catch((error: unknown) => {
      this.home = undefined;
      throw error;
    });
    return this.follow(operation, await this.home, relation, variables);
  }

  async follow(operation: OperationName, from: Resource, relation: string, variables = {}): Promise<Resource> {
    const href = hrefOf(from, relation, variables);
    if (href === undefined) throw new NotOfferedError(operation);
    return get(this.options, href);
  }

  async submit(
    operation: OperationName,
    resource: Resource,
    filledIn: object,
    form: Form | undefined = formsOf(resource)[operation],
  ): Promise<Resource> {
    if (form === undefined) throw new NotOfferedError(operation);
    return submit(this.options, resource, form, filledIn as Record<string, unknown>);
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
        ? await get(this.options, cursor.slice(mark.length))
        : await this.begin(operation, relation, input);
    const next = hrefOf(page, 'next');
    const previous = hrefOf(page, 'prev');
    return {
      items: embeddedIn(page, 'item').map(membersOf<T>),
      page: { ...(next && { next: mark + next }), ...(previous && { previous: mark + previous }) },
    };
  }
}

/**
 * There is no form with an order's nested lines: fills the basket of the restaurant and checks it out. With a key,
 * each step has a key made from it, so that the same order placed again is the same basket filled and the same
 * checkout: the first order is answered.
 */
async function placeOrder(web: Walker, input: InputOf<'placeOrder'>): Promise<OutcomeJson<'placeOrder'>> {
  const { restaurantId, lines, idempotencyKey, ...checkout } = input;
  const restaurant = await web.begin('placeOrder', 'rungs:restaurant', { restaurantId });
  let basket = await web.follow('placeOrder', restaurant, 'rungs:basket');
  if (!holds(basket, lines)) {
    if (formsOf(basket)['clearBasket']) basket = await web.submit('clearBasket', basket, {});
    for (const [index, line] of lines.entries()) {
      const key = idempotencyKey === undefined ? undefined : `${idempotencyKey}.${index}`;
      basket = await web.submit('addToBasket', basket, { ...line, idempotencyKey: key });
    }
  }
  return membersOf(await web.submit('checkoutBasket', basket, flat({ ...checkout, idempotencyKey })));
}

function holds(basket: Resource, lines: InputOf<'placeOrder'>['lines']): boolean {
  const held = membersOf<BasketJson>(basket).lines;
  return (
    held.length === lines.length &&
    lines.every(({ menuItemId, quantity }, at) => held[at]?.menuItemId === menuItemId && held[at].quantity === quantity)
  );
}

/** The form for one line, among those of all lines: the one that was offered with this dish in it. */
function lineForm(basket: Resource, { menuItemId }: { readonly menuItemId: string }): Form | undefined {
  return Object.values(formsOf(basket)).find(({ properties = [] }) =>
    properties.some(({ name, value }) => name === 'menuItemId' && value === menuItemId),
  );
}

/** The version that the caller saw goes where the form has the version that it was offered with. */
function withVersion<T extends { readonly expectedVersion?: number | undefined }>(input: T): object {
  return { ...input, version: input.expectedVersion };
}

/** Forms are flat: an address is four fields. */
function flat(input: { readonly deliveryAddress?: object | undefined } | object): object {
  return { ...input, ...('deliveryAddress' in input && input.deliveryAddress) };
}

function detailsOf(details: Resource): OrderDetailsJson {
  const parts = ['order', 'consumer', 'restaurant', 'ticket', 'delivery', 'courier', 'bill'].flatMap((part) =>
    embeddedIn(details, `rungs:${part}`).map((embedded) => [part, membersOf<unknown>(embedded)] as const),
  );
  return Object.fromEntries(parts) as unknown as OrderDetailsJson;
}
