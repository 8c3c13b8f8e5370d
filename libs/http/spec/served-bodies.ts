import { request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { JWK } from 'jose';
import {
  createHttpApp,
  provideStyleErrors,
  sendDefect,
  sendProtocolError,
  sendRefusal,
  TokenService,
  type StyleErrors,
} from '../src/index.ts';

export const LARGE = { items: Array.from({ length: 100 }, (_, n) => ({ id: n, name: `Dish number ${n}` })) };
export const PHOTO = Buffer.alloc(5_000, 7);
export const MODIFIED = 'Sun, 22 Nov 2026 12:00:00 GMT';

/** What is answered, by its name in the path. */
export const BODIES: Readonly<Record<string, { readonly type: string; readonly body: string | Buffer }>> = {
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

/** A server with all kinds of bodies, and what it was asked. */
export interface ServedBodies {
  ask(method: string, path: string, headers?: Fields, body?: string | Buffer): Promise<Answer>;
  /** As a client that takes these codings. */
  get(path: string, acceptEncoding?: string, headers?: Fields): Promise<Answer>;
  /** How often work was done. */
  readonly worked: number;
  /** What is registered first, telemetry, finds the last answer's coding to be this. */
  readonly codingTold: unknown;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it travelled. */
  readonly body: Buffer;
}

export type Fields = Readonly<Record<string, string>>;

export async function serveBodies(): Promise<ServedBodies> {
  const store = { load: () => Promise.resolve(undefined), save: (key: JWK) => Promise.resolve(key) };
  let codingTold: unknown;
  const app = await createHttpApp(BodiesModule, {
    tokens: await TokenService.withOwnKey({ issuer: 'rungs', audience: 'rungs' }, store),
    onDefect: (error) => {
      throw error;
    },
    first: (fastify) => {
      fastify.addHook('onSend', async (_request, reply) => {
        codingTold = reply.getHeader('content-encoding');
      });
    },
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  // fetch would decode, and ask for what it likes.
  const ask: ServedBodies['ask'] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const sent = request({ port, method, path: `/plain${path}`, headers }, async (response) => {
        const chunks = (await response.toArray()) as Buffer[];
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) });
      });
      sent.on('error', reject).end(body);
    });
  return {
    ask,
    get: (path, acceptEncoding, headers = {}) =>
      ask('GET', path, { ...headers, ...(acceptEncoding !== undefined && { 'accept-encoding': acceptEncoding }) }),
    get worked() {
      return worked;
    },
    get codingTold() {
      return codingTold;
    },
    close: () => app.close(),
  };
}
