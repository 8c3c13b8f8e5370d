import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODIES, LARGE, serveBodies, type ServedBodies } from '../spec/served-bodies.ts';

const LARGE_BYTES = Buffer.byteLength(JSON.stringify(LARGE));
const DECODE = { br: brotliDecompressSync, zstd: zstdDecompressSync, gzip: gunzipSync } as const;

let served: ServedBodies;
beforeAll(async () => {
  served = await serveBodies();
});
afterAll(() => served.close());

describe('content coding', () => {
  it.each(Object.keys(DECODE) as (keyof typeof DECODE)[])(
    'RFC 9110 §8.4: what is sent in %s says so, has its length, and decodes to the same',
    async (coding) => {
      const { headers, body } = await served.get('/bodies/json', coding);
      expect(headers['content-encoding']).toBe(coding);
      expect(headers['content-length']).toBe(String(body.length));
      expect(headers['transfer-encoding']).toBeUndefined();
      expect(body.length).toBeLessThan(LARGE_BYTES / 2);
      expect(JSON.parse(DECODE[coding](body).toString())).toEqual(LARGE);
    },
  );

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['zstd, gzip', 'zstd'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['br;q=0, *', 'zstd'],
    ['*;q=0.1, gzip;q=0', 'br'],
    ['identity;q=0, gzip;q=0.001', 'gzip'],
    ['gzip;q=0.5, identity;q=0.9', undefined],
    ['identity', undefined],
    ['', undefined],
    ['deflate', undefined],
    ['br;q=0', undefined],
    ['nonsense;;;q=7', undefined],
    [undefined, undefined],
  ])('RFC 9110 §12.5.3: Accept-Encoding %j gets %s', async (field, coding) => {
    const { status, headers } = await served.get('/bodies/json', field);
    expect([status, headers['content-encoding']]).toEqual([200, coding]);
  });

  it.each(['json', 'hal', 'problem', 'xml', 'html', 'csv', 'svg'])('codes text by any name: %s', async (name) => {
    const { headers, body } = await served.get(`/bodies/${name}`, 'br');
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(body)).toEqual(Buffer.from(BODIES[name]!.body));
  });

  it.each(['photo', 'events', 'binary'])('leaves alone what is no text, or streams: %s', async (name) => {
    const { headers, body } = await served.get(`/bodies/${name}`, 'br');
    expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, undefined]);
    expect(body).toEqual(Buffer.from(BODIES[name]!.body));
  });

  it('codes what is larger than 1 KiB, and nothing smaller', async () => {
    expect((await served.get('/bodies/fits', 'br')).headers['content-encoding']).toBeUndefined();
    expect((await served.get('/bodies/exceeds', 'br')).headers['content-encoding']).toBe('br');
  });

  it.each(['gzip, identity;q=0', 'gzip, *;q=0'])(
    'RFC 9110 §12.5.3: codes even that for whoever does not take it as it is: %s',
    async (field) => {
      const { headers, body } = await served.get('/bodies/fits', field);
      expect(headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(body)).toEqual(Buffer.from(BODIES['fits']!.body));
    },
  );

  it('RFC 9110 §15.3.7: a part is sent as the bytes that it says it is', async () => {
    const { status, headers, body } = await served.get('/part', 'br');
    expect([status, headers['content-encoding'], headers['etag'], body.length]).toEqual([206, undefined, '"3"', 2_000]);
  });

  it('is done before the answer counts as ready, so that its time is the server’s', async () => {
    await served.get('/bodies/json', 'zstd');
    expect(served.codingTold).toBe('zstd');
  });

  it('codes nothing twice', async () => {
    expect((await served.get('/coded', 'br')).body.toString()).toBe('x'.repeat(2_000));
  });

  it.each(['br', 'gzip', 'identity'])(
    'RFC 9110 §9.3.2: HEAD has the fields that GET would have, without the body: %s',
    async (coding) => {
      const read = await served.get('/tagged/json', coding);
      const head = await served.ask('HEAD', '/tagged/json', { 'accept-encoding': coding });
      expect(head.body).toHaveLength(0);
      expect({ ...head.headers, date: '' }).toEqual({ ...read.headers, date: '' });
    },
  );
});

describe('Vary', () => {
  it.each([
    ['coded', 'json', 'br'],
    ['not coded', 'json', undefined],
    ['too small', 'small', 'br'],
  ])(
    'RFC 9110 §12.5.5: names Accept-Encoding beside what else decided, also where it was %s',
    async (_, name, field) => {
      expect((await served.get(`/tagged/${name}`, field)).headers['vary']).toBe('Authorization, Accept-Encoding');
      expect((await served.get(`/bodies/${name}`, field)).headers['vary']).toBe('Accept-Encoding');
    },
  );

  it('RFC 9110 §12.5.5: stays * where everything decides', async () => {
    expect((await served.get('/everything', 'br')).headers['vary']).toBe('*');
  });
});

describe('what cannot be agreed on', () => {
  it.each(['identity;q=0', '*;q=0', 'deflate, identity;q=0', 'br;q=0, gzip;q=0, zstd;q=0, identity;q=0'])(
    'RFC 9110 §12.5.3: is 406, before anything is done: Accept-Encoding %s',
    async (field) => {
      const before = served.worked;
      const { status, headers, body } = await served.ask('POST', '/work', { 'accept-encoding': field });
      expect([status, headers['content-type'], served.worked]).toEqual([406, 'application/problem+json', before]);
      expect(JSON.parse(body.toString())).toMatchObject({ status: 406, title: 'Not Acceptable' });
    },
  );

  it.each(['gzip', 'br', 'GZIP, identity'])(
    'RFC 9110 §15.5.16: a body in a coding is 415, and says which codings are taken: %s',
    async (coding) => {
      const before = served.worked;
      const fields = { 'content-encoding': coding, 'content-type': 'application/json' };
      const { status, headers } = await served.ask('POST', '/work', fields, '{}');
      expect([status, headers['accept-encoding'], served.worked]).toEqual([415, 'identity', before]);
    },
  );

  it.each(['identity', 'Identity', '', ' , identity'])(
    'RFC 9110 §5.6.1.2 and §8.4: takes a body that says it is in none: %j',
    async (coding) => {
      const fields = { 'content-encoding': coding, 'content-type': 'application/json' };
      expect((await served.ask('POST', '/work', fields, '{}')).status).toBe(201);
    },
  );
});
