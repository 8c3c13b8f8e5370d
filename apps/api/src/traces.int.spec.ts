import { DEMO_ORDERS } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const span = (n: number) => n.toString(16).padStart(16, '0');

interface Trace {
  readonly pending: number;
  readonly exchanges: readonly { readonly spanId: string; readonly path: string; readonly sql: { count: number } }[];
}

let served: ServedStyle;
let ann: Record<string, string>;

beforeAll(async () => {
  served = await serveStyle(STYLE_SERVERS.map(({ module }) => module));
  ann = { authorization: `Bearer ${await served.tokenFor('ann')}` };
});
afterAll(() => served.close());

describe('traces', () => {
  it('book each statement on the exchange that caused it, also while many wait for a connection', async () => {
    const reads = Array.from({ length: 120 }, (_, index) => index + 1);
    const order = `${served.baseUrl}/level2/orders/${DEMO_ORDERS.PICKED_UP}`;
    const statuses = await Promise.all(
      reads.map(async (n) => {
        const traceparent = `00-${TRACE_ID}-${span(n)}-01`;
        const response = await fetch(order, { headers: { ...ann, traceparent } });
        await response.arrayBuffer();
        return response.status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    const trace = (await (await fetch(`${served.baseUrl}/lab/traces/${TRACE_ID}`, { headers: ann })).json()) as Trace;
    expect(trace.pending).toBe(0);
    expect(trace.exchanges.map(({ spanId }) => spanId).toSorted()).toEqual(reads.map(span));
    expect(new Set(trace.exchanges.map(({ sql }) => sql.count))).toEqual(new Set([1]));
  });

  it('are read by the one whose requests they hold, and unknown to everybody else', async () => {
    const [ofBob, ofNobody, unknown, forged] = await Promise.all([
      fetch(`${served.baseUrl}/lab/traces/${TRACE_ID}`, {
        headers: { authorization: `Bearer ${await served.tokenFor('bob')}` },
      }),
      fetch(`${served.baseUrl}/lab/traces/${TRACE_ID}`),
      fetch(`${served.baseUrl}/lab/traces/${TRACE_ID.replace('4', '5')}`, { headers: ann }),
      fetch(`${served.baseUrl}/lab/traces/${TRACE_ID}`, { headers: { authorization: `${ann['authorization']}x` } }),
    ]);
    expect([ofBob, ofNobody, unknown].map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await ofBob.text()).toBe(await unknown.text());
    expect(forged.status).toBe(401);
  });
});
