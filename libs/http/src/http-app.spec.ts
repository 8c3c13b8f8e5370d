import { connect, type AddressInfo } from 'node:net';
import { Body, Controller, Get, Module, Param, Patch, Post, UseGuards } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MAX_PHOTO_BYTES, PHOTO_TYPES, Refusal, type Actor } from '@rungs/domain';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANY_JSON,
  createHttpApp,
  CurrentActor,
  JsonOnly,
  provideStyleErrors,
  readableBody,
  sendDefect,
  sendProtocolError,
  sendRefusal,
  Takes,
  TokenService,
  type StyleErrors,
} from './index.ts';

/** A style that tunnels: 200 whatever happens. */
const tunnel: StyleErrors = {
  prefix: '/tunnel',
  refuse: ({ code }, _request, reply) => void reply.code(200).send({ refused: code }),
  protocol: ({ httpStatus }, _request, reply) => void reply.code(200).send({ protocol: httpStatus }),
  defect: (traceId, _request, reply) => void reply.code(200).send({ defect: traceId }),
};

const plain: StyleErrors = {
  prefix: '/plain',
  refuse: (refusal, _request, reply) => sendRefusal(refusal, reply),
  protocol: (error, request, reply) => sendProtocolError(error, request, reply),
  defect: (traceId, _request, reply) => sendDefect(traceId, reply),
};

@Controller()
@UseGuards(JsonOnly)
class ThingsController {
  @Post(['/plain/things', '/tunnel/things'])
  echo(@Body() body: unknown) {
    return { body: readableBody(body) };
  }

  @Post(['/plain/files', '/tunnel/files'])
  @Takes('text/csv', ...PHOTO_TYPES)
  file(@Body() body: unknown) {
    const file = readableBody(body);
    return Buffer.isBuffer(file) ? { bytes: [...file] } : { text: file };
  }

  @Post('/tunnel/xml')
  @Takes(ANY_JSON, 'application/xml')
  xml(@Body() body: unknown) {
    return { text: readableBody(body) };
  }

  @Patch('/plain/things/:id')
  @Takes('application/merge-patch+json')
  change(@Body() body: unknown) {
    return { body: readableBody(body) };
  }

  @Get('/plain/things/:id')
  read(@Param('id') id: string, @CurrentActor() actor: Actor) {
    if (id === 'none') throw new Refusal('order-not-found', { id });
    if (id === 'busy') throw new Refusal('unavailable', { part: 'It', retryAfterSeconds: 7 });
    if (id === 'broken') throw new Error('password=hunter2 in the connection string');
    return { id, role: actor.role };
  }
}

@Module({ controllers: [ThingsController], providers: [provideStyleErrors(tunnel), provideStyleErrors(plain)] })
class ThingsModule {}

const defects: unknown[] = [];
let app: NestFastifyApplication;
let tokens: TokenService;
let baseUrl: string;

