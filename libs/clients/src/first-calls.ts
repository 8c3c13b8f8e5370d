import type { StyleId } from '@rungs/scenarios';

// The first call of each style, as data: the page shows them, documents quote them, and the browser journeys run every
// one of them against the real server. Only what Node strips by itself, so that tools read this file as it is.

/** One HTTP request, but for who is asking. */
export interface FirstCall {
  /** Where it is not obvious why this call comes here. */
  readonly caption?: string;
  readonly method: 'GET' | 'POST';
  /** From the server's root. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Ann's order that is on its way: the same in every style's first call. */
export const FIRST_ORDER_ID = '01900000-0000-7000-8000-00000000e009';

const JSON_BODY = { 'content-type': 'application/json' };
const HAL = { accept: 'application/hal+json' };

/** The calls that ask each style for the same order, by the style's id. */
export const FIRST_CALLS = {
  'rest-level-0': [
    {
      method: 'POST',
      path: '/level0',
      headers: JSON_BODY,
      body: { jsonrpc: '2.0', id: 1, method: 'getOrder', params: { orderId: FIRST_ORDER_ID } },
    },
  ],
  'rest-level-1': [
    {
      method: 'POST',
      path: `/level1/orders/${FIRST_ORDER_ID}`,
      headers: JSON_BODY,
      body: { action: 'getOrder' },
    },
  ],
  'rest-level-2': [{ method: 'GET', path: `/level2/orders/${FIRST_ORDER_ID}`, headers: {} }],
  'rest-level-3': [
    { caption: 'The one address that a client has to know:', method: 'GET', path: '/level3', headers: HAL },
    {
      caption: 'Its link to an order, with the id filled in:',
      method: 'GET',
      path: `/level3/orders/${FIRST_ORDER_ID}`,
      headers: HAL,
    },
  ],
  graphql: [
    {
      method: 'POST',
      path: '/graphql',
      headers: JSON_BODY,
      body: {
        query: `{ order(id: "${FIRST_ORDER_ID}") { state total { amount currency } restaurant { name } delivery { courier { name } } } }`,
      },
    },
  ],
} as const satisfies Record<StyleId, readonly FirstCall[]>;

/** How one becomes somebody: the token that the first calls carry. */
export function tokenCall(persona: string): FirstCall {
  return { method: 'POST', path: '/dev/token', headers: JSON_BODY, body: { persona } };
}
