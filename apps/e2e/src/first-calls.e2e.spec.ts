import { curlOf, FIRST_CALLS, FIRST_ORDER_ID, tokenCall, tokenStepOf, type FirstCall } from '@rungs/clients';
import { orderDetailsScenario, STYLE_IDS } from '@rungs/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProduct, type Product } from './product.ts';
import { HAS_CURL, shell } from './shell.ts';

describe('the first calls', () => {
  let product: Product;
  let token: string;

  beforeAll(async () => {
    product = await startProduct();
    const answer = await (await send(tokenCall('ann'))).json();
    token = (answer as { access_token: string }).access_token;
  });
  afterAll(async () => {
    await product?.stop();
  });

  it('are there for every style, and ask for the order that the comparison is about', async () => {
    expect(Object.keys(FIRST_CALLS)).toEqual([...STYLE_IDS]);
    const nobody = { as: () => Promise.reject(new Error('Nobody is needed for an order that is there.')) };
    expect(await orderDetailsScenario.prepare(nobody)).toEqual({ orderId: FIRST_ORDER_ID });
  });

  describe.each(Object.entries<readonly FirstCall[]>(FIRST_CALLS))('of %s', (_style, calls) => {
    it('are answered with the order', async () => {
      const bodies: string[] = [];
      for (const call of calls) {
        const response = await send(call, token);
        expect(response.status).toBe(200);
        bodies.push(await response.text());
      }
      expect(bodies.at(-1)).toContain('"PICKED_UP"');
    });

    it('answer the same as commands in a shell', () => {
      const commands = calls.map((call) => curlOf(call, product.origin, { kind: 'shell-variable' }));
      const script = [tokenStepOf(tokenCall('ann'), product.origin), ...commands].join('\n');
      const { stdout, stderr } = shell(script, HAS_CURL ? 'own' : { statuses: '/dev/null' });
      expect(stderr).toBe('');
      expect(stdout).toContain('"PICKED_UP"');
    });
  });

  it('follow at level 3 a link that the entry point gives', async () => {
    const [entry, order] = FIRST_CALLS['rest-level-3'];
    const { _links: links } = (await (await send(entry, token)).json()) as {
      _links: Record<string, { href: string }>;
    };
    // RFC 6570 §3.2.8: what the template's query would take is left out.
    const href = links['rungs:order']?.href.replace('{orderId}', FIRST_ORDER_ID).replace(/\{\?\w+\}$/, '');
    expect(href).toBe(order.path);
  });

  function send({ method, path, headers, body }: FirstCall, bearer?: string): Promise<Response> {
    return fetch(`${product.origin}${path}`, {
      method,
      headers: { ...headers, ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
});
