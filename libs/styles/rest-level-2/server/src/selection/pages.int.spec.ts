import type { PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from '../module.ts';

interface PageOf {
  readonly items: readonly Record<string, unknown>[];
  readonly page: { readonly next?: string; readonly previous?: string };
}

let served: ServedStyle;
beforeAll(async () => {
  served = await serveStyle([RestLevel2Module]);
});
afterAll(() => served.close());

const ask = async (path: string, who: PersonaName = 'ann') =>
  fetch(`${served.baseUrl}/level2${path}`, { headers: { authorization: `Bearer ${await served.tokenFor(who)}` } });

const read = async (path: string): Promise<PageOf> => {
  const answer = await ask(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as PageOf;
};

const errorsOf = async (path: string, who?: PersonaName) => {
  const answer = await ask(path, who);
  const problem = (await answer.json()) as { code: string; errors?: readonly { path: string }[] };
  return [answer.status, problem.code, problem.errors?.map((error) => error.path)];
};

describe('pages of what is selected on level 2', () => {
  const pagesOf = async (path: string): Promise<PageOf[]> => {
    const pages: PageOf[] = [];
    for (let next: string | undefined = path; next !== undefined && pages.length < 10;) {
      const answer: Response = await ask(next);
      expect(answer.status).toBe(200);
      pages.push((await answer.json()) as PageOf);
      next = /<\/level2([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    return pages;
  };

  it('RFC 8288 §3: link to the next with the same selection, and end where the list does', async () => {
    const filter = '/orders?states=DELIVERED,CANCELLED&sort=placedAt&limit=4';
    const whole = (await pagesOf(filter)).flatMap(({ items }) => items.map(({ id }) => id));
    const parts = (await pagesOf(`${filter}&fields=id,restaurant.name&expand=restaurant`)).flatMap(
      ({ items }) => items,
    );
    expect(parts.map(({ id }) => id)).toEqual(whole);
    expect(parts.every((item) => Object.keys(item).join() === 'id,restaurant')).toBe(true);
  });

  it('have cursors that are good whatever is selected, and for no other filter', async () => {
    const { page } = await read('/orders?states=DELIVERED&limit=2&fields=id');
    const next = `after=${encodeURIComponent(page.next as string)}`;
    const plain = await read(`/orders?states=DELIVERED&limit=2&${next}`);
    const expanded = await read(`/orders?states=DELIVERED&limit=2&expand=bill&${next}`);
    expect(expanded.items.map(({ id }) => id)).toEqual(plain.items.map(({ id }) => id));
    expect(await errorsOf(`/orders?states=CANCELLED&limit=2&${next}`)).toEqual([422, 'invalid-input', ['/after']]);
    // Another's list, and another list.
    expect(await errorsOf(`/orders?states=DELIVERED&limit=2&${next}`, 'bob')).toEqual([
      422,
      'invalid-input',
      ['/after'],
    ]);
    expect(await errorsOf(`/deliveries?${next}`)).toEqual([422, 'invalid-input', ['/after']]);
  });

  it.each([
    ['limit=1000000000', '/limit'],
    ['limit=0', '/limit'],
    ['limit=-1', '/limit'],
    ['limit=1.5', '/limit'],
    ['limit=1e99', '/limit'],
    ['limit=9223372036854775808', '/limit'],
    ['limit=ten', '/limit'],
    ['after=forged', '/after'],
    ['before=forged', '/before'],
    ["after=' OR 1=1 --", '/after'],
    ['after=%00', '/after'],
  ])('RFC 9110 §15.5.21: a page of %s is 422, with parts or without', async (query, path) => {
    expect(await errorsOf(`/orders?${query}`)).toEqual([422, 'invalid-input', [path]]);
    expect(await errorsOf(`/orders?${query}&expand=delivery.courier,bill&fields=id`)).toEqual([
      422,
      'invalid-input',
      [path],
    ]);
  });
});
