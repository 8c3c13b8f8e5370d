import { SCENARIOS } from '@rungs/scenarios';
import type { Content, Entry, Har, Page, PostData, QueryString } from 'har-format';
import { isMeasured, type Cell, type Comparison, type SeenExchange } from './comparison.ts';
import { listOf } from './export-json.ts';
import type { HeaderField, RunExchange } from './run.ts';

/** HAR wants whole addresses and a run keeps paths alone; this is where `npm start` serves them. */
const ORIGIN = 'http://localhost:3000';
const HTTP_VERSION = 'HTTP/1.1';
const NOT_MEASURED = -1;

/**
 * HTTP Archive 1.2: a page for each cell that asked anything, an entry for each exchange. Members that begin with an
 * underscore are ours, as the format provides for.
 */
export function exportHar(comparisons: Comparison | readonly Comparison[], { origin = ORIGIN } = {}): string {
  const parts = listOf(comparisons).map((comparison) => ({
    comparison,
    pages: comparison.cells.flatMap((cell) => (askedAnything(cell) ? [pageOf(cell, comparison)] : [])),
    entries: comparison.cells.flatMap((cell) => entriesOf(cell, comparison, origin)),
  }));
  const har: Har = {
    log: {
      version: '1.2',
      creator: { name: 'Rungs', version: parts[0]?.comparison.env.commit ?? 'unknown' },
      pages: parts.flatMap(({ pages }) => pages),
      entries: parts.flatMap(({ entries }) => entries),
      comment: [
        'Each page is one client program, and every page begins when the comparison did: they ran one after another.',
        'Sizes are bytes on the wire without the meter’s own fields; times are localhost’s; credentials are redacted.',
        ...parts.flatMap(({ comparison }) =>
          comparison.valid ? [] : [`${comparison.scenario} is void: its pages compare nothing.`],
        ),
      ].join(' '),
    },
  };
  return `${JSON.stringify(har, undefined, 2)}\n`;
}

function askedAnything(cell: Cell): boolean {
  return isMeasured(cell) || (cell.outcome === 'failed' && cell.exchanges.length > 0);
}

function pageIdOf({ style, client, server, visit }: Cell, { scenario }: Comparison): string {
  return [scenario, style, client, server, visit].join('/');
}

function pageOf(cell: Cell, comparison: Comparison): Page {
  const { title } = SCENARIOS[comparison.scenario];
  const ends = isMeasured(cell) ? cell.run.exchanges.map(({ timeMs }) => timeMs.end) : [];
  return {
    startedDateTime: comparison.env.measuredAt,
    id: pageIdOf(cell, comparison),
    title: `${title}: ${cell.title}, ${cell.client} on ${cell.server}, ${cell.visit} visit`,
    pageTimings: { onContentLoad: NOT_MEASURED, onLoad: ends.length > 0 ? Math.max(...ends) : NOT_MEASURED },
    ...('failure' in cell && { comment: `${cell.failure.kind}: ${cell.failure.message}` }),
    _outcome: cell.outcome,
    _valid: comparison.valid,
  };
}

function entriesOf(cell: Cell, comparison: Comparison, origin: string): readonly Entry[] {
  const base = { pageref: pageIdOf(cell, comparison), beganMs: Date.parse(comparison.env.measuredAt), origin };
  if (isMeasured(cell)) return cell.run.exchanges.map((exchange) => measuredEntry(exchange, base));
  return cell.outcome === 'failed' ? cell.exchanges.map((exchange) => seenEntry(exchange, base)) : [];
}

interface EntryBase {
  readonly pageref: string;
  readonly beganMs: number;
  readonly origin: string;
}

function measuredEntry(exchange: RunExchange, { pageref, beganMs, origin }: EntryBase): Entry {
  const { bytes, timeMs, requestBody } = exchange;
  const isSent = exchange.cache !== 'fresh';
  const url = new URL(exchange.url, origin);
  const wait = Math.max(0, timeMs.firstByte - timeMs.start);
  const receive = Math.max(0, timeMs.end - timeMs.firstByte);
  return {
    pageref,
    startedDateTime: new Date(beganMs + timeMs.start).toISOString(),
    time: wait + receive,
    request: {
      method: exchange.method,
      url: url.href,
      httpVersion: HTTP_VERSION,
      cookies: [],
      headers: exchange.requestHeaders.map(nameAndValue),
      queryString: queryOf(url),
      ...(requestBody !== null && { postData: postDataOf(exchange.requestHeaders, requestBody) }),
      headersSize: isSent ? bytes.requestHead : NOT_MEASURED,
      bodySize: bytes.requestBody,
    },
    response: {
      status: exchange.status,
      statusText: '',
      httpVersion: HTTP_VERSION,
      cookies: [],
      headers: exchange.responseHeaders.map(nameAndValue),
      content: contentOf(exchange),
      redirectURL: valueOf('location', exchange.responseHeaders) ?? '',
      headersSize: isSent ? bytes.responseHead : NOT_MEASURED,
      bodySize: bytes.responseBodyWire,
    },
    // Our cache keeps no record of hits and times that HAR would want here; what became of the request is in _cache.
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait, receive },
    _n: exchange.n,
    _label: exchange.label,
    _dependsOn: exchange.dependsOn,
    _cache: exchange.cache,
    _serverMs: timeMs.server,
    _sql: { count: exchange.sql.count, rows: exchange.sql.rows, timeMs: exchange.sql.timeMs },
    _fields: exchange.fields,
    _usedPaths: exchange.usedPaths,
    _actions: exchange.actions,
  } as Entry;
}

/** Of a program that failed nothing is known but what its client saw. */
function seenEntry(exchange: SeenExchange, { pageref, beganMs, origin }: EntryBase): Entry {
  const url = new URL(exchange.url, origin);
  const nothing = { httpVersion: HTTP_VERSION, cookies: [], headers: [], headersSize: -1, bodySize: -1 };
  return {
    pageref,
    startedDateTime: new Date(beganMs).toISOString(),
    time: 0,
    request: { ...nothing, method: exchange.method, url: url.href, queryString: queryOf(url) },
    response: {
      ...nothing,
      status: exchange.status,
      statusText: '',
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0, comment: 'not measured: the program failed' },
    _n: exchange.n,
    _label: exchange.label,
    _dependsOn: exchange.dependsOn,
  } as Entry;
}

function contentOf({ bytes, responseHeaders, responseBody }: RunExchange): Content {
  return {
    size: bytes.responseBodyDecoded,
    compression: bytes.responseBodyDecoded - bytes.responseBodyWire,
    // `x-unknown` is what browsers write where an answer says nothing about its type.
    mimeType: valueOf('content-type', responseHeaders) ?? 'x-unknown',
    ...(responseBody !== null && { text: responseBody }),
  };
}

function postDataOf(headers: readonly HeaderField[], text: string): PostData {
  return { mimeType: valueOf('content-type', headers) ?? 'x-unknown', text };
}

function queryOf({ searchParams }: URL): QueryString[] {
  return [...searchParams].map(([name, value]) => ({ name, value }));
}

function nameAndValue([name, value]: HeaderField): { name: string; value: string } {
  return { name, value };
}

function valueOf(field: string, headers: readonly HeaderField[]): string | undefined {
  return headers.find(([name]) => name === field)?.[1];
}
