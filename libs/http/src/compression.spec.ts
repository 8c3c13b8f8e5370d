import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Controller, Get, Module, Param, Post, Put, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createHttpApp,
  provideStyleErrors,
  sendDefect,
  sendProtocolError,
  sendRefusal,
  TokenService,
  type StyleErrors,
} from './index.ts';

const LARGE = { items: Array.from({ length: 100 }, (_, n) => ({ id: n, name: `Dish number ${n}` })) };
const LARGE_BYTES = Buffer.byteLength(JSON.stringify(LARGE));
const PHOTO = Buffer.alloc(5_000, 7);
const MODIFIED = 'Sun, 22 Nov 2026 12:00:00 GMT';

/** What is answered, by its name in the path. */
const BODIES: Readonly<Record<string, { readonly type: string; readonly body: string | Buffer }>> = {
  json: { type: 'application/json', body: JSON.stringify(LARGE) },
  hal: { type: 'application/prs.hal-forms+json', body: JSON.stringify(LARGE) },
  problem: { type: 'application/problem+json', body: Buffer.from(JSON.stringify(LARGE)) },
  xml: { type: 'application/xml; charset=utf-8', body: `<a>${'x'.repeat(2_000)}</a>` },
  html: { type: 'text/html; charset=utf-8', body: `<p>${'x'.repeat(2_000)}` },
  csv: { type: 'text/csv', body: 'a,b\n'.repeat(1_000) },
  svg: { type: 'image/svg+xml', body: `<svg>${' '.repeat(2_000)}</svg>` },
  small: { type: 'application/json', body: '{"id":1}' },
  fits: { type: 'text/plain', body: 'x'.repeat(1_024) },
  exceeds: { type: 'text/plain', body: 'x'.repeat(1_025) },
  photo: { type: 'image/png', body: PHOTO },
  events: { type: 'text/event-stream', body: 'data: 1\n\n'.repeat(500) },
  binary: { type: 'application/octet-stream', body: PHOTO },
};

let worked = 0;

@Controller('plain')
class BodiesController {
  @Get('bodies/:name')
  body(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { type, body } = BODIES[name]!;
    void reply.type(type);
    return body;
  }

  @Get('tagged/:name')
  tagged(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.headers({ etag: '"3-1.digest"', 'cache-control': 'private, no-cache', vary: 'Authorization' });
    void reply.headers({ 'last-modified': MODIFIED, 'content-location': '/plain/tagged', link: '</x>; rel="up"' });
    return this.body(name, reply);
  }

  @Get('weak')
  weak(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('etag', 'W/"3"');
    return LARGE;
  }

  @Get('part')
  part(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.code(206).headers({ 'content-range': 'bytes 0-1999/5000', etag: '"3"' }).type('text/plain');
    return 'x'.repeat(2_000);
  }

  @Get('coded')
  coded(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('content-encoding', 'x-ours').type('text/plain');
    return 'x'.repeat(2_000);
  }

  @Get('everything')
  everything(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('vary', '*');
    return LARGE;
  }

  @Put('thing')
  put(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('etag', '"4"').code(204);
  }

  @Put('photo')
  putPhoto(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('etag', '"4"');
    return LARGE;
  }

  @Post('work')
  work() {
    worked += 1;
    return LARGE;
  }
}

const plain: StyleErrors = {
  prefix: '/plain',
  refuse: (refusal, _request, reply) => sendRefusal(refusal, reply),
  protocol: (error, request, reply) => sendProtocolError(error, request, reply),
  defect: (traceId, _request, reply) => sendDefect(traceId, reply),
};

@Module({ controllers: [BodiesController], providers: [provideStyleErrors(plain)] })
class BodiesModule {}

let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  const store = { load: () => Promise.resolve(undefined), save: (key: JWK) => Promise.resolve(key) };
  app = await createHttpApp(BodiesModule, {
    tokens: await TokenService.withOwnKey({ issuer: 'rungs', audience: 'rungs' }, store),
    onDefect: (error) => {
      throw error;
    },
  });
  await app.listen(0, '127.0.0.1');
  ({ port } = app.getHttpServer().address() as AddressInfo);
});
afterAll(() => app.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it travelled. */
  readonly body: Buffer;
}

