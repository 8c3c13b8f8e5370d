import { DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { askerOf, serveStyle, type Ask, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from './module.ts';

const ORDER = `/orders/${DEMO_ORDERS.DELIVERED}`;
const RESTAURANT = `/restaurants/${PERSONAS.luigi.restaurantId}`;

describe('media types', () => {
  let served: ServedStyle;
  let ask: Ask;
  beforeAll(async () => {
    served = await serveStyle([RestLevel2Module]);
    ask = askerOf(served, '/level2');
  });
  afterAll(async () => {
    expect(served.defects).toEqual([]);
    await served.close();
  });

  it.each(['application/json', 'application/*', '*/*', 'text/html, */*;q=0.1', 'application/json;charset=utf-8', ''])(
    'RFC 9110 §12.5.1: Accept %j takes JSON',
    async (accept) => {
      const answer = await ask('GET', ORDER, { headers: { accept } });
      expect([answer.status, answer.headers.get('content-type')]).toMatchObject([
        200,
        expect.stringMatching(/^application\/json/),
      ]);
    },
  );

  it.each(['application/xml', 'text/html', 'application/json;q=0', 'application/hal+json', 'image/*'])(
    'RFC 9110 §15.5.7: Accept %j does not, which is 406 and says what there is',
    async (accept) => {
      const answer = await ask('GET', ORDER, { headers: { accept } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([406, 'application/problem+json']);
      expect(await answer.json()).toMatchObject({
        type: 'about:blank',
        status: 406,
        detail: expect.stringContaining('application/json') as string,
      });
    },
  );

  it('RFC 9110 §15.5.7: is asked before anything is done', async () => {
    const before = await (await ask('GET', ORDER)).json();
    const path = `/consumers/${PERSONAS.ann.consumerId}/baskets/${PERSONAS.luigi.restaurantId}`;
    const basket = await (await ask('GET', path)).json();
    const body = { menuItemId: DEMO_DISHES.tiramisu, quantity: 1 };
    expect((await ask('POST', `${path}/lines`, { headers: { accept: 'text/html' }, body })).status).toBe(406);
    expect(await (await ask('GET', path)).json()).toEqual(basket);
    expect(await (await ask('GET', ORDER)).json()).toEqual(before);
  });

  it.each([
    ['POST', '/orders', 'image/gif', 'accept', 'application/json'],
    ['POST', '/orders', 'application/xml', 'accept', 'application/json'],
    ['PUT', `${ORDER}/cancellation`, 'application/x-www-form-urlencoded', 'accept', 'application/json'],
    ['POST', `${RESTAURANT}/menu-imports`, 'application/xml', 'accept', 'text/csv, application/json'],
    [
      'PUT',
      `${RESTAURANT}/menu/${DEMO_DISHES.tiramisu}/photo`,
      'image/gif',
      'accept',
      'image/jpeg, image/png, image/webp',
    ],
  ])('RFC 9110 §15.5.16: %s %s in %s is 415 and says what is taken', async (method, path, type, field, taken) => {
    const answer = await ask(method, path, { headers: { 'content-type': type }, body: '<x/>' });
    expect([answer.status, answer.headers.get(field)]).toEqual([415, taken]);
    expect(await answer.json()).toMatchObject({ status: 415 });
  });

  it('Linked Data Platform 1.0 §7.1: OPTIONS says what may be posted where it is not just JSON', async () => {
    const answer = await ask('OPTIONS', `${RESTAURANT}/menu-imports`);
    expect(answer.headers.get('accept-post')).toBe('text/csv, application/json');
  });

  it('RFC 9110 §8.3.1: parameters of a type, and its case, make no other type of it', async () => {
    const path = `/consumers/${PERSONAS.ann.consumerId}/baskets/${PERSONAS.luigi.restaurantId}/lines`;
    const body = JSON.stringify({ menuItemId: DEMO_DISHES.tiramisu, quantity: 1 });
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json;version=2']) {
      expect((await ask('POST', path, { headers: { 'content-type': type }, body })).status, type).toBe(200);
    }
    expect(
      (await ask('POST', path, { headers: { 'content-type': 'application/json; charset=latin1' }, body })).status,
    ).toBe(400);
  });

  it('RFC 9457 §3.1.1: the type of every problem is a page that explains it, for people and for programs', async () => {
    const { problems } = (await (await fetch(`${served.baseUrl}/problems`)).json()) as { problems: { type: string }[] };
    expect(problems.length).toBeGreaterThan(30);
    for (const { type } of problems) {
      const forPeople = await fetch(served.baseUrl + type, { headers: { accept: 'text/html' } });
      expect([forPeople.status, forPeople.headers.get('content-type')], type).toEqual([
        200,
        'text/html; charset=utf-8',
      ]);
      expect(await (await fetch(served.baseUrl + type)).json()).toMatchObject({ type });
    }
    const refused = (await (await ask('GET', '/orders/x')).json()) as { type: string };
    expect(problems.map(({ type }) => type)).toContain(refused.type);
  });
});
