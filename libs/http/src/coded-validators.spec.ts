import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODIFIED, PHOTO, serveBodies, type ServedBodies } from '../spec/served-bodies.ts';

let served: ServedBodies;
beforeAll(async () => {
  served = await serveBodies();
});
afterAll(() => served.close());

describe('validators', () => {
  const TAG = '"3-1.digest"';

  it.each([
    ['br', '"3-1.digest.br"'],
    ['zstd', '"3-1.digest.zstd"'],
    ['gzip', '"3-1.digest.gzip"'],
    ['identity', TAG],
  ])('RFC 9110 §8.8.3.3: each coding has a strong validator of its own: %s', async (coding, tag) => {
    expect((await served.get('/tagged/json', coding)).headers['etag']).toBe(tag);
    // Known before there is a body, and so the same for a small one.
    expect((await served.get('/tagged/small', coding)).headers['etag']).toBe(tag);
  });

  it('RFC 9110 §8.8.1: a weak validator may be shared by codings', async () => {
    expect((await served.get('/weak', 'br')).headers['etag']).toBe('W/"3"');
  });

  it('a photo, which is never coded, has one validator', async () => {
    expect((await served.get('/tagged/photo', 'br')).headers['etag']).toBe(TAG);
  });

  it('RFC 9110 §9.3.4: the validator that answers a PUT is the one that a GET would have', async () => {
    const put = await served.ask('PUT', '/thing', { 'accept-encoding': 'br' });
    expect([put.status, put.headers['etag']]).toEqual([204, '"4.br"']);
    const fields = { 'accept-encoding': 'br', 'content-type': 'image/png' };
    const photo = await served.ask('PUT', '/photo', fields, PHOTO);
    expect([photo.headers['etag'], photo.headers['content-encoding']]).toEqual(['"4"', 'br']);
  });
});

describe('If-None-Match', () => {
  it.each(['br', 'zstd', 'gzip', 'identity'])(
    'RFC 9110 §13.1.2: with the validator of the same coding answers 304 without a body: %s',
    async (coding) => {
      const { headers } = await served.get('/tagged/json', coding);
      const again = await served.get('/tagged/json', coding, { 'if-none-match': headers['etag'] as string });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers['etag']).toBe(headers['etag']);
    },
  );

  it('RFC 9110 §15.4.5: the 304 has the fields that a cache goes on with, and none that describe a body', async () => {
    const { status, headers } = await served.get('/tagged/json', 'br', { 'if-none-match': '"3-1.digest.br"' });
    expect(status).toBe(304);
    expect(headers).toMatchObject({
      etag: '"3-1.digest.br"',
      'cache-control': 'private, no-cache',
      'content-location': '/plain/tagged',
      vary: 'Authorization, Accept-Encoding',
    });
    expect(headers['date']).toBeDefined();
    for (const name of ['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'last-modified']) {
      expect(headers[name], name).toBeUndefined();
    }
  });

  it('RFC 9110 §13.1.2: compares with the representation that this request selects, not with another coding', async () => {
    const ofBrotli = { 'if-none-match': '"3-1.digest.br"' };
    expect((await served.get('/tagged/json', 'identity', ofBrotli)).status).toBe(200);
    expect((await served.get('/tagged/json', 'gzip', ofBrotli)).status).toBe(200);
    expect((await served.get('/tagged/json', 'br', { 'if-none-match': '"3-1.digest"' })).status).toBe(200);
  });

  it('RFC 9110 §8.8.3.2: compares weakly, in a list as well', async () => {
    const field = '"x", W/"3-1.digest.br" ,"y"';
    expect((await served.get('/tagged/json', 'br', { 'if-none-match': field })).status).toBe(304);
    expect((await served.get('/tagged/json', 'br', { 'if-none-match': '*' })).status).toBe(304);
  });

  it('holds for what is never coded, and for HEAD', async () => {
    const photo = await served.get('/tagged/photo', 'br', { 'if-none-match': '"3-1.digest"' });
    expect([photo.status, photo.body.length, photo.headers['content-type']]).toEqual([304, 0, undefined]);
    const fields = { 'accept-encoding': 'br', 'if-none-match': '"3-1.digest.br"' };
    const head = await served.ask('HEAD', '/tagged/json', fields);
    expect([head.status, head.headers['content-length']]).toEqual([304, undefined]);
  });

  it('RFC 9110 §13.1.3: If-Modified-Since counts where there is no If-None-Match', async () => {
    const since = { 'if-modified-since': MODIFIED };
    expect((await served.get('/tagged/json', 'br', since)).status).toBe(304);
    expect((await served.get('/tagged/json', 'br', { ...since, 'if-none-match': '"old"' })).status).toBe(200);
  });
});
