import { PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle, type StyleModule } from '@rungs/testing';
import { bearerAuth, Client, type Resource, type State } from 'ketting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Ketting (https://github.com/badgateway/ketting), a client that others wrote for any hypermedia, signed in. */
type As = (who: PersonaName | { readonly role: 'courier'; readonly courierId: string }) => Promise<Client>;

/** The list that has it, page after page, by the link that each page has to the next. */
async function found(list: Resource, holds: (item: State) => boolean): Promise<State> {
  for (let page = await list.refresh(); ; page = await page.follow('next').refresh()) {
    const states = await Promise.all(page.followAll('item').map((item) => item.get()));
    const state = states.find(holds);
    if (state) return state;
  }
}

/** The choices behind a field, as any form client would offer them: where they are, and what is their value. */
async function choices({ client, action }: Pick<State, 'client' | 'action'>, form: string, name: string) {
  const field = action(form).field(name);
  if (!field || !('dataSource' in field) || !field.dataSource?.href) throw new Error(`${form} offers no ${name}.`);
  const { href, valueField } = field.dataSource;
  const held = await client.go(href).followAll('item');
  const items = await Promise.all(held.map((item) => item.get()));
  return items.map(({ data }) => ({ value: data[valueField ?? 'value'] as string, data }));
}

/** What one told the other: "the restaurant at the corner", "the order that I placed a minute ago". */
type Told = Readonly<Record<'orderId', string>>;

async function order(as: As, note: string): Promise<State> {
  const home = (await as('ann')).go();
  const restaurants = await home.follow('rungs:restaurants', { open: 'true', limit: '100' });
  const restaurant = await found(restaurants, ({ data }) => data.id === PERSONAS.luigi.restaurantId);
  const basket = await restaurant.follow('rungs:basket').refresh();
  const action = basket.action.bind(basket);
  const dishes = await choices({ client: basket.client, action }, 'addToBasket', 'menuItemId');
  const dish = dishes.find(({ data }) => data.available === true);
  const filled = await basket.action('addToBasket').submit({ menuItemId: dish?.value, quantity: '2' });
  expect(filled.data).toMatchObject({ lines: [{ menuItemId: dish?.value, quantity: 2 }] });
  return filled.action('checkoutBasket').submit({ paymentToken: 'tok_visa', deliveryNote: note });
}

/** The forms that are offered now. */
function offered(state: State): string[] {
  return state.actions().map(({ name }) => name ?? '');
}

const soon = (): string => new Date(Date.now() + 30 * 60_000).toISOString();

/**
 * The whole life of an order by links and forms, by a client that was not written for it. It knows names of relations,
 * forms and fields, and one address.
 */
export function describeKetting(module: StyleModule, entryPoint: string): void {
  describe('Ketting, which others wrote,', () => {
    let served: ServedStyle;
    let as: As;
    const asked: URL[] = [];

    beforeAll(async () => {
      served = await serveStyle([module]);
      const clients = new Map<string, Client>();
      as = async (who) => {
        const name = JSON.stringify(who);
        const client = clients.get(name) ?? new Client(`${served.baseUrl}${entryPoint}`);
        if (!clients.has(name)) {
          client.use(bearerAuth(await served.tokenFor(who)));
          client.use((request, next) => {
            asked.push(new URL(request.url));
            return next(request);
          });
        }
        clients.set(name, client);
        return client;
      };
    });
    afterAll(async () => {
      await served.close();
      expect(served.defects).toEqual([]);
    });

    it('orders, cooks, brings, follows and pays back, from the entry point on', async () => {
      const placed = await order(as, 'Ring twice.');
      expect(placed.data).toMatchObject({ state: 'APPROVED', deliveryNote: 'Ring twice.' });
      expect(offered(placed)).toEqual(expect.arrayContaining(['reviseOrder', 'cancelOrder']));
      const told: Told = { orderId: placed.data.id as string };
      const ofIt = ({ data }: State): boolean => data.orderId === told.orderId;

      const waiting = await (
        await as('luigi')
      ).follow('rungs:tickets', { states: 'AWAITING_ACCEPTANCE', limit: '100' });
      const ticket = await (await found(waiting, ofIt)).follow('self').refresh();
      const accepted = await ticket.action('acceptTicket').submit({ readyBy: soon() });
      expect(offered(accepted)).toContain('startPreparing');
      const cooking = await accepted.action('startPreparing').submit({});
      const watched = await placed.follow('self').refresh();
      expect([watched.data.state, offered(watched)]).toEqual(['PREPARING', []]);
      const ready = await cooking.action('finishPreparing').submit({});
      expect([ready.data.state, offered(ready)]).toEqual(['READY_FOR_PICKUP', []]);

      const sams = await (await as('sam')).follow('rungs:delivery', told).follow('rungs:courier');
      const courier = await as({ role: 'courier', courierId: (await sams.get()).data.id as string });
      const delivery = await courier.follow('rungs:me').follow('rungs:delivery');
      const pickedUp = await (await delivery.refresh()).action('notePickedUp').submit({});
      await pickedUp.action('reportLocation').submit({ lat: '41.9', lon: '12.5' });
      const followed = await placed.follow('self').follow('rungs:delivery');
      expect((await followed.refresh()).data).toMatchObject({
        state: 'PICKED_UP',
        lastLocation: { lat: 41.9, lon: 12.5 },
      });
      const delivered = await pickedUp.action('noteDelivered').submit({});
      expect([delivered.data.state, offered(delivered)]).toEqual(['DELIVERED', []]);

      const details = await (await placed.follow('self').refresh()).follow('rungs:order-details').refresh();
      expect((await details.follow('rungs:order').refresh()).data).toMatchObject({ state: 'DELIVERED' });
      expect((await details.follow('rungs:bill').refresh()).data).toMatchObject({ paymentState: 'CAPTURED' });

      const bill = await (await as('sam')).follow('rungs:order', told).follow('rungs:bill');
      const paidBack = await (await bill.refresh()).action('refundBill').submit({
        'amount.amount': '100',
        reason: 'It was cold.',
      });
      expect(paidBack.data).toMatchObject({ paymentState: 'PARTLY_REFUNDED', refunds: [{ reason: 'It was cold.' }] });
    });

    it('cancels an order, whose form then is gone, and learns from a refusal where to go on', async () => {
      const placed = await order(as, 'On the stairs, please.');
      const cancel = placed.action('cancelOrder');
      const revise = placed.action('reviseOrder');
      const cancelled = await cancel.submit({});
      expect([cancelled.data.state, offered(cancelled)]).toEqual(['CANCELLED', []]);
      expect((await placed.follow('self').get()).data, 'what Content-Location brought is kept').toMatchObject({
        state: 'CANCELLED',
      });
      await expect(revise.submit({ deliveryNote: 'Too late.' })).rejects.toMatchObject({
        status: 409,
        body: { code: 'order-not-revisable', _links: { about: {}, 'rungs:home': {} } },
      });
    });

    it('was told no address but the entry point, and asked this server alone', () => {
      expect(asked.length).toBeGreaterThan(0);
      expect(new Set(asked.map(({ origin }) => origin))).toEqual(new Set([served.baseUrl]));
    });
  });
}
