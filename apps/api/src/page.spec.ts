import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_PATHS, registerPage } from './page.ts';

const PAGE = '<!doctype html><title>Rungs</title>';
const SCRIPT = 'globalThis.rungs = 1;\n';

describe('the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rungs-page-'));
  const built = join(folder, 'built');
  let server: FastifyInstance;

  beforeAll(() => {
    mkdirSync(join(built, 'assets'), { recursive: true });
    writeFileSync(join(built, 'index.html'), PAGE);
    writeFileSync(join(built, 'assets/index-1.js'), SCRIPT);
    writeFileSync(join(built, 'assets/index-1.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(built, 'assets/index-1.js.gz'), gzipSync(SCRIPT));
  });
  afterEach(() => server.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  function serve(directory: string): FastifyInstance {
    server = fastify();
    registerPage(server, directory);
    return server;
  }

  it.each(['/', ...PAGE_PATHS, '/compare?scenario=order-details&as=ann'])(
    'answers %s with the same document',
    async (url) => {
      const { statusCode, headers, body } = await serve(built).inject({ url });
      expect(statusCode).toBe(200);
      expect(body).toBe(PAGE);
      expect(headers['content-type']).toContain('text/html');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
    },
  );

  it.each(['/compar', '/compare/x', '/run', '/sample-run.json', '/level2/orders//x', '/level2/../x', '/..%2fx'])(
    'leaves %s to be not found',
    async (url) => {
      expect((await serve(built).inject({ url })).statusCode).toBe(404);
    },
  );

  it('has the paths that the lab’s router has', () => {
    const router = readFileSync(new URL('../../lab/src/router.tsx', import.meta.url), 'utf8');
    const paths = [...router.matchAll(/\bpath: '(.+?)'/g)].map(([, path]) => path);
    expect(paths).toEqual(['/', ...PAGE_PATHS]);
  });

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('sends what was compressed with %s when it was built', async (encoding, accepted, decoded) => {
    const answer = await serve(built).inject({ url: '/assets/index-1.js', headers: { 'accept-encoding': accepted } });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toContain('javascript');
    expect(answer.headers['vary']).toBe('accept-encoding');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(decoded(answer.rawPayload).toString()).toBe(SCRIPT);
  });

  it('sends the file itself to whoever takes no encoding', async () => {
    const answer = await serve(built).inject({ url: '/assets/index-1.js', headers: { 'accept-encoding': 'identity' } });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body).toBe(SCRIPT);
  });

  it('says at each of its paths that it is not built', async () => {
    serve(join(folder, 'nowhere'));
    for (const url of ['/', ...PAGE_PATHS]) {
      const { statusCode, body } = await server.inject({ url });
      expect(statusCode).toBe(503);
      expect(body).toContain('npm run build');
    }
  });
});
