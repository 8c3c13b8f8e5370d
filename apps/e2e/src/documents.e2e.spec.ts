import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startProduct, type Product } from './product.ts';
import { shell } from './shell.ts';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));

/** Each document whose commands a reader is told to paste, with the statuses that they must meet, in their order. */
const DOCUMENTS: Readonly<Record<string, { readonly statuses: readonly number[]; readonly says: readonly string[] }>> =
  {
    'README.md': { statuses: [200, 200, 200, 200, 200, 200, 200], says: ['"state":"PICKED_UP"'] },
    'docs/tour.md': {
      statuses: [200, 200, 200, 200, 200, 200, 200, 409, 200, 304, 200, 200, 200, 200, 200, 200, 200],
      says: [
        '"courier":{"name":"Dana Ferri"}',
        '"code":"order-not-cancellable"',
        '"_embedded":{"rungs:restaurant":{',
        '"reason":"over"',
        '"reason":"ORDER_OVER"',
        '"loading":"per-row"',
        '"postgres":',
      ],
    },
    'libs/styles/rest-level-0/README.md': {
      statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
      says: [
        '"name":"cancelOrder","summary":',
        '<getTicketResult>',
        '<getOrderResult>',
        '"code":"order-not-cancellable"',
        '<state>PREPARING</state>',
        '"lineCount":2',
      ],
    },
    'libs/styles/rest-level-1/README.md': {
      statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
      says: [
        '"ok":true',
        '"action":"cancelOrder","summary":',
        '"code":"operation-unknown"',
        '"code":"order-not-cancellable"',
        '"state":"PREPARING"',
        '"lineCount":2',
      ],
    },
    'libs/styles/rest-level-2/README.md': {
      statuses: [
        200, 200, 200, 200, 304, 201, 428, 412, 200, 200, 204, 204, 200, 409, 422, 200, 200, 206, 202, 200, 200, 200,
      ],
      says: [
        'preference-applied: return=minimal',
        'accept-patch: application/merge-patch+json, application/json-patch+json, application/json',
        '"state":"CANCELLED"',
        '"code":"order-not-cancellable"',
        '"path":"/limt"',
        'content-range: bytes 1-3/',
        '"lineCount":2',
        'event: end',
        '"openapi":"3.2.0"',
      ],
    },
    'libs/styles/rest-level-3/README.md': {
      statuses: [200, 200, 200, 200, 200, 200, 409, 200, 200, 200, 422, 200, 200, 200, 200, 200],
      says: [
        '"cancelOrder":{',
        '"state":"CANCELLED"',
        '"code":"order-not-cancellable"',
        '"state":"ACCEPTED"',
        '"title":"Ribollita"',
        '"path":"/name.last"',
      ],
    },
    'libs/styles/graphql/README.md': {
      statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 304, 200, 200, 200, 200],
      says: [
        'desc="1 statement"',
        '"userErrors":[]',
        'ORDER_NOT_CANCELLABLE',
        '"acceptTicket":{"ticket":{"state":"ACCEPTED"',
        '"setPhoto":{"menuItem":{"version":2',
        'cache-control: public, no-cache',
        '{"data":{"order":{"state":"PICKED_UP","availableActions":[]}}',
        '"orderState":"DELIVERED"',
        '"reason":"ORDER_OVER"',
        '"code":"OPERATION_TOO_COSTLY","cost":{"requested":10201,"limit":1000}',
      ],
    },
  };

describe('the commands of', () => {
  let product: Product;
  let directory: string;

  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'rungs-documents-'));
    await fetch(`${product.origin}/dev/reset`, { method: 'POST' });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it.each(Object.entries(DOCUMENTS))('%s do what it says', (document, { statuses, says }) => {
    const { output, met } = run(commandsOf(document));
    expect(met, output).toEqual(statuses);
    for (const text of says) expect(output).toContain(text);
  });

  /** The shell blocks that talk to the server; those that run npm, diff or docker are for other tests. */
  function commandsOf(document: string): string {
    const blocks = [...readFileSync(join(CHECKOUT, document), 'utf8').matchAll(/^```sh\n(.*?)^```/gms)];
    const calls = blocks.map(([, block = '']) => block).filter((block) => /\bcurl\b/.test(block));
    return calls.join('\n').replaceAll(/(http:\/\/)?localhost:3000/g, product.origin);
  }

  function run(commands: string): { output: string; met: number[] } {
    const statuses = join(directory, 'statuses');
    const { stdout, stderr } = shell(commands, { statuses });
    expect(stderr).toBe('');
    return { output: stdout, met: readFileSync(statuses, 'utf8').trim().split('\n').map(Number) };
  }
});
