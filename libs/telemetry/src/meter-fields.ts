import type { IncomingMessage } from 'node:http';
import type { ExchangeTrace } from './exchange-trace.ts';
import { LOADING } from './loading-field.ts';
import { SERVER_TIMING } from './server-timing.ts';
import type { MeterBytes } from './trace-document.ts';

/** Bytes of the header fields that are there for the meter's sake alone. */
export function meterBytesOf(trace: ExchangeTrace, { headersDistinct }: IncomingMessage): MeterBytes {
  const valuesOf = (name: string): readonly string[] => headersDistinct[name] ?? [];
  const request = ['traceparent', LOADING].flatMap((name) => valuesOf(name).map((value) => fieldBytes(name, value)));
  // Fetch §4.6 adds both to a request of cache mode `no-store`, which the recorder has its own cache for. Who says
  // `no-cache` alone means it.
  const uncached = ['cache-control', 'pragma'];
  if (uncached.every((name) => valuesOf(name).join() === 'no-cache')) {
    request.push(...uncached.map((name) => fieldBytes(name, 'no-cache')));
  }
  return {
    request: request.reduce((sum, bytes) => sum + bytes, 0),
    response: trace.serverTiming === undefined ? 0 : fieldBytes(SERVER_TIMING, trace.serverTiming),
  };
}

/** A field on the wire is its name, a colon and a space, its value and CRLF. */
function fieldBytes(name: string, value: string): number {
  return name.length + 4 + value.length;
}
