import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '@rungs/domain';
import type { JWK } from 'jose';
import { parseList } from 'structured-headers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createHttpApp,
  CurrentActor,
  provideStyleErrors,
  sendDefect,
  sendProtocolError,
  sendRefusal,
  TokenService,
  type RateLimitSettings,
  type StyleErrors,
} from './index.ts';

const plain: StyleErrors = {
  prefix: '/plain',
  refuse: (refusal, _request, reply) => sendRefusal(refusal, reply),
  protocol: (error, request, reply) => sendProtocolError(error, request, reply),
  defect: (traceId, _request, reply) => sendDefect(traceId, reply),
};

const tunnel: StyleErrors = { ...plain, prefix: '/tunnel' };

let worked = 0;

@Controller()
class WorkController {
  @Get(['plain/work', 'tunnel/work', 'health'])
  read(@CurrentActor() { role }: Actor) {
    worked += 1;
    return { role };
  }

  @Post('plain/work')
  work(@Body() body: unknown) {
    worked += 1;
    return { body };
  }
}

@Module({ controllers: [WorkController], providers: [provideStyleErrors(plain), provideStyleErrors(tunnel)] })
class WorkModule {}

const ANN: Actor = { role: 'consumer', consumerId: '01900000-0000-7000-8000-00000000a001' };
const BOB: Actor = { role: 'consumer', consumerId: '01900000-0000-7000-8000-00000000b0b1' };

let app: NestFastifyApplication;
let tokens: TokenService;

async function serve(rateLimit: RateLimitSettings | undefined): Promise<void> {
  const store = { load: () => Promise.resolve(undefined), save: (key: JWK) => Promise.resolve(key) };
  tokens = await TokenService.withOwnKey({ issuer: 'rungs', audience: 'rungs' }, store);
  app = await createHttpApp(WorkModule, {
    tokens,
    rateLimit,
    onDefect: (error) => {
      throw error;
    },
  });
  await app.init();
}

type Fields = Readonly<Record<string, string>>;

async function asked(headers: Fields = {}, { url = '/plain/work', from = '192.0.2.1', body = '' } = {}) {
  return app.inject({
    method: body === '' ? 'GET' : 'POST',
    url,
    headers: { ...headers, ...(body !== '' && { 'content-type': 'application/json' }) },
    remoteAddress: from,
    ...(body !== '' && { payload: body }),
  });
}

const bearer = async (actor: Exclude<Actor, { role: 'anonymous' }>): Promise<Fields> => ({
  authorization: `Bearer ${(await tokens.issue(actor)).access_token}`,
});

/** The one member of a RateLimit field: its name, and its parameters. */
function said(field: unknown): readonly [name: unknown, ...parameters: (readonly [string, unknown])[]] {
  const [[name, parameters] = [], ...others] = parseList(String(field));
  expect(others).toEqual([]);
  return [name, ...(parameters as Map<string, unknown>)];
}

const NOW = new Date('2026-11-22T12:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  worked = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
});

const pass = (durationMs: number): unknown => vi.setSystemTime(Date.now() + durationMs);

