import { describe, expect, it } from 'vitest';
import { isTraceId, newTraceParent, parseTraceparent } from './traceparent.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN_ID = '00f067aa0ba902b7';

describe('traceparent', () => {
  it('reads trace and span of version 00', () => {
    expect(parseTraceparent(`00-${TRACE_ID}-${SPAN_ID}-01`)).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID });
  });

  it('reads what it knows of a later version', () => {
    expect(parseTraceparent(`01-${TRACE_ID}-${SPAN_ID}-00-more`)).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID });
    expect(parseTraceparent(`cc-${TRACE_ID}-${SPAN_ID}-00`)).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID });
  });

  it.each([
    ['nothing', undefined],
    ['an empty field', ''],
    ['capitals', `00-${TRACE_ID.toUpperCase()}-${SPAN_ID}-01`],
    ['a short trace id', `00-${TRACE_ID.slice(1)}-${SPAN_ID}-01`],
    ['a long span id', `00-${TRACE_ID}-${SPAN_ID}0-01`],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-${SPAN_ID}-01`],
    ['a span id of zeros', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['version ff', `ff-${TRACE_ID}-${SPAN_ID}-01`],
    ['more fields than version 00 has', `00-${TRACE_ID}-${SPAN_ID}-01-more`],
    ['a later version that runs on without a dash', `01-${TRACE_ID}-${SPAN_ID}-01more`],
    ['missing flags', `00-${TRACE_ID}-${SPAN_ID}`],
    ['white space', ` 00-${TRACE_ID}-${SPAN_ID}-01`],
    ['two of them', `00-${TRACE_ID}-${SPAN_ID}-01, 00-${TRACE_ID}-${SPAN_ID}-01`],
  ])('restarts the trace for %s', (_what, header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });

  it('makes new ids that are valid and differ', () => {
    const [one, other] = [newTraceParent(), newTraceParent()];
    expect(isTraceId(one.traceId)).toBe(true);
    expect(parseTraceparent(`00-${one.traceId}-${one.spanId}-01`)).toEqual(one);
    expect(one.traceId).not.toBe(other.traceId);
  });
});
