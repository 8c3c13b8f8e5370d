import { PERSONAS } from '@rungs/application';
import { HISTORY_ROWS, type ScreenId } from './raw-statements.ts';

/** The servers that are started, each in a process of its own. */
export const SERVERS = ['raw', 'production', 'development'] as const;
export type ServerId = (typeof SERVERS)[number];

/** A way of asking for a screen: a row of the table. */
export interface Program {
  readonly id: string;
  readonly title: string;
  readonly server: ServerId;
  /** The request for a screen; `orderId` is the order whose details are shown. */
  request(screen: ScreenId, orderId: string): BenchRequest;
}

export interface BenchRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const { consumerId } = PERSONAS.ann;

/** What the composing GraphQL client of this repository asks for. */
const DOCUMENTS: Readonly<Record<ScreenId, string>> = {
  'order-details': `query OrderDetailsScreen($id: ID!) {
    order(id: $id) {
      state placedAt lineItems { name quantity } deliveryAddress { street city }
      consumer { name { first last } }
      restaurant { name address { city } }
      ticket { state readyBy }
      delivery { state estimatedAt lastLocation { lat lon } courier { name vehicle } }
      bill { total { amount currency } paymentState }
    }
  }`,
  'order-history': `query OrderHistoryScreen($consumerId: ID!, $first: Int!) {
    orders(first: $first, filter: { consumerId: $consumerId }) {
      nodes {
        placedAt state lineItems { quantity } total { amount currency }
        restaurant { name }
        delivery { state }
      }
    }
  }`,
};

const VARIABLES: Readonly<Record<ScreenId, (orderId: string) => object>> = {
  'order-details': (id) => ({ id }),
  'order-history': () => ({ consumerId, first: HISTORY_ROWS }),
};

const LEVEL2: Readonly<Record<ScreenId, (orderId: string) => string>> = {
  'order-details': (id) => `/level2/orders/${id}/details`,
  'order-history': () => `/level2/consumers/${consumerId}/order-history?limit=${HISTORY_ROWS}`,
};

const graphql = (headers: Readonly<Record<string, string>> = {}): Program['request'] => {
  const sent = { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers };
  return (screen, orderId) => ({
    method: 'POST',
    path: '/graphql',
    headers: sent,
    body: JSON.stringify({ query: DOCUMENTS[screen], variables: VARIABLES[screen](orderId) }),
  });
};

/** The row that all others are held against. */
export const RAW_PROGRAM: Program = {
  id: 'raw',
  title: 'raw: node:http + pg, JSON from the database',
  server: 'raw',
  request: (screen, orderId) => ({
    method: 'GET',
    path: `/${screen}/${screen === 'order-details' ? orderId : consumerId}`,
    headers: {},
  }),
};

/** GraphQL as a first version is written: a statement for each thing and row. */
export const NAIVE_PROGRAM: Program = {
  id: 'graphql-per-row',
  title: 'GraphQL, development, per row (naive)',
  server: 'development',
  request: graphql({ 'rungs-loading': 'per-row' }),
};

/** The one that the answers of all GraphQL programs and of the raw handler have to equal. */
export const REFERENCE_PROGRAM: Program = {
  id: 'graphql',
  title: 'GraphQL, production, one statement',
  server: 'production',
  request: graphql(),
};

export const LEVEL2_PROGRAM: Program = {
  id: 'level2',
  title: 'level 2, production, the resource for the screen',
  server: 'production',
  request: (screen, orderId) => ({
    method: 'GET',
    path: LEVEL2[screen](orderId),
    headers: { accept: 'application/json' },
  }),
};

export const PROGRAMS: readonly Program[] = [
  RAW_PROGRAM,
  LEVEL2_PROGRAM,
  REFERENCE_PROGRAM,
  {
    id: 'graphql-development',
    title: 'GraphQL, development, one statement',
    server: 'development',
    request: graphql(),
  },
  {
    id: 'graphql-batched',
    title: 'GraphQL, development, batched',
    server: 'development',
    request: graphql({ 'rungs-loading': 'batched' }),
  },
  NAIVE_PROGRAM,
];