describe('the rate limit', () => {
  it('RFC 6585 §4: is 429 when exceeded, with a problem document and Retry-After, and nothing is done', async () => {
    await serve({ perMinute: 2 });
    expect([(await asked()).statusCode, (await asked()).statusCode]).toEqual([200, 200]);
    pass(10_000);
    const refused = await asked();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({ 'retry-after': '50', 'content-type': 'application/problem+json' });
    expect(refused.json()).toMatchObject({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      detail: 'More than 2 requests within a minute; try again in 50 s.',
    });
    expect(worked).toBe(2);
  });

  it('RFC 9110 §10.2.3: after Retry-After one may go on', async () => {
    await serve({ perMinute: 1 });
    await asked();
    const waitSeconds = Number((await asked()).headers['retry-after']);
    pass(waitSeconds * 1000 - 1);
    expect((await asked()).statusCode).toBe(429);
    pass(1);
    expect((await asked()).statusCode).toBe(200);
  });

  it('draft-ietf-httpapi-ratelimit-headers-10: every answer says the policy and what is left of it', async () => {
    await serve({ perMinute: 3 });
    const first = await asked();
    expect(said(first.headers['ratelimit-policy'])).toEqual(['default', ['q', 3], ['w', 60]]);
    expect(said(first.headers['ratelimit'])).toEqual(['default', ['r', 2], ['t', 60]]);
    pass(20_500);
    const second = await asked({}, { url: '/plain/nowhere' });
    expect([second.statusCode, said(second.headers['ratelimit'])]).toEqual([404, ['default', ['r', 1], ['t', 40]]]);
    await asked();
    const refused = await asked();
    expect([refused.statusCode, said(refused.headers['ratelimit'])]).toEqual([429, ['default', ['r', 0], ['t', 40]]]);
  });

  it('is each actor’s own, from wherever they come, and in all styles together', async () => {
    await serve({ perMinute: 1 });
    const [ann, bob] = [await bearer(ANN), await bearer(BOB)];
    expect((await asked(ann)).statusCode).toBe(200);
    expect((await asked(ann, { from: '192.0.2.9' })).statusCode).toBe(429);
    expect((await asked(ann, { url: '/tunnel/work' })).statusCode).toBe(429);
    expect((await asked(bob)).statusCode).toBe(200);
    expect((await asked()).statusCode).toBe(200);
  });

  it('is of an address for whoever is not signed in, or claims to be and is not', async () => {
    await serve({ perMinute: 1 });
    expect((await asked()).statusCode).toBe(200);
    expect((await asked({ authorization: 'Bearer forged' })).statusCode).toBe(429);
    expect((await asked({ authorization: 'Bearer forged' }, { from: '192.0.2.2' })).statusCode).toBe(401);
    expect((await asked({}, { from: '192.0.2.3' })).statusCode).toBe(200);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', 429],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', 200],
    ['::1', '::2', 429],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2', 200],
  ])('takes an IPv6 site for one, whatever addresses it has: %s and %s', async (one, other, status) => {
    await serve({ perMinute: 1 });
    await asked({}, { from: one });
    expect((await asked({}, { from: other })).statusCode).toBe(status);
  });

  it('is found before a body is read', async () => {
    await serve({ perMinute: 1 });
    await asked();
    expect((await asked({}, { body: '{"not": JSON' })).statusCode).toBe(429);
    expect((await asked({ 'content-encoding': 'gzip' }, { body: 'x'.repeat(2_000_000) })).statusCode).toBe(429);
  });

  it('counts what styles answer for, and neither health nor pages', async () => {
    await serve({ perMinute: 1 });
    for (const url of ['/health', '/health', '/problems/forbidden', '/problems/forbidden']) {
      const { statusCode, headers } = await asked({}, { url });
      expect([statusCode, headers['ratelimit']]).toEqual([200, undefined]);
    }
    expect((await asked()).statusCode).toBe(200);
  });

  it('has a budget of its own for the lab', async () => {
    await serve({
      perMinute: 1,
      lab: { perMinute: 3, isOfLab: ({ headers }) => headers['rungs-loading'] !== undefined },
    });
    await asked();
    expect((await asked()).statusCode).toBe(429);
    const ofLab = await asked({ 'rungs-loading': 'batched' });
    expect([ofLab.statusCode, said(ofLab.headers['ratelimit-policy'])]).toEqual([200, ['lab', ['q', 3], ['w', 60]]]);
    expect(said(ofLab.headers['ratelimit'])).toEqual(['lab', ['r', 2], ['t', 60]]);
  });

  it('tells so many apart, and treats newcomers as one when there are more', async () => {
    await serve({ perMinute: 2, mostActors: 2 });
    const from = async (n: number): Promise<number> => (await asked({}, { from: `192.0.2.${n}` })).statusCode;
    expect([await from(1), await from(2), await from(3), await from(4)]).toEqual([200, 200, 200, 200]);
    expect(await from(5)).toBe(429);
    expect(await from(1)).toBe(200);
    pass(60_000);
    expect(await from(5)).toBe(200);
  });

  it('is none unless asked for', async () => {
    await serve(undefined);
    const { headers } = await asked();
    expect([headers['ratelimit'], headers['ratelimit-policy']]).toEqual([undefined, undefined]);
  });
});
