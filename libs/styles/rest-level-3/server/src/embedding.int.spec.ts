import { DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HalDocument } from '../spec/walk.ts';
import { RestLevel3Module } from './module.ts';
import { PART_RELATIONS } from './order/order.representation.ts';

const ORDER = `/orders/${DEMO_ORDERS.PICKED_UP}`;
const ORDERS = `/orders?consumerId=${PERSONAS.ann.consumerId}&limit=3`;
const LUIGIS = `/restaurants/${PERSONAS.luigi.restaurantId}`;
const ALL_PARTS = PART_RELATIONS.join(';');

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly document: HalDocument;
  readonly statements: number;
}

describe('what is behind links', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([RestLevel3Module]);
  });
  afterAll(async () => {
    await served.close();
    expect(served.defects).toEqual([]);
  });

  const ask = async (who: PersonaName, path: string, init: RequestInit = {}): Promise<Answer> => {
    const authorization = `Bearer ${await served.tokenFor(who)}`;
    const answer = await fetch(`${served.baseUrl}/level3${path}`, {
      ...init,
      headers: { authorization, ...init.headers },
    });
    const text = await answer.text();
    const [, count = '0'] = /desc="(\d+) statement/.exec(answer.headers.get('server-timing') ?? '') ?? [];
    const document = (text === '' ? {} : JSON.parse(text)) as HalDocument;
    return { status: answer.status, headers: answer.headers, document, statements: Number(count) };
  };
  const preferring = (relations: string): RequestInit => ({ headers: { prefer: `transclude="${relations}"` } });
  const namesIn = (answer: Answer): string[] => Object.keys(answer.document._embedded ?? {});
  const itemsIn = ({ document }: Answer): readonly HalDocument[] =>
    [document._embedded?.['item'] ?? []].flat() as readonly HalDocument[];

  it('comes along when nobody asked for it: never', async () => {
    for (const path of [ORDER, ORDERS, `${LUIGIS}/menu`, '/restaurants', '/tickets', '/deliveries']) {
      expect((await ask('luigi', path)).document, path).not.toHaveProperty('_embedded');
    }
  });

  it('draft-inadarei-prefer-transclude: comes along where that is preferred, and what was done is said', async () => {
    const order = await ask('ann', ORDER, preferring(ALL_PARTS));
    expect(namesIn(order)).toEqual(PART_RELATIONS);
    expect(order.headers.get('preference-applied')).toBe(`transclude="${ALL_PARTS}"`);
    expect(order.headers.get('vary')).toMatch(/\bPrefer\b/i);
    const list = await ask('ann', ORDERS, preferring('item;rungs:restaurant'));
    expect(itemsIn(list).map(({ _embedded }) => Object.keys(_embedded ?? {}))).toEqual(
      Array.from({ length: 3 }, () => ['rungs:restaurant']),
    );
  });

  it('RFC 7240 §3: is one of several things that were preferred and done', async () => {
    const answer = await ask('ann', `${ORDER}?embed=rungs:bill`, {
      headers: { prefer: 'handling=strict, transclude="rungs:ticket"' },
    });
    expect(answer.headers.get('preference-applied')).toBe('handling=strict, transclude="rungs:ticket"');
    expect(namesIn(answer)).toEqual(['rungs:ticket', 'rungs:bill']);
  });

  it('RFC 6570 §3.2.8: comes along by the variable of a template as well', async () => {
    const { document } = await ask('ann', ORDER);
    expect(document._links?.['rungs:embed']).toEqual({ href: `/level3${ORDER}{?embed}`, templated: true });
    expect(namesIn(await ask('ann', `${ORDER}?embed=rungs%3Abill,rungs%3Aticket`))).toEqual([
      'rungs:ticket',
      'rungs:bill',
    ]);
    const menu = await ask('ann', `${LUIGIS}/menu?embed=item`);
    expect(itemsIn(menu).length).toBeGreaterThan(10);
  });

  it('RFC 7240 §2: is left where it is when a preference is not understood, and refused when an address is not', async () => {
    const order = await ask('ann', ORDER, preferring('rungs:menu;coffee'));
    expect([order.status, namesIn(order), order.headers.get('preference-applied')]).toEqual([200, [], null]);
    const wrong = await ask('ann', `${ORDER}?embed=rungs:menu`);
    expect([wrong.status, wrong.document['errors']]).toEqual([
      422,
      [{ path: '/embed', message: `must be any of ${PART_RELATIONS.join(', ')}` }],
    ]);
    const unseen = await ask('bob', `${ORDER}?embed=coffee`);
    expect(unseen.status, 'what is not to be seen is not found, whatever was asked of it').toBe(404);
  });

  it('stays out, link and all, where one may not see it', async () => {
    expect(namesIn(await ask('dana', ORDER, preferring(ALL_PARTS)))).not.toContain('rungs:bill');
    expect(namesIn(await ask('ann', ORDER, preferring(ALL_PARTS)))).toContain('rungs:bill');
  });

  it('costs one statement, however much of it comes along', async () => {
    const costs = [
      await ask('ann', ORDER),
      await ask('ann', ORDER, preferring(ALL_PARTS)),
      await ask('ann', ORDERS),
      await ask('ann', ORDERS.replace('limit=3', 'limit=50'), preferring(`item;${ALL_PARTS}`)),
    ];
    expect(costs.map(({ statements }) => statements)).toEqual([1, 1, 1, 1]);
  });

  describe('is part of what its holder’s validator tells:', () => {
    const tagOf = async (who: PersonaName, path: string, relations: string): Promise<string> =>
      (await ask(who, path, preferring(relations))).headers.get('etag') as string;

    it.each([ORDER, ORDERS, `${LUIGIS}/menu`])(
      'RFC 9110 §8.8.3: another selection of it has another validator: %s',
      async (path) => {
        const selections = ['', ...(path.endsWith('menu') ? ['item'] : ['rungs:bill', 'rungs:bill;rungs:ticket'])];
        const tags = await Promise.all(selections.map((selection) => tagOf('ann', path, selection)));
        expect(new Set(tags).size).toBe(selections.length);
      },
    );

    it('RFC 9110 §13.1.2: a change of a part makes what embeds it new, and leaves what does not', async () => {
      const selections = ['', 'rungs:restaurant', 'rungs:bill'] as const;
      const look = () => Promise.all([ORDER, ORDERS].flatMap((path) => selections.map((s) => tagOf('ann', path, s))));
      const before = await look();
      const restaurant = await ask('luigi', LUIGIS);
      const renamed = await ask('luigi', LUIGIS, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Da Luigi', version: restaurant.document['version'] }),
      });
      expect(renamed.status).toBe(200);
      const after = await look();
      expect(after.map((tag, at) => tag !== before[at])).toEqual([false, true, false, false, true, false]);
      const stale = { ...preferring('rungs:restaurant').headers, 'if-none-match': before[1] as string };
      expect((await ask('ann', ORDER, { headers: stale })).status).toBe(200);
      const fresh = { ...stale, 'if-none-match': after[1] as string };
      const unchanged = await ask('ann', ORDER, { headers: fresh });
      expect([unchanged.status, unchanged.document]).toEqual([304, {}]);
    });

    it('changes with what is offered on an item, though its version is the same', async () => {
      const list = '/deliveries?limit=1&states=SCHEDULED';
      const delivery = itemsIn(await ask('luigi', list, preferring('item')))[0];
      const { courierId, orderId } = delivery as HalDocument & { readonly courierId: string; readonly orderId: string };
      const courier = { authorization: `Bearer ${await served.tokenFor({ role: 'courier', courierId })}` };
      const look = (): Promise<Answer> =>
        ask('dana', '/deliveries?states=SCHEDULED', { headers: { ...courier, prefer: 'transclude=item' } });
      const before = await look();
      const { document: ticket } = await ask('sam', `/tickets/${orderId}`);
      const restaurantId = (await ask('sam', `/orders/${orderId}`)).document['restaurantId'] as string;
      const kitchen = { authorization: `Bearer ${await served.tokenFor({ role: 'restaurant', restaurantId })}` };
      let version = Number(ticket['version']);
      for (const step of ticket['state'] === 'ACCEPTED' ? ['preparation', 'readiness'] : ['readiness']) {
        const taken = await ask('sam', `/tickets/${orderId}/${step}`, {
          method: 'PUT',
          headers: { ...kitchen, 'content-type': 'application/json' },
          body: JSON.stringify({ version }),
        });
        expect(taken.status, JSON.stringify(taken.document)).toBe(200);
        version += 1;
      }
      const after = await look();
      expect(itemsIn(after)[0]?.['version']).toBe(itemsIn(before)[0]?.['version']);
      expect(itemsIn(after)[0]?._templates).toHaveProperty('notePickedUp');
      expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    });
  });

  it('RFC 9111 §4.1: is shared with a menu for nobody in particular, and told apart by what was preferred', async () => {
    const menu = await fetch(`${served.baseUrl}/level3${LUIGIS}/menu`, preferring('item'));
    expect(menu.headers.get('cache-control')).toBe('public, no-cache');
    expect(menu.headers.get('vary')?.split(', ')).toEqual(expect.arrayContaining(['Accept', 'Prefer']));
    expect(await menu.text()).not.toContain('_templates');
    expect((await ask('luigi', `${LUIGIS}/menu`, preferring('item'))).headers.get('cache-control')).toBe(
      'private, no-cache',
    );
  });

  it('comes after a change as well, where the answer is what was changed', async () => {
    const sheet = await ask('luigi', `${LUIGIS}/menu-sheet`);
    const form = sheet.document._templates?.['replaceMenu'];
    const fields = Object.fromEntries(form?.properties.map(({ name, value = '' }) => [name, value]) ?? []);
    const changed = await ask('luigi', `${LUIGIS}/menu`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', prefer: 'transclude=item' },
      body: JSON.stringify(fields),
    });
    expect([changed.status, changed.headers.get('preference-applied')]).toEqual([200, 'transclude="item"']);
    expect(itemsIn(changed).length).toBeGreaterThan(10);
  });

  it('draft-kelly-json-hal: is without forms for who asked for plain HAL', async () => {
    const plain = { accept: 'application/hal+json', prefer: 'transclude=item' };
    const { document } = await ask('luigi', '/tickets?states=AWAITING_ACCEPTANCE&limit=3', { headers: plain });
    expect(itemsIn({ document } as Answer)).toHaveLength(3);
    expect(JSON.stringify(document)).not.toContain('_templates');
  });
});