type Fields = Readonly<Record<string, string>>;

/** fetch would decode, and ask for what it likes. */
async function ask(method: string, path: string, headers: Fields = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, method, path: `/plain${path}`, headers }, async (response) => {
      const chunks = (await response.toArray()) as Buffer[];
      resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) });
    });
    sent.on('error', reject).end(body);
  });
}

const get = (path: string, acceptEncoding?: string, headers: Fields = {}): Promise<Answer> =>
  ask('GET', path, { ...headers, ...(acceptEncoding !== undefined && { 'accept-encoding': acceptEncoding }) });

const DECODE = { br: brotliDecompressSync, zstd: zstdDecompressSync, gzip: gunzipSync } as const;

describe('content coding', () => {
  it.each(Object.keys(DECODE) as (keyof typeof DECODE)[])(
    'RFC 9110 §8.4: what is sent in %s says so, has its length, and decodes to the same',
    async (coding) => {
      const { headers, body } = await get('/bodies/json', coding);
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
    const { status, headers } = await get('/bodies/json', field);
    expect([status, headers['content-encoding']]).toEqual([200, coding]);
  });

  it.each(['json', 'hal', 'problem', 'xml', 'html', 'csv', 'svg'])('codes text by any name: %s', async (name) => {
    const { headers, body } = await get(`/bodies/${name}`, 'br');
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(body)).toEqual(Buffer.from(BODIES[name]!.body));
  });

  it.each(['photo', 'events', 'binary'])('leaves alone what is no text, or streams: %s', async (name) => {
    const { headers, body } = await get(`/bodies/${name}`, 'br');
    expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, undefined]);
    expect(body).toEqual(Buffer.from(BODIES[name]!.body));
  });

  it('codes what is larger than 1 KiB, and nothing smaller', async () => {
    expect((await get('/bodies/fits', 'br')).headers['content-encoding']).toBeUndefined();
    expect((await get('/bodies/exceeds', 'br')).headers['content-encoding']).toBe('br');
  });

  it('RFC 9110 §15.3.7: a part is sent as the bytes that it says it is', async () => {
    const { status, headers, body } = await get('/part', 'br');
    expect([status, headers['content-encoding'], headers['etag'], body.length]).toEqual([206, undefined, '"3"', 2_000]);
  });

  it('codes nothing twice', async () => {
    expect((await get('/coded', 'br')).body.toString()).toBe('x'.repeat(2_000));
  });

  it.each(['br', 'gzip', 'identity'])(
    'RFC 9110 §9.3.2: HEAD has the fields that GET would have, without the body: %s',
    async (coding) => {
      const read = await get('/tagged/json', coding);
      const head = await ask('HEAD', '/tagged/json', { 'accept-encoding': coding });
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
      expect((await get(`/tagged/${name}`, field)).headers['vary']).toBe('Authorization, Accept-Encoding');
      expect((await get(`/bodies/${name}`, field)).headers['vary']).toBe('Accept-Encoding');
    },
  );

  it('RFC 9110 §12.5.5: stays * where everything decides', async () => {
    expect((await get('/everything', 'br')).headers['vary']).toBe('*');
  });
});

describe('validators', () => {
  const TAG = '"3-1.digest"';

  it.each([
    ['br', '"3-1.digest.br"'],
    ['zstd', '"3-1.digest.zstd"'],
    ['gzip', '"3-1.digest.gzip"'],
    ['identity', TAG],
  ])('RFC 9110 §8.8.3.3: each coding has a strong validator of its own: %s', async (coding, tag) => {
    expect((await get('/tagged/json', coding)).headers['etag']).toBe(tag);
    // Known before there is a body, and so the same for a small one.
    expect((await get('/tagged/small', coding)).headers['etag']).toBe(tag);
  });

  it('RFC 9110 §8.8.1: a weak validator may be shared by codings', async () => {
    expect((await get('/weak', 'br')).headers['etag']).toBe('W/"3"');
  });

  it('a photo, which is never coded, has one validator', async () => {
    expect((await get('/tagged/photo', 'br')).headers['etag']).toBe(TAG);
  });

  it('RFC 9110 §9.3.4: the validator that answers a PUT is the one that a GET would have', async () => {
    const put = await ask('PUT', '/thing', { 'accept-encoding': 'br' });
    expect([put.status, put.headers['etag']]).toEqual([204, '"4.br"']);
    const fields = { 'accept-encoding': 'br', 'content-type': 'image/png' };
    const photo = await ask('PUT', '/photo', fields, PHOTO);
    expect([photo.headers['etag'], photo.headers['content-encoding']]).toEqual(['"4"', 'br']);
  });
});

