import { Controller, Get, Module, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStyle, type ServedStyle } from '../serve-style.ts';

const DOCUMENT = {
  openapi: '3.2.0',
  servers: [{ url: '/level2' }],
  paths: {
    '/things/{id}': {
      get: {
        responses: {
          200: {
            headers: {
              ETag: { $ref: '#/components/headers/ETag' },
              'Server-Timing': { $ref: '#/components/headers/Any' },
              Vary: { $ref: '#/components/headers/Any' },
            },
            content: {
              'application/json': {
                schema: { anyOf: [{ $ref: '#/components/schemas/Thing' }, { $ref: '#/components/schemas/Some' }] },
              },
            },
          },
        },
      },
    },
    '/openapi.json': { get: { responses: { 200: { content: { 'application/json': {} } } } } },
  },
  components: {
    headers: {
      ETag: { required: true, schema: { type: 'string', pattern: '^"' } },
      Any: { schema: { type: 'string' } },
    },
    schemas: {
      Thing: {
        type: 'object',
        properties: { id: { type: 'string' }, name: { type: 'string' } },
        required: ['id', 'name'],
        additionalProperties: false,
      },
      Some: {
        type: 'object',
        properties: { id: { type: 'string' }, name: { type: 'string' } },
        additionalProperties: false,
        'x-only-with': ['fields'],
      },
    },
  },
};

interface Sent {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}

const GOOD: Sent = { headers: { etag: '"1"' }, body: { id: 't', name: 'T' } };
let sent: Sent = GOOD;

@Controller('level2')
class ThingsController {
  @Get('openapi.json')
  describe(): object {
    return DOCUMENT;
  }

  @Get('things/:id')
  thing(@Res({ passthrough: true }) reply: FastifyReply): unknown {
    const { status = 200, type = 'application/json', headers = {}, body } = sent;
    void reply.status(status).headers(headers).type(type);
    return Buffer.from(JSON.stringify(body));
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('answers that are held against the description of their own server', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([ThingsModule]);
  });
  // Which rejects: see below.
  afterAll(() => served.close().catch(() => undefined));

  async function violationsOf(answer: Sent, query = ''): Promise<readonly string[]> {
    const before = served.undocumented.length;
    sent = answer;
    await (await fetch(`${served.baseUrl}/level2/things/t${query}`)).text();
    return served.undocumented.slice(before);
  }

  it('are good when they are as described', async () => {
    expect(await violationsOf(GOOD)).toEqual([]);
    expect(await violationsOf({ ...GOOD, body: { id: 't', name: 'x'.repeat(3000) } })).toEqual([]);
  });

  it.each<[string, Sent, string]>([
    ['status', { ...GOOD, status: 202 }, 'a status that is not described'],
    ['media type', { ...GOOD, type: 'text/plain' }, 'the media type text/plain, which is not described'],
    ['body', { ...GOOD, body: { id: 7, name: 'T' } }, 'must be string'],
    ['member', { ...GOOD, body: { id: 't', name: 'T', secret: 1 } }, 'must NOT have additional properties'],
    ['missing member', { ...GOOD, body: { id: 't' } }, "must have required property 'name'"],
    ['missing field', { body: GOOD.body }, 'no ETag'],
    ['field of another form', { ...GOOD, headers: { etag: '1' } }, 'ETag: 1: data must match pattern'],
    ['field', { ...GOOD, headers: { etag: '"1"', 'x-secret': '1' } }, 'the field x-secret, which is not described'],
  ])('are found out by another %s', async (_what, answer, wrong) => {
    expect(await violationsOf(answer)).toEqual([expect.stringContaining(wrong)]);
  });

  it('may be as only those are that were asked for otherwise', async () => {
    expect(await violationsOf({ ...GOOD, body: { id: 't' } }, '?fields=id')).toEqual([]);
    expect(await violationsOf({ ...GOOD, body: { id: 't' } })).toHaveLength(1);
  });

  it('are found out where nothing is described, unless it is that there is nothing', async () => {
    const before = served.undocumented.length;
    expect((await fetch(`${served.baseUrl}/level2/nothing`)).status).toBe(404);
    expect((await fetch(`${served.baseUrl}/level2/things/t`, { method: 'DELETE' })).status).toBe(405);
    expect(served.undocumented.slice(before)).toEqual([]);
  });

  it('make their suite fail', async () => {
    const other = await serveStyle([ThingsModule]);
    sent = { ...GOOD, status: 202 };
    await (await fetch(`${other.baseUrl}/level2/things/t`)).text();
    await expect(other.close()).rejects.toThrow('GET /level2/things/t 202: a status that is not described');
  });
});
