import { DEMO_ORDERS, PERSONA_NAMES, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Form } from './forms.ts';
import { HAL, type Link } from './hal.ts';
import { RestLevel3Module } from './module.ts';

interface Document {
  readonly _links: Readonly<Record<string, Link>>;
  readonly _embedded?: Readonly<Record<string, readonly Document[]>>;
  readonly _templates?: Readonly<Record<string, Form>>;
}

/** Enough to reach every kind of resource; lists of thousands are not walked to their ends. */
const MOST_LINKS = 250;

describe('what level 3 offers', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([RestLevel3Module]);
  });
  afterAll(() => served.close());

  const ask = async (as: PersonaName | undefined, href: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(href, served.baseUrl), {
      ...init,
      headers: {
        ...(as && { authorization: `Bearer ${await served.tokenFor(as)}` }),
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
        ...init.headers,
      },
    });

  const read = async (as: PersonaName, href: string): Promise<Document> =>
    (await (await ask(as, href)).json()) as Document;

  const submit = (as: PersonaName, { method, target, properties }: Form): Promise<Response> => {
    const filledIn = Object.fromEntries(properties.map(({ name, value }) => [name, value]));
    return ask(as, target, { method, body: JSON.stringify(filledIn) });
  };

  function linksOf({ _links, _embedded = {} }: Document): string[] {
    const own = Object.values(_links)
      .flat()
      .filter(({ templated }) => !templated)
      .map(({ href }) => href);
    return [...own, ...Object.values(_embedded).flat().flatMap(linksOf)];
  }

  it.each([...PERSONA_NAMES, 'anonymous'] as const)('can be had: every link that %s is shown', async (name) => {
    const as = name === 'anonymous' ? undefined : name;
    const orders = Object.values(DEMO_ORDERS).map((orderId) => `/level3/orders/${orderId}`);
    const starts = await Promise.all(orders.map(async (href) => ((await ask(as, href)).status === 200 ? [href] : [])));
    const queue = ['/level3', '/level3/restaurants', ...starts.flat()];
    const seen = new Set(queue);
    for (let href = queue.shift(); href !== undefined; href = queue.shift()) {
      const answer = await ask(as, href, { headers: { accept: HAL } });
      expect(answer.status, href).toBe(200);
      for (const next of linksOf((await answer.json()) as Document)) {
        if (seen.has(next) || seen.size >= MOST_LINKS) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    expect(seen.size).toBeGreaterThan(as === undefined ? 20 : 40);
  });

  it('is submitted unread, once however often, and vanishes with the state', async () => {
    const href = `/level3/orders/${DEMO_ORDERS.APPROVED}`;
    const { cancelOrder } = (await read('ann', href))._templates ?? {};
    const [first, again] = [await submit('ann', cancelOrder as Form), await submit('ann', cancelOrder as Form)];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(first.headers.get('content-location')).toBe(href);
    expect(await first.json()).toMatchObject({ state: 'CANCELLED' });
    expect(await read('ann', href)).not.toHaveProperty('_templates');
  });

  it('leads back to the order from a form that came too late', async () => {
    const href = `/level3/orders/${DEMO_ORDERS.ACCEPTED}`;
    const { cancelOrder } = (await read('ann', href))._templates ?? {};
    expect((await submit('sam', cancelOrder as Form)).status).toBe(200);
    const late = await submit('ann', cancelOrder as Form);
    expect(late.status).toBe(409);
    expect(late.headers.get('content-type')).toContain('application/problem+json');
    expect(await late.json()).toMatchObject({
      code: 'order-not-cancellable',
      _links: { about: { href }, 'rungs:home': { href: '/level3' } },
    });
  });

  it('has no form for what support may only look at', async () => {
    const { _links: me } = await read('ann', '/level3');
    const { _links: restaurant } = (await read('ann', '/level3/restaurants?open=true&limit=1'))._embedded
      ?.item?.[0] as Document;
    expect(me['rungs:me']).toBeDefined();
    const basket = restaurant['rungs:basket'] as Link;
    expect(Object.keys((await read('ann', basket.href))._templates ?? {})).toEqual(['addToBasket']);
    expect(await read('sam', basket.href)).not.toHaveProperty('_templates');
  });

  it('explains its relations', async () => {
    const { _links } = await read('ann', '/level3');
    for (const relation of Object.keys(_links).filter((name) => name.startsWith('rungs:'))) {
      const page = await ask(undefined, `/level3/rels/${relation.slice('rungs:'.length)}`);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(await page.text()).toContain(relation);
    }
  });

  it('is refused in any other media type before anything is done', async () => {
    const answer = await ask('ann', `/level3/orders/${DEMO_ORDERS.APPROVED}`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(406);
  });
});