describe('If-None-Match', () => {
  it.each(['br', 'zstd', 'gzip', 'identity'])(
    'RFC 9110 §13.1.2: with the validator of the same coding answers 304 without a body: %s',
    async (coding) => {
      const { headers } = await get('/tagged/json', coding);
      const again = await get('/tagged/json', coding, { 'if-none-match': headers['etag'] as string });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers['etag']).toBe(headers['etag']);
    },
  );

  it('RFC 9110 §15.4.5: the 304 has the fields that a cache goes on with, and none that describe a body', async () => {
    const { status, headers } = await get('/tagged/json', 'br', { 'if-none-match': '"3-1.digest.br"' });
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
    expect((await get('/tagged/json', 'identity', ofBrotli)).status).toBe(200);
    expect((await get('/tagged/json', 'gzip', ofBrotli)).status).toBe(200);
    expect((await get('/tagged/json', 'br', { 'if-none-match': '"3-1.digest"' })).status).toBe(200);
  });

  it('RFC 9110 §8.8.3.2: compares weakly, in a list as well', async () => {
    const field = '"x", W/"3-1.digest.br" ,"y"';
    expect((await get('/tagged/json', 'br', { 'if-none-match': field })).status).toBe(304);
    expect((await get('/tagged/json', 'br', { 'if-none-match': '*' })).status).toBe(304);
  });

  it('holds for what is never coded, and for HEAD', async () => {
    const photo = await get('/tagged/photo', 'br', { 'if-none-match': '"3-1.digest"' });
    expect([photo.status, photo.body.length, photo.headers['content-type']]).toEqual([304, 0, undefined]);
    const fields = { 'accept-encoding': 'br', 'if-none-match': '"3-1.digest.br"' };
    const head = await ask('HEAD', '/tagged/json', fields);
    expect([head.status, head.headers['content-length']]).toEqual([304, undefined]);
  });

  it('RFC 9110 §13.1.3: If-Modified-Since counts where there is no If-None-Match', async () => {
    const since = { 'if-modified-since': MODIFIED };
    expect((await get('/tagged/json', 'br', since)).status).toBe(304);
    expect((await get('/tagged/json', 'br', { ...since, 'if-none-match': '"old"' })).status).toBe(200);
  });
});

describe('what cannot be agreed on', () => {
  it.each(['identity;q=0', '*;q=0', 'deflate, identity;q=0', 'br;q=0, gzip;q=0, zstd;q=0, identity;q=0'])(
    'RFC 9110 §12.5.3: is 406, before anything is done: Accept-Encoding %s',
    async (field) => {
      const before = worked;
      const { status, headers, body } = await ask('POST', '/work', { 'accept-encoding': field });
      expect([status, headers['content-type'], worked]).toEqual([406, 'application/problem+json', before]);
      expect(JSON.parse(body.toString())).toMatchObject({ status: 406, title: 'Not Acceptable' });
    },
  );

  it.each(['gzip', 'br', 'GZIP, identity'])(
    'RFC 9110 §15.5.16: a body in a coding is 415, and says which codings are taken: %s',
    async (coding) => {
      const before = worked;
      const fields = { 'content-encoding': coding, 'content-type': 'application/json' };
      const { status, headers } = await ask('POST', '/work', fields, '{}');
      expect([status, headers['accept-encoding'], worked]).toEqual([415, 'identity', before]);
    },
  );

  it('takes a body that says it is in none', async () => {
    const fields = { 'content-encoding': 'identity', 'content-type': 'application/json' };
    expect((await ask('POST', '/work', fields, '{}')).status).toBe(201);
  });
});
