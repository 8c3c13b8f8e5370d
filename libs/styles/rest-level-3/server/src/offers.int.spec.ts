import { OPERATIONS, PERSONAS, type OperationName, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PNG } from '../spec/png.ts';
import type { Form } from './forms.ts';
import type { Link } from './hal.ts';
import { RestLevel3Module } from './module.ts';
import { OPERATION_HANDLERS } from './operations.ts';

type Who = PersonaName | 'anonymous' | { readonly role: 'courier'; readonly courierId: string };

interface Document {
  readonly _links?: Readonly<Record<string, Link>>;
  readonly _embedded?: Readonly<Record<string, Document | readonly Document[]>>;
  readonly _templates?: Readonly<Record<string, Form>>;
  readonly [member: string]: unknown;
}

const HOME = '/level3';

const WRITES = (Object.keys(OPERATIONS) as OperationName[]).filter(
  (name) => OPERATIONS[name].kind === 'write' && !('notOffered' in OPERATION_HANDLERS[name]),
);

function nameOf(who: Who): string {
  return typeof who === 'string' ? who : who.role;
}

describe('what level 3 offers', () => {
  let served: ServedStyle;
  const submitted = new Set<string>();

  beforeAll(async () => {
    served = await serveStyle([RestLevel3Module]);
  });
  afterAll(async () => {
    await served.close();
    expect(served.defects).toEqual([]);
  });

  const ask = async (as: Who, href: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(href, served.baseUrl), {
      ...init,
      headers: {
        ...(as !== 'anonymous' && { authorization: `Bearer ${await served.tokenFor(as)}` }),
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
        // Of lists and menus with what they hold.
        prefer: 'transclude=item',
        ...init.headers,
      },
    });

  const read = async (as: Who, href: string): Promise<Document> => (await (await ask(as, href)).json()) as Document;

  /** Where a link leads from a document, its template filled in with nothing but what is given. */
  const hrefOf = ({ _links = {} }: Document, relation: string, query = ''): string =>
    `${(_links[relation] as Link).href.replace(/\{\?[^}]*\}$/, '')}${query}`;

  const follow = async (as: Who, from: Document, ...relations: string[]): Promise<Document> => {
    let at = from;
    for (const relation of relations) at = await read(as, hrefOf(at, relation));
    return at;
  };

  /** As a form client that reads none of it: every field as it came, but for what a person fills in. */
  const send = async (as: Who, { method, target, properties }: Form, filledIn: object = {}): Promise<Response> => {
    const asOffered = Object.fromEntries(properties.map(({ name, value = '' }) => [name, value]));
    // HAL-FORMS §5.1.
    if (method === 'DELETE') return ask(as, `${target}?${new URLSearchParams(asOffered).toString()}`, { method });
    return ask(as, target, { method, body: JSON.stringify({ ...asOffered, ...filledIn }) });
  };

  const submit = async (as: Who, from: Document, name: string, filledIn: object = {}): Promise<Document> => {
    const form = from._templates?.[name];
    expect(form, `${nameOf(as)} is offered ${name} at ${from._links?.['self']?.href}`).toBeDefined();
    const answer = await send(as, form as Form, filledIn);
    const document = (await answer.json()) as Document;
    expect(answer.ok, `${nameOf(as)}: ${name}: ${JSON.stringify(document)}`).toBe(true);
    submitted.add(name.replace(/-.*/, ''));
    return document;
  };

  /** Ann's basket at luigi's with a dish in it. */
  const filledBasket = async (): Promise<Document> => {
    const home = await read('ann', HOME);
    const restaurants = await read('ann', hrefOf(home, 'rungs:restaurants', '?limit=100&open=true'));
    const luigis = [restaurants._embedded?.['item'] ?? []]
      .flat()
      .find(({ id }) => id === PERSONAS.luigi.restaurantId) as Document;
    const basket = await follow('ann', luigis, 'rungs:basket');
    const dish = basket._templates?.['addToBasket']?.properties[0]?.options as { link: Link };
    const menu = await read('ann', dish.link.href);
    const dishes = [menu._embedded?.['item'] ?? []].flat().filter(({ available }) => available);
    return submit('ann', basket, 'addToBasket', { menuItemId: dishes[0]?.['id'], quantity: '2' });
  };

  /** A new order of ann's at luigi's. */
  const newOrder = async (): Promise<Document> =>
    submit('ann', await filledBasket(), 'checkoutBasket', { paymentToken: 'tok_visa' });

  const soon = (): string => new Date(Date.now() + 30 * 60_000).toISOString();

  describe('is submitted unread, but for what only a person can say:', () => {
    it('assigning a courier to the delivery that waits, and cancelling', async () => {
      const waiting = hrefOf(await read('sam', HOME), 'rungs:deliveries', '?states=PENDING&limit=100');
      const deliveries = [(await read('sam', waiting))._embedded?.['item'] ?? []].flat();
      const offers = await Promise.all(deliveries.map((delivery) => follow('sam', delivery, 'self')));
      const offered = offers.find(({ _templates }) => _templates?.['assignCourier']) as Document;
      expect(await submit('sam', offered, 'assignCourier')).toMatchObject({ state: 'SCHEDULED' });

      const order = await newOrder();
      const { cancelOrder } = order._templates ?? {};
      expect(await submit('ann', order, 'cancelOrder')).toMatchObject({ state: 'CANCELLED' });
      expect((await send('ann', cancelOrder as Form)).status, 'once, however often').toBe(200);
      expect(await follow('ann', order, 'self')).not.toHaveProperty('_templates');
    });

    it('registering, and changing oneself', async () => {
      const newcomer = { 'name.first': 'Eve', 'name.last': 'Rossi', email: 'eve@example.com' };
      const registered = await submit('anonymous', await read('anonymous', HOME), 'registerConsumer', newcomer);
      expect(registered).toMatchObject({ name: { first: 'Eve', last: 'Rossi' }, addresses: [], version: 1 });
      const ann = await follow('ann', await read('ann', HOME), 'rungs:me');
      const unchanged = await submit('ann', ann, 'updateConsumer');
      expect(unchanged['version']).toBe(ann['version']);
      const moved = await submit('ann', unchanged, 'updateConsumer', { 'addresses.0.street': 'Via Appia 1' });
      expect(moved).toMatchObject({ email: ann['email'], addresses: [{ street: 'Via Appia 1' }] });
    });

    it('opening a restaurant, with a menu of its own', async () => {
      const restaurants = await follow('sam', await read('sam', HOME), 'rungs:restaurants');
      const opened = await submit('sam', restaurants, 'openRestaurant', {
        name: 'Da Enzo',
        cuisine: 'Roman',
        'address.street': 'Via dei Vascellari 29',
        'address.city': 'Roma',
        'address.postalCode': '00153',
        'address.country': 'IT',
        'location.lat': '41.888',
        'location.lon': '12.477',
        currency: 'EUR',
      });
      expect(opened).toMatchObject({ name: 'Da Enzo', location: { lat: 41.888, lon: 12.477 }, open: false });
      const sheet = await follow('sam', opened, 'rungs:menu', 'rungs:sheet');
      const dish = { 'items.2.name': 'Gricia', 'items.2.price.amount': '1300', 'items.2.price.currency': 'EUR' };
      const menu = await submit('sam', sheet, 'replaceMenu', dish);
      expect(menu._embedded?.['item']).toMatchObject([{ name: 'Gricia', description: '', tags: [], available: true }]);
    });

    it('changing a restaurant, its dishes and their photos', async () => {
      const luigis = await follow('luigi', await read('luigi', HOME), 'rungs:me');
      expect(await submit('luigi', luigis, 'updateRestaurant')).toMatchObject({ version: luigis['version'] });
      const sheet = await follow('luigi', luigis, 'rungs:menu', 'rungs:sheet');
      const menu = await submit('luigi', sheet, 'replaceMenu');
      expect(menu['version'], 'a menu sent back as it came stays as it is').toBe(luigis['version']);

      const [dish] = [menu._embedded?.['item'] ?? []].flat() as [Document];
      const bare = await submit('luigi', await follow('luigi', dish, 'self'), 'deletePhoto');
      expect([bare['photo'], bare._links?.['rungs:photo']]).toEqual([undefined, undefined]);
      const pictured = await submit('luigi', bare, 'setPhoto', { contentType: 'image/png', data: PNG });
      const photo = await ask('anonymous', hrefOf(pictured, 'rungs:photo'));
      expect(photo.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await photo.arrayBuffer()).toString('base64')).toBe(PNG);
      const changed = await submit('luigi', pictured, 'updateMenuItem', {
        'price.amount': '1400',
        'tags.5': 'new, too',
      });
      expect(changed).toMatchObject({ price: { amount: 1400 }, tags: expect.arrayContaining(['new, too']) });
    });

    it('importing a menu, whose progress is linked', async () => {
      const menu = await follow('luigi', await read('luigi', HOME), 'rungs:me', 'rungs:menu');
      const csv = 'name,price\nAmatriciana,1250\n,1\n';
      let report = await submit('luigi', menu, 'importMenu', { csv });
      expect(report).toMatchObject({ lineCount: 2 });
      while (report['state'] !== 'DONE') report = await follow('luigi', report, 'self');
      expect(report['lines']).toMatchObject([{ line: 2 }, { line: 3, refusal: { code: 'invalid-input' } }]);
    });

    it('filling a basket, and ordering', async () => {
      const filled = await filledBasket();
      const line = Object.keys(filled._templates ?? {}).find((name) => name.startsWith('setBasketLine')) as string;
      const fewer = await submit('ann', filled, line, { quantity: '1' });
      expect(fewer['lines']).toMatchObject([{ quantity: 1 }]);
      expect(await submit('ann', fewer, 'clearBasket')).toMatchObject({ lines: [] });

      const order = await newOrder();
      const unchanged = await submit('ann', order, 'reviseOrder');
      expect(unchanged).toMatchObject({ version: order['version'], lineItems: order['lineItems'] });
      const noted = await submit('ann', unchanged, 'reviseOrder', {
        'lines.0.quantity': '3',
        deliveryNote: 'Ring twice.',
      });
      expect(noted).toMatchObject({ deliveryNote: 'Ring twice.', lineItems: [{ quantity: 3 }] });
      expect(await submit('ann', noted, 'reviseOrder', { deliveryNote: '' })).not.toHaveProperty('deliveryNote');
    });

    it('cooking, delivering and giving money back', async () => {
      const order = await newOrder();
      const ticket = await submit('luigi', await follow('luigi', order, 'rungs:ticket'), 'acceptTicket', {
        readyBy: soon(),
      });
      const ready = await submit('luigi', await submit('luigi', ticket, 'startPreparing'), 'finishPreparing');
      expect(ready).toMatchObject({ state: 'READY_FOR_PICKUP' });
      expect(ready).not.toHaveProperty('_templates');

      const delivery = await follow('sam', order, 'rungs:delivery');
      const courierId = delivery['courierId'] as string;
      const courier = { role: 'courier', courierId } as const;
      const pickedUp = await submit(courier, await follow(courier, delivery, 'self'), 'notePickedUp');
      const ping = await submit(courier, pickedUp, 'reportLocation', { lat: '41.9', lon: '12.5' });
      expect(ping).toMatchObject({ lat: 41.9, lon: 12.5 });
      const track = await follow('ann', order, 'rungs:delivery', 'rungs:track');
      expect(track._embedded?.['item']).toMatchObject([{ lat: 41.9, at: ping['at'] }]);
      expect(await submit(courier, pickedUp, 'noteDelivered')).toMatchObject({ state: 'DELIVERED' });

      const bill = await follow('sam', order, 'rungs:bill');
      const refunded = await submit('sam', bill, 'refundBill', { 'amount.amount': '100', reason: 'It was cold.' });
      expect(refunded).toMatchObject({ paymentState: 'PARTLY_REFUNDED', refunds: [{ reason: 'It was cold.' }] });
    });

    it('going on duty', async () => {
      const home = await read('sam', HOME);
      const list = await read('sam', hrefOf(home, 'rungs:couriers', '?onDuty=false&limit=1'));
      const [courier] = [list._embedded?.['item'] ?? []].flat() as [Document];
      const who = { role: 'courier', courierId: courier['id'] as string } as const;
      const me = await follow(who, await read(who, HOME), 'rungs:me');
      expect(await submit(who, me, 'setOnDuty')).toMatchObject({ onDuty: true });
    });

    it('accepting several at once, and rejecting one', async () => {
      const orders = [await newOrder(), await newOrder(), await newOrder()];
      const unwanted = await follow('luigi', orders[2] as Document, 'rungs:ticket');
      const rejected = await submit('luigi', unwanted, 'rejectTicket', { reason: 'No more tonnarelli.' });
      expect(rejected).toMatchObject({ state: 'REJECTED', rejectionReason: 'No more tonnarelli.' });

      const tickets = hrefOf(await read('luigi', HOME), 'rungs:tickets', '?states=AWAITING_ACCEPTANCE&limit=100');
      const list = await read('luigi', tickets);
      const { properties = [] } = list._templates?.['acceptTickets'] ?? {};
      const row = properties
        .find(({ value }) => value === orders[1]?.['id'])
        ?.name.replace('orderId', 'readyBy') as string;
      const answer = await submit('luigi', list, 'acceptTickets', { [row]: soon() });
      expect(answer._embedded?.['item']).toMatchObject([{ orderId: orders[1]?.['id'], status: 200 }]);

      const sheet = await follow('luigi', list, 'rungs:sheet');
      const mixed = await submit('luigi', sheet, 'acceptTickets', {
        'tickets.0.orderId': orders[0]?.['id'],
        'tickets.0.expectedVersion': '1',
        'tickets.0.readyBy': soon(),
        'tickets.3.orderId': orders[2]?.['id'],
        'tickets.3.expectedVersion': '1',
        'tickets.3.readyBy': soon(),
      });
      expect(mixed._embedded?.['item']).toMatchObject([
        { orderId: orders[0]?.['id'], status: 200, _embedded: { 'rungs:ticket': { state: 'ACCEPTED' } } },
        { orderId: orders[2]?.['id'], status: 409, problem: { code: 'ticket-not-acceptable' } },
      ]);
    });

    it('and that is everything that can be done', () => {
      expect([...submitted].toSorted()).toEqual(WRITES.toSorted());
    });
  });

  it('RFC 9110 §15.5.10: answers a form that came too late with 409, and leads back to the thing', async () => {
    const order = await newOrder();
    const [ann, luigi] = [order, await follow('luigi', order, 'rungs:ticket')];
    await submit('sam', await follow('sam', order, 'self'), 'cancelOrder');
    for (const [who, form, about, code] of [
      ['ann', ann._templates?.['cancelOrder'], ann, 'order-not-cancellable'],
      ['luigi', luigi._templates?.['rejectTicket'], luigi, 'ticket-not-rejectable'],
    ] as const) {
      const late = await send(who, form as Form, { reason: 'Too late.' });
      expect([late.status, late.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
      expect(await late.json()).toMatchObject({
        code,
        _links: { about: { href: hrefOf(about, 'self') }, 'rungs:home': { href: HOME } },
      });
    }
  });

  it('has no form for what support may only look at', async () => {
    const basket = await filledBasket();
    expect(Object.keys(basket._templates ?? {})).toContain('clearBasket');
    expect(await follow('sam', basket, 'self')).not.toHaveProperty('_templates');
  });
});
