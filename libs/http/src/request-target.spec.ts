import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Controller, Get, Module, Param, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApp, provideStyleErrors, sendDefect, sendRefusal, TokenService } from './index.ts';

@Controller()
class ThingsController {
  @Get('plain/things/:id')
  read(@Param('id') id: string, @Query() query: object) {
    return { id, query };
  }
}

@Module({
  controllers: [ThingsController],
  providers: [
    provideStyleErrors({
      prefix: '/plain',
      refuse: (refusal, _request, reply) => sendRefusal(refusal, reply),
      protocol: (error, _request, reply) => reply.code(error.httpStatus).send({ inTheWordsOf: 'plain' }),
      defect: (traceId, _request, reply) => sendDefect(traceId, reply),
    }),
  ],
})
class ThingsModule {}

let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  const tokens = TokenService.withKeysOf({ issuer: 'rungs', audience: 'rungs' }, { keys: [] });
  const onDefect = (error: unknown): never => {
    throw error;
  };
  app = await createHttpApp(ThingsModule, { tokens, onDefect, rateLimit: { perMinute: 1000 } });
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => app.close());

/** Sends the target as it is, which no client of the web's would. */
async function asked(target: string, method = 'GET') {
  const sent = request({ host: '127.0.0.1', port, path: target, method, agent: false }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const { statusCode: status, headers } = answer;
  return { status, headers, body: status === 204 ? answer.resume() && {} : await json(answer) };
}

describe('a request target', () => {
  const SAME = [
    'http://any.example/plain/things/7?x=%2F',
    'HTTPS://any.example:1234/plain/things/7?x=%2F',
    '/%70lain/thing%73/7?x=%2F',
    '/plain/things/%37?x=%2F',
    '/plain/things/7?x=%2F#y',
  ];

  it.each(SAME)('RFC 9112 §3.2.2, RFC 3986 §6.2.2.2: %s is the same as any other spelling of it', async (target) => {
    const { status, body } = await asked(target);
    expect([status, body]).toEqual([200, { id: '7', query: { x: '/' } }]);
  });

  it.each(SAME)('counts for the rate limit, however it is spelt: %s', async (target) => {
    const { ratelimit: before } = (await asked('/plain/things/7')).headers;
    const { ratelimit: after } = (await asked(target)).headers;
    const left = (field: unknown): number => Number(/;r=(\d+)/.exec(String(field))?.[1]);
    expect(left(after)).toBe(left(before) - 1);
  });

  it.each(SAME)('is refused in the words of its style, and says its methods to OPTIONS: %s', async (target) => {
    expect(await asked(target, 'DELETE')).toMatchObject({ status: 405, body: { inTheWordsOf: 'plain' } });
    const { status, headers } = await asked(target, 'OPTIONS');
    expect([status, headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  it.each([
    ['a slash that is no separator', '/plain/things/a%2Fb', 'a/b'],
    ['a percent sign that is meant', '/plain/things/%2541', '%41'],
    ['a question mark that begins no query', '/plain/things/a%3Fb', 'a?b'],
    ['letters beyond ASCII', '/plain/things/%C3%BC', 'ü'],
  ])('RFC 3986 §2.2 and §2.4: %s stays what it is', async (_what, target, id) => {
    expect((await asked(target)).body).toEqual({ id, query: {} });
  });

  it('RFC 9112 §3.2.2: with no path is the root', async () => {
    expect(await asked('http://any.example?x')).toMatchObject({ status: 404, body: { operation: 'GET /' } });
  });
});