beforeAll(async () => {
  const store = { load: () => Promise.resolve(undefined), save: (key: JWK) => Promise.resolve(key) };
  tokens = await TokenService.withOwnKey({ issuer: 'rungs', audience: 'rungs' }, store);
  app = await createHttpApp(ThingsModule, {
    tokens,
    onDefect: (error, defect) => defects.push({ error, ...defect }),
  });
  await app.listen(0, '127.0.0.1');
  baseUrl = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => app.close());

const JSON_TYPE = 'application/json';

async function post(path: string, body: BodyInit | null, contentType: string = JSON_TYPE): Promise<Response> {
  return fetch(`${baseUrl}${path}`, { method: 'POST', body, headers: { 'content-type': contentType } });
}

async function problemFrom(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as Record<string, unknown>;
}

/** What a raw request is answered, for those that no HTTP client would send. */
async function sendRaw(text: string): Promise<string> {
  const socket = connect((app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe('a body', () => {
  it.each([JSON_TYPE, 'application/vnd.api+json', 'application/json; charset=utf-8', 'APPLICATION/JSON'])(
    'of %s is decoded',
    async (contentType) => {
      expect(await (await post('/plain/things', '{"a":[1]}', contentType)).json()).toEqual({ body: { a: [1] } });
    },
  );

  it('of XML is handed on as text', async () => {
    const answer = await post('/tunnel/xml', '<a>ü</a>', 'application/xml; charset=utf-8');
    expect(await answer.json()).toEqual({ text: '<a>ü</a>' });
  });

  it('of CSV is handed on as text, too, and must be UTF-8 as well', async () => {
    const answer = await post('/tunnel/files', 'name,price\nTiramisù,900\n', 'text/csv; charset=utf-8; header=present');
    expect(await answer.json()).toEqual({ text: 'name,price\nTiramisù,900\n' });
    const latin1 = await post('/tunnel/files', new Uint8Array([0xf9]), 'text/csv');
    expect(await latin1.json()).toEqual({ refused: 'unreadable' });
  });

  it.each(PHOTO_TYPES)('of %s is handed on as its bytes', async (contentType) => {
    const bytes = Uint8Array.from([0, 0xff, 0x22]);
    expect(await (await post('/plain/files', bytes, contentType)).json()).toEqual({ bytes: [0, 0xff, 0x22] });
  });

  it('may be as large as the largest photo in base64', async () => {
    const data = Buffer.alloc(MAX_PHOTO_BYTES).toString('base64');
    expect(await (await post('/plain/things', JSON.stringify({ data }))).json()).toEqual({ body: { data } });
  });

  it('of what another route takes is 415, and says what this one takes', async () => {
    for (const contentType of ['text/csv', 'image/png', 'application/xml']) {
      const refused = await post('/plain/things', 'x', contentType);
      expect([refused.status, refused.headers.get('accept')], contentType).toEqual([415, 'application/json']);
    }
    expect(await (await post('/tunnel/things', 'x', 'text/csv')).json()).toEqual({ protocol: 415 });
    const json = await post('/plain/files', '{}');
    expect([json.status, json.headers.get('accept')]).toEqual([415, 'text/csv, image/jpeg, image/png, image/webp']);
    const url = `${baseUrl}/plain/things/1`;
    const headers = { 'content-type': 'application/json-patch+json' };
    const patch = await fetch(url, { method: 'PATCH', headers, body: '[]' });
    expect([patch.status, patch.headers.get('accept-patch')]).toEqual([415, 'application/merge-patch+json']);
  });

  it('keeps __proto__ as an own member', async () => {
    expect(await (await post('/plain/things', '{"__proto__":{"a":1}}')).text()).toContain('"__proto__"');
  });

  it.each([
    ['that is not JSON', '{"a":'],
    ['that is empty', ''],
    ['that is nested too deep', '['.repeat(300_000)],
    ['that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ])('%s is refused as unreadable, in the idiom of the style', async (_what, body) => {
    const refused = await post('/plain/things', body);
    expect(refused.status).toBe(400);
    expect(await problemFrom(refused)).toMatchObject({ code: 'unreadable', type: '/problems/unreadable', status: 400 });
    expect(await (await post('/tunnel/things', body)).json()).toEqual({ refused: 'unreadable' });
  });

  it('of another charset is refused as unreadable', async () => {
    expect((await post('/plain/things', '{}', 'application/json; charset=latin1')).status).toBe(400);
  });

  it('of an unknown media type is 415 and a too large one 413, in the idiom of the style', async () => {
    expect(await problemFrom(await post('/plain/things', 'a=1', 'application/x-www-form-urlencoded'))).toMatchObject({
      type: 'about:blank',
      status: 415,
    });
    const large = JSON.stringify('x'.repeat(1024 * 1024));
    expect(await problemFrom(await post('/plain/things', large))).toMatchObject({ status: 413 });
    expect(await (await post('/tunnel/things', large)).json()).toEqual({ protocol: 413 });
  });
});

describe('an address', () => {
  it('that leads nowhere is an unknown operation', async () => {
    const answer = await fetch(`${baseUrl}/plain/nowhere?x=1`);
    expect(answer.status).toBe(404);
    expect(await problemFrom(answer)).toMatchObject({ code: 'operation-unknown', operation: 'GET /plain/nowhere' });
    expect(await (await fetch(`${baseUrl}/tunnel`)).json()).toEqual({ protocol: 404 });
  });

  it('with another method is 405 and names those that are allowed', async () => {
    const answer = await fetch(`${baseUrl}/plain/things/1`, { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS, PATCH');
    expect(await problemFrom(answer)).toMatchObject({ code: 'operation-unknown', status: 405 });
  });

  it('answers OPTIONS with its methods in every style, and to anybody (RFC 9110 §9.3.7)', async () => {
    const allowedAt = async (path: string): Promise<unknown[]> => {
      const answer = await fetch(`${baseUrl}${path}`, {
        method: 'OPTIONS',
        headers: { authorization: 'Bearer forged' },
      });
      return [answer.status, answer.headers.get('allow'), await answer.text()];
    };
    expect(await allowedAt('/plain/things/1')).toEqual([204, 'GET, HEAD, OPTIONS, PATCH', '']);
    expect(await allowedAt('/tunnel/xml')).toEqual([204, 'OPTIONS, POST', '']);
    expect((await allowedAt('/plain/nowhere'))[0]).toBe(401);
    expect(await sendRaw('OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 204 /);
  });

  it.each(['/plain/things/%zz', '/plain/things/%', `/plain/things/${'x'.repeat(300)}`])(
    'that is malformed is a problem, not a failure: %s',
    async (path) => {
      const answer = await sendRaw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).toContain('application/problem+json');
    },
  );

  it('in something that is not HTTP, or with too many fields, is a problem too', async () => {
    expect(await sendRaw('GET /pot HTCPCP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"status":400/);
    // RFC 9110 §15.6.2.
    expect(await sendRaw('BREW /pot HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 501 [^]*"status":501/);
    const fields = `X-Filler: ${'x'.repeat(20_000)}\r\n`;
    expect(await sendRaw(`GET / HTTP/1.1\r\nHost: x\r\n${fields}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('of no style is answered as a problem', async () => {
    expect(await problemFrom(await fetch(`${baseUrl}/elsewhere`))).toMatchObject({ status: 404 });
    expect(await problemFrom(await fetch(`${baseUrl}/plainly`))).toMatchObject({ status: 404 });
  });
});

describe('an exception', () => {
  it('that is a refusal gets its status, code and details', async () => {
    const answer = await fetch(`${baseUrl}/plain/things/none`);
    expect(answer.status).toBe(404);
    expect(await problemFrom(answer)).toEqual({
      type: '/problems/order-not-found',
      title: 'There is no such order',
      status: 404,
      detail: 'There is no order none that you may see.',
      code: 'order-not-found',
      id: 'none',
    });
    const busy = await fetch(`${baseUrl}/plain/things/busy`);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '7']);
  });

  it('that is a defect is told to us with its trace id, and to nobody else', async () => {
    const answer = await fetch(`${baseUrl}/plain/things/broken`);
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toContain('hunter2');
    const { traceId } = JSON.parse(text) as { traceId: string };
    expect(defects).toMatchObject([{ traceId, method: 'GET', path: '/plain/things/broken' }]);
  });
});

describe('sign-in', () => {
  const annId = '01900000-0000-7000-8000-00000000a001';

  async function read(authorization?: string, path = '/plain/things/1'): Promise<Response> {
    return fetch(`${baseUrl}${path}`, { headers: authorization === undefined ? {} : { authorization } });
  }

  it('makes the bearer of our token the actor, and nobody anonymous', async () => {
    const { access_token, token_type, expires_in } = await tokens.issue({ role: 'consumer', consumerId: annId });
    expect([token_type, expires_in]).toEqual(['Bearer', 3600]);
    expect(await (await read(`bearer ${access_token}`)).json()).toMatchObject({ role: 'consumer' });
    expect(await (await read()).json()).toMatchObject({ role: 'anonymous' });
  });

  it.each(['Basic YW5uOmFubg==', 'Bearer', 'Bearer x.y.z', 'Bearer a b'])(
    'refuses %s with a challenge',
    async (field) => {
      const answer = await read(field);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer realm="rungs", error="invalid_token"');
      expect(await problemFrom(answer)).toMatchObject({ code: 'unauthenticated', reason: 'invalid' });
    },
  );

  it('comes before all that is wrong with the request itself', async () => {
    for (const path of ['/plain/nowhere', '/tunnel/nowhere']) {
      const answer = await read('Bearer x', path);
      expect(await answer.text()).toContain('unauthenticated');
    }
  });
});

describe('the page of a problem', () => {
  it('says what the problem is, to people and to programs', async () => {
    const page = await fetch(`${baseUrl}/problems/stale-version`);
    expect(await page.json()).toMatchObject({ code: 'stale-version', status: 412 });
    const html = await fetch(`${baseUrl}/problems/stale-version`, { headers: { accept: 'text/html' } });
    expect(html.headers.get('content-type')).toContain('text/html');
    expect(await html.text()).toContain('Somebody changed it before you');
    expect((await fetch(`${baseUrl}/problems/nonsense`)).status).toBe(404);
    expect(((await (await fetch(`${baseUrl}/problems`)).json()) as { problems: unknown[] }).problems).not.toHaveLength(
      0,
    );
  });
});
