import { Agent, createServer, request as httpRequest, type RequestOptions, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SocketMeter, type WireBytes } from './socket-meter.ts';

const HEAD_END = '\r\n\r\n';
const LARGE_BODY = Buffer.alloc(8 * 1024 * 1024, 'x');

/** A pass-through that sees exactly what travels, and is the oracle of these tests. */
const wire = { up: Buffer.alloc(0), down: Buffer.alloc(0), connections: 0 };
const measured: Promise<WireBytes | undefined>[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let server: Server;
let proxy: TcpServer;
let proxyPort: number;

beforeAll(async () => {
  const meter = new SocketMeter();
  server = createServer((request, response) => {
    measured.push(meter.measure(request, response));
    if (request.url === '/early') {
      response.end('refused before the body was read');
    } else if (request.url === '/large') {
      response.end(LARGE_BODY);
    } else if (request.url === '/stream') {
      response.write('one');
      response.write('two');
      response.end();
    } else if (request.url === '/nothing') {
      response.writeHead(304, { etag: '"1"' }).end();
    } else {
      request.resume().on('end', () => response.setHeader('content-type', 'text/plain').end('antwoord ✓'));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = createTcpServer((client) => {
    wire.connections += 1;
    const upstream = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.on('data', (chunk) => (wire.up = Buffer.concat([wire.up, chunk])));
    upstream.on('data', (chunk) => (wire.down = Buffer.concat([wire.down, chunk])));
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxyPort = (proxy.address() as AddressInfo).port;
});

afterAll(() => {
  agent.destroy();
  proxy.close();
  server.close();
});

beforeEach(() => {
  forgetTraffic();
  measured.length = 0;
});

function forgetTraffic() {
  wire.up = Buffer.alloc(0);
  wire.down = Buffer.alloc(0);
}

/** Asks on the one kept connection and reads the answer to its end. */
function ask(path: string, options: RequestOptions = {}, body: readonly (string | Buffer)[] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: proxyPort, path, agent, ...options }, (response) => {
      response.resume().on('end', resolve);
    });
    request.on('error', reject);
    const send = () => {
      for (const chunk of body) request.write(chunk);
      request.end();
    };
    if (options.headers && 'expect' in options.headers) request.on('continue', send);
    else send();
  });
}

/** What the proxy saw of the one exchange since the last reset. */
function seen(interimHeads = 0): WireBytes {
  const requestHead = wire.up.indexOf(HEAD_END) + HEAD_END.length;
  let responseHead = 0;
  for (let head = 0; head <= interimHeads; head += 1) {
    responseHead = wire.down.indexOf(HEAD_END, responseHead) + HEAD_END.length;
  }
  return {
    requestHead,
    requestBody: wire.up.length - requestHead,
    responseHead,
    responseBodyWire: wire.down.length - responseHead,
  };
}

describe('socket meter', () => {
  it('counts what a pass-through proxy counts, exchange by exchange on one kept connection', async () => {
    const connectionsBefore = wire.connections;
    const exchanges: [string, RequestOptions, (string | Buffer)[]][] = [
      ['/plain', {}, []],
      ['/plain?q=%C3%A9', { method: 'POST', headers: { 'content-length': 9 } }, ['{"a":"é"}'.slice(0, 8)]],
      ['/stream', {}, []],
      ['/plain', { method: 'POST' }, ['chunk one', 'chunk two']],
      ['/large', {}, []],
      ['/nothing', {}, []],
      ['/plain', { method: 'PUT', headers: { 'content-length': LARGE_BODY.length } }, [LARGE_BODY]],
      ['/plain', {}, []],
      // Last, because Node's client keeps no connection after a HEAD without a length.
      ['/plain', { method: 'HEAD' }, []],
    ];
    for (const [index, [path, options, body]] of exchanges.entries()) {
      forgetTraffic();
      await ask(path, options, body);
      expect(await measured[index], `${options.method ?? 'GET'} ${path}`).toEqual(seen());
    }
    expect(wire.connections - connectionsBefore).toBe(1);
  });

  it('books an unread body on the request that brought it, not on the next one', async () => {
    await ask('/early', { method: 'POST', headers: { 'content-length': LARGE_BODY.length } }, [LARGE_BODY]);
    const first = await measured[0];
    expect(first).toEqual(seen());
    expect(first?.requestBody).toBe(LARGE_BODY.length);
    forgetTraffic();
    await ask('/plain');
    expect(await measured[1]).toEqual(seen());
  });

  it('books 100 Continue on the head of the response', async () => {
    await ask('/plain', { method: 'POST', headers: { expect: '100-continue', 'content-length': 4 } }, ['body']);
    expect(await measured[0]).toEqual(seen(1));
  });

  it('does not attribute pipelined exchanges, and goes on after them', async () => {
    const client = connect(proxyPort, '127.0.0.1');
    const answers = (count: number) =>
      new Promise<void>((resolve) => {
        const whenAll = () => {
          if (wire.down.toString().split('antwoord ✓').length - 1 < count) return;
          client.off('data', whenAll);
          resolve();
        };
        client.on('data', whenAll);
      });
    const get = `GET /plain HTTP/1.1${'\r\n'}Host: a${HEAD_END}`;
    const two = answers(2);
    client.write(get + get);
    await two;
    expect(await Promise.all(measured)).toEqual([undefined, undefined]);
    forgetTraffic();
    const third = answers(1);
    client.write(get);
    await third;
    expect(await measured[2]).toEqual(seen());
    client.destroy();
  });

  it('counts what had arrived when the connection was lost', async () => {
    const client = connect(proxyPort, '127.0.0.1');
    const head = `POST /plain HTTP/1.1${'\r\n'}Host: a${'\r\n'}Content-Length: 100${HEAD_END}`;
    client.write(`${head}only this`);
    while (measured.length === 0) await new Promise((resolve) => setImmediate(resolve));
    client.destroy();
    // Node itself answers a request that ends too early, without any response of ours.
    const responseHead = `HTTP/1.1 400 Bad Request${'\r\n'}Connection: close${HEAD_END}`.length;
    expect(await measured[0]).toEqual({ requestHead: head.length, requestBody: 9, responseHead, responseBodyWire: 0 });
  });
});
