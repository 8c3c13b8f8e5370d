import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Controller, Get, Module, Post, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PERSONAS, type PersonaName } from '@rungs/application';
import { eventsOf } from '@rungs/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createHttpApp, eventStream, provideStyleErrors, sendDefect, sendProtocolError, sendRefusal } from './index.ts';
import { TokenService } from './token-service.ts';

const HEARTBEAT_MS = 100;

type Source = (after: string | undefined, signal: AbortSignal) => Promise<AsyncIterable<string> | undefined>;

/** What is there to be told, and to whom it is sent. */
let source: Source;
let sockets: Socket[] = [];
/** Between an answer's making and its sending. */
let beforeSending: () => Promise<void> = () => Promise.resolve();

@Controller()
class TalesController {
  @Get('/plain/tales')
  tales(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.told(request, reply);
  }

  @Post('/plain/tales')
  told(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    sockets.push(request.raw.socket);
    return eventStream(request, reply, source, (text) => ({ id: '1', event: 'tale', data: { text } }));
  }
}

@Module({
  controllers: [TalesController],
  providers: [
    provideStyleErrors({
      prefix: '/plain',
      refuse: (refusal, _request, reply) => sendRefusal(refusal, reply),
      protocol: (error, request, reply) => sendProtocolError(error, request, reply),
      defect: (traceId, _request, reply) => sendDefect(traceId, reply),
    }),
  ],
})
class TalesModule {}

const defects: unknown[] = [];
const clients: Socket[] = [];
let app: NestFastifyApplication;
let tokens: TokenService;
let port: number;

beforeAll(async () => {
  const store = { load: () => Promise.resolve(undefined), save: (key: JWK) => Promise.resolve(key) };
  tokens = await TokenService.withOwnKey({ issuer: 'rungs', audience: 'rungs' }, store);
  app = await createHttpApp(TalesModule, {
    tokens,
    onDefect: (error) => defects.push(error),
    eventStreams: { heartbeatMs: HEARTBEAT_MS, mostPerActor: 1 },
    first: (fastify) => fastify.addHook('onSend', () => beforeSending()),
  });
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as AddressInfo).port;
});
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
  sockets = [];
  expect(defects.splice(0)).toEqual([]);
});
afterAll(() => app.close());

async function ask(who: PersonaName, method = 'GET'): Promise<Response> {
  const authorization = `Bearer ${(await tokens.issue(PERSONAS[who])).access_token}`;
  return fetch(`http://127.0.0.1:${port}/plain/tales`, { method, headers: { authorization } });
}

/** Whether this actor may have a stream, which is given up at once. */
async function status(who: PersonaName): Promise<number> {
  const answer = await ask(who);
  await answer.body?.cancel();
  return answer.status;
}

/** Sends so many requests over one connection without waiting for answers, and reads none. */
async function silent(who: PersonaName, count = 1): Promise<Socket> {
  const { access_token: token } = await tokens.issue(PERSONAS[who]);
  const client = connect(port, '127.0.0.1');
  clients.push(client);
  client.on('error', () => undefined);
  client.write(`GET /plain/tales HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${token}\r\n\r\n`.repeat(count));
  return client;
}

/** Says nothing until its follower leaves. */
const quiet: Source = (_after, signal) =>
  Promise.resolve(
    (async function* (): AsyncGenerator<string> {
      yield* [];
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    })(),
  );

it('WHATWG HTML §9.2.5: whatever a text has in it, an event is one line of data, and comes out the same', async () => {
  const texts = [
    'a\nb',
    'a\r\nb',
    'a\rb',
    'a\n\ndata: b',
    '\u2028\u2029\u0085',
    '\0',
    '\uFEFF',
    'data: {}',
    '\uD83C\uDF55',
  ];
  source = () =>
    Promise.resolve(
      (async function* () {
        yield* texts;
      })(),
    );
  const body = await (await ask('ann')).text();
  expect(body.split(/\r\n|\n|\r/)).toHaveLength(1 + 2 + 4 * texts.length);
  expect((await eventsOf(await ask('ann'))).map(({ data }) => data?.['text'])).toEqual(texts);
});

it('RFC 9110 §9.3.2: HEAD takes no place of a stream and reads nothing of it', async () => {
  let read = 0;
  source = () =>
    Promise.resolve(
      (async function* () {
        read += 1;
        yield 'a';
      })(),
    );
  for (let time = 0; time < 3; time++) {
    const answer = await ask('ann', 'HEAD');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  }
  expect(read).toBe(0);
});

it('reads no more of its source than fits, however much there is, while the client takes nothing; then cuts it', async () => {
  const MOST_BYTES = 256 * 1024 * 1024;
  const text = 'x'.repeat(1_000);
  let saidBytes = 0;
  let heldBytes = 0;
  let isLeft = false;
  source = () =>
    Promise.resolve(
      (async function* () {
        try {
          // Far more than any kernel takes for a client.
          while (saidBytes < MOST_BYTES) {
            yield text;
            saidBytes += text.length;
            // What the kernel has not taken yet.
            heldBytes = Math.max(heldBytes, saidBytes - (sockets[0]!.bytesWritten - sockets[0]!.writableLength));
          }
        } finally {
          isLeft = true;
        }
      })(),
    );
  await silent('bob');
  await expect.poll(() => isLeft, { timeout: 10_000 }).toBe(true);
  expect(saidBytes).toBeGreaterThan(0);
  expect(saidBytes).toBeLessThan(MOST_BYTES);
  expect(heldBytes).toBeLessThan(1024 * 1024);
  source = quiet;
  await expect.poll(() => status('bob')).toBe(200);
});

it.each([1, 2])(
  'gives the place back of a client that is gone before there is an answer, to request %i',
  async (count) => {
    const gates: (() => void)[] = [];
    source = async (after, signal) => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return quiet(after, signal);
    };
    const client = await silent('luigi', count);
    await expect.poll(() => gates.length).toBe(count);
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    client.destroy();
    await Promise.all(closed);
    // The last one alone may have a stream.
    gates.at(-1)!();
    source = quiet;
    await expect.poll(() => status('luigi')).toBe(200);
    for (const open of gates) open();
  },
);

it('takes a client that goes before its stream is sent for no defect', async () => {
  source = quiet;
  const sending = Promise.withResolvers<void>();
  beforeSending = async () => {
    beforeSending = () => Promise.resolve();
    const [socket] = sockets;
    const closed = once(socket!, 'close');
    socket!.destroy();
    await closed;
    sending.resolve();
  };
  const authorization = `Bearer ${(await tokens.issue(PERSONAS.ann)).access_token}`;
  const headers = { authorization, 'content-type': 'application/json' };
  // Of a request that was read whole, Node does not say that it was aborted.
  const asked = fetch(`http://127.0.0.1:${port}/plain/tales`, { method: 'POST', headers, body: '{}' });
  await expect(asked).rejects.toThrow();
  await sending.promise;
  // What is a defect fails every test here, when it ends.
  await expect.poll(() => status('ann')).toBe(200);
});
