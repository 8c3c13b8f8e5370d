import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerGraphiqlDoor } from './graphiql-door.ts';

/** What the address bars of today's browsers send. */
const CHROMIUM = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const FIREFOX = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('the door of /graphql', () => {
  let server: FastifyInstance;

  beforeEach(() => {
    server = fastify();
    registerGraphiqlDoor(server);
    server.route({ method: ['GET', 'POST'], url: '/graphql', handler: async () => ({ data: null }) });
    server.get('/graphql/other', async () => 'other');
  });
  afterEach(() => server.close());

  it.each([CHROMIUM, FIREFOX, 'text/html', 'application/json;q=0.5, text/html'])(
    'leads who wants a page to GraphiQL: %s',
    async (accept) => {
      const { statusCode, headers } = await server.inject({ url: '/graphql', headers: { accept } });
      expect([statusCode, headers['location'], headers['vary']]).toEqual([303, '/explore/graphql', 'Accept']);
    },
  );

  it('takes the operation along as it was written', async () => {
    const query = '?query=%7B%20viewer%20%7B%20__typename%20%7D%20%7D&variables=%7B%22id%22%3A%221%22%7D';
    const { headers } = await server.inject({ url: `/graphql${query}`, headers: { accept: CHROMIUM } });
    expect(headers['location']).toBe(`/explore/graphql${query}`);
  });

  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json, text/html',
    'application/*, text/html;q=0.9',
    'text/event-stream',
    'image/png',
    'text/html;q=0',
  ])('leaves who wants an answer alone: %s', async (accept) => {
    const { statusCode, headers } = await server.inject({
      url: '/graphql?query=%7B__typename%7D',
      headers: accept === undefined ? {} : { accept },
    });
    expect([statusCode, headers['vary']]).toEqual([200, undefined]);
  });

  it.each([
    ['POST', '/graphql'],
    ['GET', '/graphql/other'],
  ] as const)('leaves %s %s alone', async (method, url) => {
    expect((await server.inject({ method, url, headers: { accept: CHROMIUM } })).statusCode).toBe(200);
  });
});
