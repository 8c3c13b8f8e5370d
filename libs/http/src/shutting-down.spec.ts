import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Controller, Get, Module } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { expect, it } from 'vitest';
import {
  createHttpApp,
  provideStyleErrors,
  sendDefect,
  sendProtocolError,
  sendRefusal,
  TokenService,
} from './index.ts';

const begun = Promise.withResolvers<void>();
const goOn = Promise.withResolvers<void>();

@Controller()
class SlowController {
  @Get('/plain/slow')
  async slow() {
    begun.resolve();
    await goOn.promise;
    return { finished: true };
  }
}

@Module({
  controllers: [SlowController],
  providers: [
    provideStyleErrors({
      prefix: '/plain',
      refuse: (refusal, _request, reply) => sendRefusal(refusal, reply),
      protocol: (error, request, reply) => sendProtocolError(error, request, reply),
      defect: (traceId, _request, reply) => sendDefect(traceId, reply),
    }),
  ],
})
class SlowModule {}

it('RFC 9110 §15.6.4: a server that stops finishes what it has begun, and tells whoever still asks when to come back', async () => {
  const tokens = TokenService.withKeysOf({ issuer: 'rungs', audience: 'rungs' }, { keys: [] });
  const app = await createHttpApp(SlowModule, { tokens, onDefect: () => undefined });
  const stopping = Promise.withResolvers<void>();
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  fastify.addHook('preClose', (done) => {
    stopping.resolve();
    done();
  });
  await app.listen(0, '127.0.0.1');
  const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const answers = text(socket);

  socket.write('GET /plain/slow HTTP/1.1\r\nHost: rungs\r\n\r\n');
  await begun.promise;
  const closed = app.close();
  await stopping.promise;
  socket.write('GET /plain/slow HTTP/1.1\r\nHost: rungs\r\n\r\n');
  await new Promise((seen) => app.getHttpServer().once('request', seen));
  goOn.resolve();
  await closed;

  const [, first = '', second = ''] = (await answers).split('HTTP/1.1 ');
  expect(first).toMatch(/^200 OK[\s\S]*\{"finished":true\}$/);
  expect(second).toMatch(/^503 Service Unavailable/);
  expect(second).toMatch(/retry-after: 5/);
  expect(second).toMatch(/content-type: application\/problem\+json/);
  expect(second).toContain('shutting down');
});
