import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { RESOURCES, uriMapOf } from '@rungs/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStyle, type ServedStyle, type StyleModule } from '../serve-style.ts';
import { askerOf, type Ask } from './asker.ts';

export interface MethodsSubject {
  readonly module: StyleModule;
  /** `/level2`. */
  readonly prefix: string;
}

const IDS = {
  consumerId: PERSONAS.ann.consumerId,
  restaurantId: PERSONAS.luigi.restaurantId,
  menuItemId: DEMO_DISHES.tonnarelli,
  orderId: DEMO_ORDERS.PICKED_UP,
  courierId: PERSONAS.dana.courierId,
  menuImportId: DEMO_ORDERS.PICKED_UP,
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'] as const;

/** A style that uses HTTP as it is meant, held to what RFC 9110 §9 says of methods. */
export function describeMethods({ module, prefix }: MethodsSubject): void {
  describe('methods', () => {
    const uris = uriMapOf(prefix);
    let served: ServedStyle;
    let ask: Ask;
    beforeAll(async () => {
      served = await serveStyle([module]);
      ask = askerOf(served, prefix);
    });
    afterAll(async () => {
      expect(served.defects).toEqual([]);
      await served.close();
    });

    const allowedAt = async (path: string): Promise<string[]> => {
      const answer = await ask('OPTIONS', path);
      expect([answer.status, await answer.text()], path).toEqual([204, '']);
      return (answer.headers.get('allow') as string).split(', ');
    };

    it.each(Object.keys(RESOURCES) as (keyof typeof RESOURCES)[])(
      'RFC 9110 §9.3.7, §15.5.6: OPTIONS of “%s” tells its methods, and every other one is 405 with the same Allow',
      async (name) => {
        const path = uris.href(name, IDS as never);
        const probe = await ask('PROPFIND', path);
        // Not every style has an address for everything.
        if (probe.status === 404) {
          expect((await ask('OPTIONS', path)).status).toBe(404);
          return;
        }
        const allowed = await allowedAt(path);
        expect(allowed).toContain('OPTIONS');
        expect(allowed.includes('HEAD')).toBe(allowed.includes('GET'));
        for (const method of METHODS.filter((each) => !allowed.includes(each))) {
          const answer = await ask(method, path);
          const fields = [answer.status, answer.headers.get('allow'), answer.headers.get('content-type')];
          expect(fields, `${method} ${path}`).toEqual([405, allowed.join(', '), 'application/problem+json']);
          expect(await answer.json()).toMatchObject({ status: 405, code: 'operation-unknown' });
        }
        for (const method of allowed.filter((each) => each !== 'OPTIONS')) {
          expect((await ask(method, path)).status, `${method} ${path}`).not.toBe(405);
        }
      },
    );

    it('RFC 9110 §9.3.7: OPTIONS of nothing is 404, and of the server as a whole 204', async () => {
      expect((await ask('OPTIONS', '/coffees')).status).toBe(404);
      const { hostname, port } = new URL(served.baseUrl);
      const socket = connect(Number(port), hostname);
      socket.end('OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 204 /);
    });

    it('RFC 9110 §9.2.1: OPTIONS is safe, and asks nobody who they are', async () => {
      const answer = await fetch(`${served.baseUrl}${uris.href('order', IDS)}`, { method: 'OPTIONS' });
      expect(answer.status).toBe(204);
    });

    const READ = ['order', 'orders', 'orderDetails', 'menu', 'photo', 'bill', 'track'] as const;
    it.each(READ)('RFC 9110 §9.3.2: HEAD of “%s” has the header fields of GET, and no content', async (name) => {
      const path = uris.href(name, IDS as never);
      const [head, get] = [await ask('HEAD', path), await ask('GET', path)];
      expect([head.status, await head.text()]).toEqual([200, '']);
      const fieldsOf = ({ headers }: Response) =>
        Object.fromEntries(
          [...headers].filter(([field]) => !/^(?:date|connection|keep-alive|server-timing)$/.test(field)),
        );
      expect(fieldsOf(head)).toEqual(fieldsOf(get));
    });
  });
}
