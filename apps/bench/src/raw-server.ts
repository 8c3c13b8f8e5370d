import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { RAW_STATEMENTS, type ScreenId } from './raw-statements.ts';

// What the same answers cost at the least in Node: no framework, no sign-in, no rights, nothing checked or made of the
// rows. The database builds the JSON, in one statement that each connection has prepared, and it is sent as it came.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

const server = createServer((request, response) => {
  const [, screen = '', id = ''] = (request.url ?? '').split('/');
  void answer(screen, id).then(
    (body) => {
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body === undefined ? 0 : Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
});

async function answer(screen: string, id: string): Promise<string | undefined> {
  if (!Object.hasOwn(RAW_STATEMENTS, screen)) return undefined;
  const text = RAW_STATEMENTS[screen as ScreenId];
  const { rows } = await pool.query<{ body: string }>({ name: screen, text, values: [id] });
  return rows[0]?.body;
}

process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => void pool.end());
});

server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`The raw handler is ready: http://127.0.0.1:${port}/`);
});
