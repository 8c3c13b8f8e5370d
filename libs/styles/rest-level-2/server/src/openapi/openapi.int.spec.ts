import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from '../module.ts';
import { openApiDocument } from './document.ts';

describe('/level2/openapi.json', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([RestLevel2Module]);
  });
  afterAll(() => served.close());

  const read = (headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(`${served.baseUrl}/level2/openapi.json`, { method, headers });

  it('is what the code says, to anybody', async () => {
    const answer = await read();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(answer.headers.get('cache-control')).toBe('public, no-cache');
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  it('has its own media type for who asks by name, and says of others that there are none', async () => {
    const named = await read({ accept: 'application/openapi+json' });
    expect(named.headers.get('content-type')).toBe('application/openapi+json; version=3.2');
    expect(named.headers.get('vary')).toContain('Accept');
    expect((await read({ accept: 'text/html' })).status).toBe(406);
  });

  it('RFC 9110 §13.1.2: is not sent again to who holds it, each media type by its own validator', async () => {
    const etag = (await read()).headers.get('etag') as string;
    const named = (await read({ accept: 'application/openapi+json' })).headers.get('etag');
    expect(named).not.toBe(etag);
    const held = await read({ 'if-none-match': etag });
    expect([held.status, await held.text()]).toEqual([304, '']);
    expect((await read({ accept: 'application/openapi+json', 'if-none-match': etag })).status).toBe(200);
  });

  it('RFC 9110 §9.3.2: has a head', async () => {
    const [head, get] = [await read({}, 'HEAD'), await read()];
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const field of ['etag', 'content-type', 'vary']) expect(head.headers.get(field)).toBe(get.headers.get(field));
  });
});
