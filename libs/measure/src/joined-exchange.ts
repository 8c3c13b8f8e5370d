import type { AnswerShape } from '@rungs/scenarios';
import { criticalRoundTrips } from './critical-path.ts';
import { meterFields } from './field-meter.ts';
import type { RecordedExchange } from './recorder.ts';
import type { ExchangeBytes, FieldCounts, RunExchange, RunTotals } from './run.ts';
import type { TracedExchange } from './trace.ts';

/** Nothing travelled: the cache answered. */
const NOTHING_SENT = {
  serverDurationMs: 0,
  sql: { count: 0, rowCount: 0, durationMs: 0, statements: [] },
  bytes: { requestHead: 0, requestBody: 0, responseHead: 0, responseBodyWire: 0 },
  meterBytes: { request: 0, response: 0 },
} satisfies Omit<TracedExchange, 'spanId'>;

/** One exchange from both sides. */
export function joinExchange(
  recorded: RecordedExchange,
  traced: ReadonlyMap<string, TracedExchange>,
  answers: AnswerShape,
): RunExchange {
  const { n, label, body, cache } = recorded;
  const cost = cache === 'fresh' ? NOTHING_SENT : traced.get(recorded.spanId);
  if (!cost) throw new Error(`The server has no record of exchange ${n} (${label}).`);
  if (!cost.bytes) throw new Error(`The bytes of exchange ${n} (${label}) could not be told from another's.`);
  const { reading } = body;
  const metered = meterFields(body.bytes, reading, (path) => answers.kindOf(path));
  // A body that the client had already was not delivered, however much of it was read.
  const delivered = bodyTravelled(recorded)
    ? { responseBodyDecoded: body.bytes.length, ...pick(metered) }
    : { responseBodyDecoded: 0, compressed: 0, compressedPruned: 0 };
  const bytes: ExchangeBytes = {
    ...cost.bytes,
    ...delivered,
    meterRequestHead: cost.meterBytes.request,
    meterResponseHead: cost.meterBytes.response,
  };
  const { dependsOn, method, url, status, requestHeaders, requestBody, responseHeaders } = recorded;
  return {
    n,
    label,
    dependsOn,
    method,
    url,
    status,
    cache,
    requestHeaders,
    requestBody,
    responseHeaders,
    responseBody: body.text,
    bytes,
    timeMs: {
      start: recorded.startMs,
      firstByte: recorded.firstByteMs,
      end: recorded.endMs,
      server: cost.serverDurationMs,
    },
    sql: {
      count: cost.sql.count,
      rows: cost.sql.rowCount,
      timeMs: cost.sql.durationMs,
      statements: cost.sql.statements.map(({ text, rowCount, durationMs }) => ({
        text,
        rows: rowCount,
        timeMs: durationMs,
      })),
    },
    fields: metered.fields,
    usedPaths: metered.usedPaths,
    actions: reading ? answers.actionsIn(reading.body) : [],
  };
}

export function totalsOf(exchanges: readonly RunExchange[]): RunTotals {
  const sum = (figure: (exchange: RunExchange) => number, of = exchanges) =>
    of.reduce((subtotal, exchange) => subtotal + figure(exchange), 0);
  const delivered = exchanges.filter(bodyTravelled);
  const leaves = (kind: keyof FieldCounts) => sum(({ fields }) => fields[kind], delivered);
  const bytesUp = sum(({ bytes }) => bytes.requestHead + bytes.requestBody);
  const bytesDown = sum(({ bytes }) => bytes.responseHead + bytes.responseBodyWire);
  return {
    roundTripsCritical: criticalRoundTrips(exchanges),
    exchanges: exchanges.filter(({ cache }) => cache !== 'fresh').length,
    bytesUp,
    bytesDown,
    bytesWire: bytesUp + bytesDown,
    bytesCompressed: sum(({ bytes }) => bytes.compressed),
    bytesPruned: sum(({ bytes }) => bytes.compressedPruned),
    fields: {
      used: leaves('used'),
      unused: leaves('unused'),
      control: leaves('control'),
      envelope: leaves('envelope'),
    },
    sql: sum(({ sql }) => sql.count),
    sqlRows: sum(({ sql }) => sql.rows),
    actionsTold: new Set(exchanges.flatMap(({ actions }) => actions.map(({ name }) => name))).size,
  };
}

function bodyTravelled({ cache }: Pick<RunExchange, 'cache'>): boolean {
  return cache === 'miss' || cache === 'uncacheable';
}

function pick({ compressed, compressedPruned }: Pick<ExchangeBytes, 'compressed' | 'compressedPruned'>) {
  return { compressed, compressedPruned };
}
